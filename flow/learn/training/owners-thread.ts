/** The thread of `retrainOwners`: one request in, one result out. */
import { parentPort, workerData } from 'node:worker_threads';
import { retrainOwners, type RetrainOwnersRequest } from './retrain-owners.ts';

const request: RetrainOwnersRequest = workerData;
parentPort?.postMessage(retrainOwners(request));
