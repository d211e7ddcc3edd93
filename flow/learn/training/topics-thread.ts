/** The thread of `retrainTopics`: one request in, one result out. */
import { parentPort, workerData } from 'node:worker_threads';
import { retrainTopics, type RetrainRequest } from './retrain-topics.ts';

parentPort?.postMessage(retrainTopics(workerData as RetrainRequest));
