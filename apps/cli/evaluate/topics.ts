import { classifyTopic, readTopicModel, type TopicModel } from '#flow/understand/rules/topic-model.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { figuresOf } from '#flow/understand/training/calibration.ts';
import { learnClassifier } from '#flow/understand/training/learn-classifier.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Command, type Surroundings, type Typed } from '../command.ts';
import { labelFigures, type JudgedRow } from './label-figures.ts';
import { labelledRows, shapeOf, trialsOf, type LabelledRow, type Trial } from './labelled-rows.ts';
import { printFigures } from './print-figures.ts';

/** `otklik evaluate topics`: how well topics, or any other labels of texts, are told apart. */
export const evaluateTopicsCommand: Command = {
  name: 'evaluate topics',
  summary: 'measure how well topics of texts are told apart',
  help: `otklik evaluate topics --train A.csv --test B.csv --text COL --label COL [--place COL] [--time COL] [--json]
otklik evaluate topics --train A.csv --split DATE --time COL --text COL --label COL [--place COL] [--json]
otklik evaluate topics --train A.csv --folds N --text COL --label COL [--place COL] [--json]

Learns from one table which label a text has and guesses the labels of another, of the rows from DATE on, or of each of N
parts in turn. Labels are learnt as they stand: topics, categories, reasons. Tables may be .csv or .csv.gz; texts may hold
HTML.

  --text     column of the text
  --label    column of the label; rows where it is empty are left out
  --place    column of the place, a district or a municipality: it is learnt from, too
  --time     column of the time: learning then chooses its settings on the newest rows
  --split    YYYY-MM-DD: rows before it teach, the others test
  --folds    test on each of so many parts, learning from the others
  --json     one object: { n, accuracy, weightedF1, macroF1, top3, coverageAt95, textsPerSecond, … }

macroF1 is the mean over all labels that are true or guessed somewhere. coverageAt95 is the largest share of rows, from the
surest down, that is right in 95 of a hundred. actsAlone is what the machine itself would have done without a person, by
the confidence it chose while learning, before it saw the test. A label that was never learnt counts as wrong. Texts that
stand in what teaches too are left out of a test made by --split or --folds; a file named by --test is measured whole.
Needs no database; some minutes for 50,000 short texts.`,
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
  run: evaluateTopics,
};

async function evaluateTopics(typed: Typed, surroundings: Surroundings): Promise<void> {
  const shape = shapeOf(typed);
  const rows = await labelledRows(required(typed, 'train'), shape);
  const file = typed.text('test');
  const trials = trialsOf(rows, file === undefined ? null : await labelledRows(file, shape), typed);
  const done = trials.map((trial) => judge(trial, surroundings));
  const judged = done.flatMap((one) => one.judged);
  if (judged.length === 0) throw new StartFault('There is no row to test on.');
  const sum = (pick: (one: (typeof done)[number]) => number): number =>
    done.reduce((total, one) => total + pick(one), 0);
  const { calibrationError } = figuresOf(judged.map(asJudged), 2);
  printFigures(
    {
      ...labelFigures(judged),
      textsPerSecond: Math.round(
        judged.length /
          Math.max(
            0.001,
            sum((one) => one.seconds),
          ),
      ),
      calibrationError,
      actsAlone: actsAlone(judged),
      trainRows: Math.round(sum((one) => one.trainRows) / done.length),
      labels: new Set(trials.flatMap(({ train }) => train.map(({ label }) => label))).size,
      neverLearnt: sum((one) => one.neverLearnt),
      trainSeconds: Math.round(sum((one) => one.trainSeconds) * 10) / 10,
      modelMb: Math.round(Math.max(...done.map((one) => one.bytes)) / 1e4) / 100,
    },
    typed,
    surroundings,
  );
}

interface JudgedText extends JudgedRow {
  readonly isSure: boolean;
}

const asJudged = ({ truth, guesses: [first] }: JudgedRow) => ({
  confidence: first?.confidence ?? 0,
  isRight: first?.label === truth,
});

function actsAlone(rows: readonly JudgedText[]) {
  const alone = rows.filter(({ isSure }) => isSure);
  const right = alone.filter((one) => asJudged(one).isRight).length;
  const share = (count: number, of: number): number => Math.round((count / of) * 10_000) / 10_000;
  return {
    share: share(alone.length, rows.length),
    precision: alone.length === 0 ? null : share(right, alone.length),
  };
}

/** The first texts only warm the machine up: a server judges all day long. */
const WARMING = 500;

function judge({ train, test }: Trial, { now, say }: Surroundings) {
  const began = performance.now();
  const { bytes } = learnClassifier(
    train.map(({ text, label, places, at }) => ({
      words: readWords(plainText(text)),
      label,
      place: places[0] ?? null,
      at,
    })),
    { trainedOn: now().toISOString().slice(0, 10), say },
  );
  const model = readTopicModel(bytes.slice().buffer);
  const learnt = performance.now();
  for (const row of test.slice(0, WARMING)) guess(row, model);
  const warm = performance.now();
  const judged = test.map((row) => guess(row, model));
  const seconds = (performance.now() - warm) / 1000;
  const known = new Set(model.labels);
  return {
    judged,
    seconds,
    trainRows: train.length,
    trainSeconds: (learnt - began) / 1000,
    bytes: bytes.length,
    neverLearnt: test.filter(({ label }) => !known.has(label)).length,
  };
}

function guess({ text, label, places, at }: LabelledRow, model: TopicModel): JudgedText {
  const words = readWords(plainText(text));
  const { topics, isSure } = classifyTopic(words, model, { place: places[0] ?? null, at });
  return {
    truth: label,
    guesses: topics.map(({ topic, confidence }) => ({ label: topic, confidence })),
    isSure,
  };
}
