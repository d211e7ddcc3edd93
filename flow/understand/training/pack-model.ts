import { fnv1a } from '../rules/hash.ts';
import { readTopicModelParts, writeTopicModel } from '../rules/topic-model-file.ts';
import type { TopicModelHead } from '../rules/topic-model-file.ts';
import type { SoftmaxWeights } from './softmax.ts';
import type { Vocabulary } from './vectors.ts';

/** 8-bit weights this small are left out: they change nothing that is measured. */
const LEAST_WEIGHT = 9;

/** The head of a model but for what packing finds out. */
export type UnpackedHead = Omit<TopicModelHead, 'version' | 'weights' | 'features'>;

/**
 * The bytes of a model's file. Weights of a feature are moved so that the middle one is zero (softmax
 * does not see it), then rounded to 8 bits and only those far from zero are kept.
 */
export function packModel(vocabulary: Vocabulary, trained: SoftmaxWeights, head: UnpackedHead): Uint8Array {
  const { width } = trained;
  const count = vocabulary.hashes.length;
  const step = new Float32Array(count);
  const from = new Uint32Array(count + 1);
  const columns: number[] = [];
  const weights: number[] = [];
  for (let feature = 0; feature < count; feature += 1) {
    const own = trained.weights.slice(feature * width, (feature + 1) * width);
    const middle = own.slice().sort()[width >> 1] ?? 0;
    const most = own.reduce((top, weight) => Math.max(top, Math.abs(weight - middle)), 0);
    step[feature] = most / 127 || 1;
    own.forEach((weight, column) => {
      const steps = Math.round((weight - middle) / (step[feature] ?? 1));
      if (Math.abs(steps) < LEAST_WEIGHT) return;
      columns.push(column);
      weights.push(steps);
    });
    from[feature + 1] = columns.length;
  }
  const print = weights.reduce(
    (hash, weight) => Math.imul(hash ^ (weight & 255), 0x01000193) >>> 0,
    fnv1a(head.labels.join()),
  );
  return writeTopicModel({
    head: {
      ...head,
      version: `topics-${head.trainedOn}-${print.toString(16)}`,
      features: count,
      weights: weights.length,
    },
    bias: trained.bias,
    hashes: vocabulary.hashes,
    rarity: vocabulary.rarity,
    step,
    from,
    columns: Uint16Array.from(columns),
    weights: Int8Array.from(weights),
  });
}

/** The same model with measured figures in its head. */
export function withMeasured(bytes: Uint8Array, measured: Readonly<Record<string, number>>): Uint8Array {
  const parts = readTopicModelParts(bytes.slice().buffer);
  return writeTopicModel({ ...parts, head: { ...parts.head, measured: { ...measured } } });
}
