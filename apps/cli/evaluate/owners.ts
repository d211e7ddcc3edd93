import {
  guessOwner,
  readOwnerModel,
  type OwnerJudgement,
  type OwnerModel,
} from '#flow/route/rules/owner-model.ts';
import { learnOwners, type EndedCase } from '#flow/route/training/learn-owners.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import type { Command } from '../command.ts';
import type { LabelledRow } from './labelled-rows.ts';
import { labelHelp, labelOptions, measureLabels } from './measure-labels.ts';

/** `otklik evaluate owners`: how well the last body of a case is guessed from its text and place. */
export const evaluateOwnersCommand: Command = {
  name: 'evaluate owners',
  summary: 'measure how well responsible bodies are guessed from text and place',
  help: labelHelp(
    'evaluate owners',
    'COL[,COL2]',
    `Learns from one table who answers for what in the end (the label is the body the case ended at) and guesses the bodies of
another, of the rows from DATE on, or of each of N parts in turn.`,
  ),
  takes: [],
  options: labelOptions,
  run: (typed, surroundings) =>
    measureLabels(typed, surroundings, (rows) => {
      const { model, bytes } = learn(rows, surroundings.now().toISOString().slice(0, 10));
      return {
        labels: new Set(rows.map(({ label }) => label)),
        bytes,
        guess: (row) => {
          const { owners, isSure } = guess(row, model);
          return {
            truth: row.label,
            guesses: owners.map(({ key, confidence }) => ({ label: key, confidence })),
            isSure,
          };
        },
      };
    }),
};

/** The model of owners these rows teach, and how many bytes its file has. */
export function learn(
  rows: readonly LabelledRow[],
  trainedOn: string,
): { readonly model: OwnerModel; readonly bytes: number } {
  const cases = rows.map(({ text, label, places, at }): EndedCase => ({
    words: readWords(plainText(text)),
    owner: label,
    places,
    topic: null,
    at,
  }));
  const owners = [...new Set(rows.map(({ label }) => label))].map((label) => ({ key: label, name: label }));
  const { bytes } = learnOwners(cases, owners, { trainedOn });
  return { model: readOwnerModel(bytes.slice().buffer), bytes: bytes.length };
}

/** Whom the model names for a row. */
export const guess = ({ text, places }: LabelledRow, model: OwnerModel): OwnerJudgement =>
  guessOwner({ words: readWords(plainText(text)), places }, model);
