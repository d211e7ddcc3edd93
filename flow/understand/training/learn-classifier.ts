import { topicModelFormat } from '../rules/topic-model-file.ts';
import type { LabelledText } from './labelled-text.ts';
import { chooseMixture, figuresOf } from './calibration.ts';
import type { JudgedFigures } from './calibration.ts';
import { learnWeights, mixed, scoreApart } from './learn-weights.ts';
import { packHidden, packModel } from './pack-model.ts';
import { areFew, splitForValidation } from './validation-split.ts';

export interface LearnOptions {
  /** Precision a judgement must have to act alone; 0.95 where left out. */
  readonly precision?: number;
  /** Date of training, `YYYY-MM-DD`: part of the version. */
  readonly trainedOn: string;
  /** Texts by source, for the head of the file; all under `texts` where left out. */
  readonly learntFrom?: Readonly<Record<string, number>>;
  /** Told what is going on. */
  readonly say?: (line: string) => void;
}

/** A classifier that was learnt. */
export interface LearntClassifier {
  /** The file: `readTopicModel(bytes.slice().buffer)` makes it ready for use. */
  readonly bytes: Uint8Array;
  /**
   * On the texts set aside for validation, by a model that had not seen them (the one in `bytes` has
   * learnt from all): what to expect of it.
   */
  readonly measured: JudgedFigures;
}

/**
 * Learns to tell labels apart, any labels: topics, categories, bodies. Parts of the texts are set aside
 * (the newest where dates are known, one third after another where the texts are few) and the rest learnt
 * from; on what was set aside it is found how to weigh the parts of the model, what its confidence is
 * worth and from where it may act alone. Then it learns again from all. The same texts in the same order
 * give the same bytes. A minute or two for 45,000 short texts, under 2 GB; nothing is awaited, so a
 * server runs it in a process of its own.
 *
 * @throws where there is no text at all
 */
export function learnClassifier(examples: readonly LabelledText[], options: LearnOptions): LearntClassifier {
  if (examples.length === 0) throw new Error('A classifier cannot be learnt from no texts');
  const precision = options.precision ?? 0.95;
  const say = options.say ?? (() => {});
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const isFew = areFew(examples);
  const rounds = splitForValidation(examples).map(({ fit, validation }, round) => {
    say(`round ${round + 1}: learning from ${fit.length} texts, judged by ${validation.length}`);
    return scoreApart(learnWeights(fit, labels, isFew), validation);
  });
  const mixture = chooseMixture(rounds, precision);
  const measured = figuresOf(mixture.judged, mixture.actsAloneFrom);
  say(`judged: ${JSON.stringify({ ...mixture, judged: undefined, ...measured })}; learning from all`);
  const final = mixed(learnWeights(examples, labels, isFew), mixture);
  const bytes = packModel(final.vocabulary, final.linear, packHidden(final.hidden), {
    format: topicModelFormat,
    trainedOn: options.trainedOn,
    labels,
    temperature: mixture.temperature,
    actsAloneFrom: mixture.actsAloneFrom,
    actsAlonePrecision: precision,
    learntFrom: { ...(options.learntFrom ?? { texts: examples.length }) },
    measured: { ...measured },
  });
  return { bytes, measured };
}
