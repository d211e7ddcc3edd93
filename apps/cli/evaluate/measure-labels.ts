import type { ParseArgsOptionsConfig } from 'node:util';
import { figuresOf } from '#flow/understand/training/calibration.ts';
import type { Surroundings, Typed } from '../command.ts';
import { labelFigures, type JudgedRow } from './label-figures.ts';
import type { LabelledRow } from './labelled-rows.ts';
import { printFigures } from './print-figures.ts';
import { readTrials, type Trial } from './trials.ts';

/** Options of the commands that learn labels from one table and are measured on another. */
export const labelOptions = {
  train: { type: 'string' },
  test: { type: 'string' },
  text: { type: 'string' },
  label: { type: 'string' },
  place: { type: 'string' },
  time: { type: 'string' },
  split: { type: 'string' },
  folds: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

/** What such a command is, in `--help`; what it learns is said by itself. */
export const labelHelp = (name: string, place: string, about: string): string =>
  `otklik ${name} --train A.csv --test B.csv --text COL --label COL [--place ${place}] [--time COL] [--json]
otklik ${name} --train A.csv --split DATE --time COL --text COL --label COL [--place ${place}] [--json]
otklik ${name} --train A.csv --folds N --text COL --label COL [--place ${place}] [--json]

${about}

  --train FILE   the table that teaches: CSV with commas, semicolons or tabs, gzipped or not, UTF-8 or Windows-1251; its
                 first line names the columns
  --test FILE    the table to guess, with the same columns
  --split DATE   instead of --test: rows of --train before this day teach, the others test
  --folds N      instead of --test: each of N parts is guessed by what the others teach
  --text COL     column of the text
  --label COL    column of what is to be guessed; rows where it is empty are left out
  --place ${place.padEnd(6)} column of the place: a district, a municipality${place === 'COL' ? '' : '; several, the widest first, by commas'}
  --time COL     column of the moment (2021-02-20 9:05, 20.02.2021, seconds since 1970 …): learning then chooses its
                 settings on the newest rows
  --json         one object: { n, accuracy, weightedF1, macroF1, top3, coverageAt95, textsPerSecond, … }

macroF1        mean over all labels that are true or guessed somewhere
coverageAt95   the largest share of rows, from the surest down, that is right in 95 of a hundred; 0 where fewer than 20 rows
               are: so few prove nothing
actsAlone      what the machine would have done without a person, by the confidence it chose while learning
neverLearnt    rows whose label stands nowhere in what teaches: they count as wrong

Texts that stand in what teaches too are left out of a test made by --split or --folds; a file named by --test is measured
whole. Needs no database; some minutes for 50,000 short texts. What is left out is told on the error output.`;

/** What was learnt from one table. */
export interface Learnt {
  readonly labels: ReadonlySet<string>;
  /** Of the model file. */
  readonly bytes: number;
  readonly guess: (row: LabelledRow) => JudgedText;
}

/** A judgement, and whether the machine would have acted by it alone. */
export interface JudgedText extends JudgedRow {
  readonly isSure: boolean;
}

/** Learns from what is typed, guesses what is to be tested and prints how good the guesses are. */
export async function measureLabels(
  typed: Typed,
  surroundings: Surroundings,
  learn: (rows: readonly LabelledRow[]) => Learnt,
): Promise<void> {
  const trials = await readTrials(typed, surroundings.say);
  const done = trials.map((trial) => judge(trial, learn, surroundings));
  const judged = done.flatMap((one) => one.judged);
  const sum = (pick: (one: (typeof done)[number]) => number): number =>
    done.reduce((total, one) => total + pick(one), 0);
  const seconds = sum((one) => one.seconds);
  printFigures(
    {
      ...labelFigures(judged),
      textsPerSecond: Math.round(judged.length / Math.max(0.001, seconds)),
      calibrationError: figuresOf(judged.map(asJudged), 2).calibrationError,
      actsAlone: actsAlone(judged),
      trainRows: Math.round(sum((one) => one.trainRows) / done.length),
      labels: new Set(trials.flatMap(({ train }) => train.map(({ label }) => label))).size,
      neverLearnt: sum((one) => one.neverLearnt),
      trainSeconds: rounded(
        sum((one) => one.trainSeconds),
        1,
      ),
      modelMb: rounded(Math.max(...done.map((one) => one.bytes)) / 1e6, 2),
    },
    typed,
    surroundings,
  );
}

/** The first texts only warm the machine up: a server judges all day long. */
const WARMING = 500;

function judge(
  { train, test }: Trial,
  learn: (rows: readonly LabelledRow[]) => Learnt,
  { say }: Surroundings,
) {
  say(`Learning from ${train.length} rows…`);
  const began = performance.now();
  const { labels, bytes, guess } = learn(train);
  const learnt = performance.now();
  for (const row of test.slice(0, WARMING)) guess(row);
  const warm = performance.now();
  const judged = test.map(guess);
  return {
    judged,
    seconds: (performance.now() - warm) / 1000,
    trainRows: train.length,
    trainSeconds: (learnt - began) / 1000,
    bytes,
    neverLearnt: test.filter(({ label }) => !labels.has(label)).length,
  };
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

const asJudged = ({ truth, guesses: [first] }: JudgedRow) => ({
  confidence: first?.confidence ?? 0,
  isRight: first?.label === truth,
});

function actsAlone(rows: readonly JudgedText[]) {
  const alone = rows.filter(({ isSure }) => isSure);
  const right = alone.filter((one) => asJudged(one).isRight).length;
  return {
    share: rounded(alone.length / rows.length, 4),
    precision: alone.length === 0 ? null : rounded(right / alone.length, 4),
  };
}
