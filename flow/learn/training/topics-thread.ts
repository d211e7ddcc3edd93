/** The thread of `retrainTopics`: one request in, one result out. */
import { parentPort, workerData } from 'node:worker_threads';
import { retrainTopics, type RetrainRequest } from './retrain-topics.ts';

const request: RetrainRequest = workerData;
parentPort?.postMessage(retrainTopics(request));
