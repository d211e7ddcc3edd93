/** The thread in which a topic is tried on the past: one request in, one result out. */
import { parentPort, workerData } from 'node:worker_threads';
import { withAddedTopics, type AddedTopic } from '../rules/added-topics.ts';
import { readTopicModel } from '../rules/topic-model.ts';
import { tryTopic, type PastCase } from '../rules/topic-trial.ts';

export interface TopicTrialRequest {
  /** The file of the model in force; a model ready for use cannot be handed to a thread. */
  readonly model: Uint8Array;
  /** Topics added already, without the one that is tried. */
  readonly others: readonly AddedTopic[];
  readonly candidate: AddedTopic;
  readonly cases: readonly PastCase[];
}

const { model, others, candidate, cases }: TopicTrialRequest = workerData;
const known = withAddedTopics(readTopicModel(model.slice().buffer), others);
parentPort?.postMessage(tryTopic(cases, candidate, known));
