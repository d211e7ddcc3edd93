import { fnv1a } from '../rules/hash.ts';
import { readTopicModelParts, writeTopicModel } from '../rules/topic-model-file.ts';
import type { HiddenParts, TopicModelHead } from '../rules/topic-model-file.ts';
import type { HiddenLayer } from './hidden-layer.ts';
import type { SoftmaxWeights } from './softmax.ts';
import type { Vocabulary } from './vectors.ts';

/** 8-bit weights this small are left out: they change nothing that is measured. */
const LEAST_WEIGHT = 9;

/** The head of a model but for what packing finds out. */
export type UnpackedHead = Omit<TopicModelHead, 'version' | 'weights' | 'features' | 'hidden'>;

/**
 * The bytes of a model's file. Weights of a feature are moved so that the middle one is zero (softmax
 * does not see it), then rounded to 8 bits and only those far from zero are kept.
 */
export function packModel(
  vocabulary: Vocabulary,
  trained: SoftmaxWeights,
  hidden: HiddenParts,
  head: UnpackedHead,
): Uint8Array {
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
  const print = printOf(hidden.places, printOf(weights, fnv1a(head.labels.join())));
  return writeTopicModel({
    head: {
      ...head,
      version: `topics-${head.trainedOn}-${print.toString(16)}`,
      features: count,
      weights: weights.length,
      hidden: {
        dims: hidden.dims,
        features: hidden.step.length,
        labels: hidden.dims === 0 ? 0 : hidden.output.length / hidden.dims,
      },
    },
    bias: trained.bias,
    hashes: vocabulary.hashes,
    rarity: vocabulary.rarity,
    step,
    from,
    columns: Uint16Array.from(columns),
    weights: Int8Array.from(weights),
    hidden,
  });
}

function printOf(bytes: ArrayLike<number>, seed: number): number {
  let hash = seed;
  for (let i = 0; i < bytes.length; i += 1)
    hash = Math.imul(hash ^ ((bytes[i] ?? 0) & 255), 0x01000193) >>> 0;
  return hash;
}

/** A learnt hidden layer with its places rounded to 8 bits. Its own bias of labels belongs to that of the model. */
export function packHidden({ dims, places, placeBias, output }: HiddenLayer): HiddenParts {
  const step = new Float32Array(places.length / dims);
  const rounded = new Int8Array(places.length);
  for (let feature = 0; feature < step.length; feature += 1) {
    const own = places.subarray(feature * dims, (feature + 1) * dims);
    const most = own.reduce((top, one) => Math.max(top, Math.abs(one)), 0);
    step[feature] = most / 127 || 1;
    own.forEach((one, j) => (rounded[feature * dims + j] = Math.round(one / (step[feature] ?? 1))));
  }
  return { dims, step, places: rounded, placeBias, output };
}

/** The same model with measured figures in its head. */
export function withMeasured(bytes: Uint8Array, measured: Readonly<Record<string, number>>): Uint8Array {
  const parts = readTopicModelParts(bytes.slice().buffer);
  return writeTopicModel({ ...parts, head: { ...parts.head, measured: { ...measured } } });
}

/** The hidden layer of a packed model; the bias of its labels is in that of the model. */
export function unpackHidden({ dims, step, places, placeBias, output }: HiddenParts): HiddenLayer {
  const width = dims === 0 ? 0 : output.length / dims;
  return {
    dims,
    width,
    places: Float32Array.from(places, (one, i) => one * (step[Math.floor(i / dims)] ?? 0)),
    placeBias,
    output,
    bias: new Float32Array(width),
  };
}
