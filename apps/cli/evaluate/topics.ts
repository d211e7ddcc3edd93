import { classifyTopic, readTopicModel } from '#flow/understand/rules/topic-model.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { learnClassifier } from '#flow/understand/training/learn-classifier.ts';
import type { Command } from '../command.ts';
import type { LabelledRow } from './labelled-rows.ts';
import { labelHelp, labelOptions, measureLabels, type Learnt } from './measure-labels.ts';

/** `otklik evaluate topics`: how well topics, or any other labels of texts, are told apart. */
export const evaluateTopicsCommand: Command = {
  name: 'evaluate topics',
  summary: 'measure how well topics of texts are told apart',
  help: labelHelp(
    'evaluate topics',
    'COL',
    `Learns from one table which label a text has and guesses the labels of another, of the rows from DATE on, or of each of N
parts in turn. Labels are learnt as they stand: topics, categories, reasons. Texts may hold HTML.`,
  ),
  takes: [],
  options: labelOptions,
  run: (typed, surroundings) =>
    measureLabels(typed, surroundings, (rows) =>
      learn(rows, surroundings.now().toISOString().slice(0, 10), surroundings.say),
    ),
};

function learn(rows: readonly LabelledRow[], trainedOn: string, say: (line: string) => void): Learnt {
  const { bytes } = learnClassifier(
    rows.map(({ text, label, places, at }) => ({
      words: readWords(plainText(text)),
      label,
      place: places[0] ?? null,
      at,
    })),
    { trainedOn, say },
  );
  const model = readTopicModel(bytes.slice().buffer);
  return {
    labels: new Set(model.labels),
    bytes: bytes.length,
    guess: ({ text, label, places, at }) => {
      const words = readWords(plainText(text));
      const { topics, isSure } = classifyTopic(words, model, { place: places[0] ?? null, at });
      return {
        truth: label,
        guesses: topics.map(({ topic, confidence }) => ({ label: topic, confidence })),
        isSure,
      };
    },
  };
}
