import {
  guessOwner,
  readOwnerModel,
  type OwnerJudgement,
  type OwnerModel,
} from '#flow/route/rules/owner-model.ts';
import { learnOwners, type EndedCase } from '#flow/route/training/learn-owners.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Command, type Surroundings, type Typed } from '../command.ts';
import { labelFigures } from './label-figures.ts';
import { labelledRows, shapeOf, trialsOf, type LabelledRow, type Trial } from './labelled-rows.ts';
import { printFigures } from './print-figures.ts';

/** `otklik evaluate owners`: how well the last body of a case is guessed from its text and place. */
export const evaluateOwnersCommand: Command = {
  name: 'evaluate owners',
  summary: 'measure how well responsible bodies are guessed from text and place',
  help: `otklik evaluate owners --train A.csv --test B.csv --text COL --label COL [--place COL[,COL2]] [--time COL] [--json]
otklik evaluate owners --train A.csv --split DATE --time COL --text COL --label COL [--place COL[,COL2]] [--json]
otklik evaluate owners --train A.csv --folds N --text COL --label COL [--place COL[,COL2]] [--json]

Learns from one table who answers for what in the end and guesses the bodies of another, of the rows from DATE on, or of
each of N parts in turn. Tables may be .csv or .csv.gz.

  --text     column of the text
  --label    column of the body the case ended at; rows where it is empty are left out
  --place    column of the place: a district, a municipality; several, the widest first, by commas
  --time     column of the time; learning then chooses its settings on the newest rows
  --split    YYYY-MM-DD: rows before it teach, the others test
  --folds    test on each of so many parts, learning from the others
  --json     one object: { n, accuracy, weightedF1, macroF1, top3, coverageAt95, textsPerSecond, … }

Texts that stand in what teaches too are left out of a test made by --split or --folds; a file named by --test is measured
whole. coverageAt95 is the share of rows, from the surest down, that is right in 95 of a hundred. Needs no database.`,
  takes: [],
  options: {
    train: { type: 'string' },
    test: { type: 'string' },
    text: { type: 'string' },
    label: { type: 'string' },
    place: { type: 'string' },
    time: { type: 'string' },
    split: { type: 'string' },
    folds: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: evaluateOwners,
};

async function evaluateOwners(typed: Typed, surroundings: Surroundings): Promise<void> {
  const shape = shapeOf(typed);
  const rows = await labelledRows(required(typed, 'train'), shape);
  const test = typed.text('test');
  const trials = trialsOf(rows, test === undefined ? null : await labelledRows(test, shape), typed);
  const judged = trials.map((trial) => judge(trial, surroundings));
  const sum = (pick: (one: (typeof judged)[number]) => number): number =>
    judged.reduce((total, one) => total + pick(one), 0);
  const all = judged.flatMap((one) => one.rows);
  if (all.length === 0) throw new StartFault('There is no row to test on.');
  const labels = new Set(trials.flatMap(({ train }) => train.map(({ label }) => label))).size;
  printFigures(
    {
      ...labelFigures(all),
      textsPerSecond: Math.round(
        all.length /
          Math.max(
            0.001,
            sum((one) => one.seconds),
          ),
      ),
      trainRows: Math.round(sum((one) => one.trainRows) / trials.length),
      labels,
      trainSeconds: Math.round(sum((one) => one.trainSeconds) * 10) / 10,
      actsAlone: actsAlone(judged.flatMap((one) => one.sure)),
    },
    typed,
    surroundings,
  );
}

/** What the machine would have done without a person by the confidence it found for itself while learning. */
function actsAlone(sure: readonly (boolean | null)[]) {
  const alone = sure.filter((one) => one !== null);
  const round = (n: number): number => Math.round(n * 10_000) / 10_000;
  return {
    share: round(alone.length / (sure.length || 1)),
    precision: alone.length === 0 ? null : round(alone.filter(Boolean).length / alone.length),
  };
}

function judge({ train, test }: Trial, { now, say }: Surroundings) {
  say(`Learning from ${train.length} rows…`);
  const began = performance.now();
  const model = learn(train, now().toISOString().slice(0, 10));
  const learnt = performance.now();
  const judgements = test.map((row) => guess(row, model));
  const seconds = (performance.now() - learnt) / 1000;
  return {
    rows: test.map(({ label }, at) => ({
      truth: label,
      guesses: (judgements[at]?.owners ?? []).map(({ key, confidence }) => ({ label: key, confidence })),
    })),
    sure: test.map(({ label }, at) => {
      const one = judgements[at];
      return one?.isSure === true ? one.owners[0]?.key === label : null;
    }),
    seconds,
    trainRows: train.length,
    trainSeconds: (learnt - began) / 1000,
  };
}

/** The model of owners these rows teach. */
export function learn(rows: readonly LabelledRow[], trainedOn: string): OwnerModel {
  const cases = rows.map(({ text, label, places, at }): EndedCase => ({
    words: readWords(plainText(text)),
    owner: label,
    places,
    topic: null,
    at,
  }));
  const owners = [...new Set(rows.map(({ label }) => label))].map((label) => ({ key: label, name: label }));
  return readOwnerModel(learnOwners(cases, owners, { trainedOn }).bytes.slice().buffer);
}

/** Whom the model names for a row. */
export const guess = ({ text, places }: LabelledRow, model: OwnerModel): OwnerJudgement =>
  guessOwner({ words: readWords(plainText(text)), places }, model);
