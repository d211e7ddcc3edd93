/** The thread of `retrainTopics`: one request in, one result out. */
import { parentPort, workerData } from 'node:worker_threads';
import { retrainTopics, type RetrainRequest } from './retrain-topics.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed where the thread is started
parentPort?.postMessage(retrainTopics(workerData as RetrainRequest));
