import { fnv1a } from '#flow/understand/rules/hash.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { fold } from '#flow/understand/rules/words.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, wholeNumber, type Typed } from '../command.ts';
import type { Say } from '../files/open-text.ts';
import { readMoment } from '../files/written-moment.ts';
import { labelledRows, type LabelledRow } from './labelled-rows.ts';

/** What teaches and what tests. */
export interface Trial {
  readonly train: readonly LabelledRow[];
  readonly test: readonly LabelledRow[];
}

/**
 * What is learnt from and what is tested, as typed: a file of its own, the rows from a date on, or every part in turn.
 *
 * @throws StartFault in a sentence: no way to test or two of them, a file that cannot be read, nothing to learn from or to test on
 */
export async function readTrials(typed: Typed, say: Say): Promise<Trial[]> {
  const way = wayOf(typed);
  const rows = await labelledRows(required(typed, 'train'), typed, say);
  const trials =
    'test' in way
      ? [{ train: rows, test: await labelledRows(way.test, typed, say) }]
      : 'folds' in way
        ? splitByFolds(rows, way.folds)
        : [splitByTime(rows, way.split, way.from)];
  if (trials.every(({ test }) => test.length === 0))
    throw new StartFault('There is no row to test on: every text to test stands in what teaches, too.');
  return trials;
}

type Way =
  { readonly test: string } | { readonly split: string; readonly from: Date } | { readonly folds: number };

function wayOf(typed: Typed): Way {
  const ways = ['test', 'split', 'folds'].filter((option) => typed.text(option) !== undefined);
  if (ways.length === 0) throw new StartFault('Say what to test on by one of --test, --split and --folds.');
  if (ways.length > 1)
    throw new StartFault(
      `Test by one of --test, --split and --folds: --${ways.join(' and --')} do not go together.`,
    );
  if (ways[0] === 'test') return { test: required(typed, 'test') };
  if (ways[0] === 'folds') return { folds: wholeNumber(typed, 'folds', 2, 2) };
  const split = required(typed, 'split');
  const from = readMoment(split);
  if (from === null) throw new StartFault(`--split must be a date like 2021-02-20, not "${split}".`);
  if (typed.text('time') === undefined)
    throw new StartFault('--split needs --time: the column that says when a row was written.');
  return { split, from };
}

function splitByTime(rows: readonly LabelledRow[], split: string, from: Date): Trial {
  const train = rows.filter(({ at }) => at !== null && at < from);
  const test = rows.filter(({ at }) => at !== null && at >= from);
  if (train.length === 0) throw new StartFault(`There is no row before ${split} to learn from.`);
  if (test.length === 0) throw new StartFault(`There is no row from ${split} on to test on.`);
  return unseen(train, test);
}

/** Parts by a shuffle that is the same every time; equal texts may stand in different parts and are then left out. */
function splitByFolds(rows: readonly LabelledRow[], folds: number): Trial[] {
  if (rows.length < folds)
    throw new StartFault(
      `--folds ${folds} needs ${folds} rows with a label at least: there are ${rows.length}.`,
    );
  const order = rows
    .map((row, at) => ({ row, place: fnv1a(`${at} ${row.text}`) }))
    .sort((one, other) => one.place - other.place)
    .map(({ row }) => row);
  return Array.from({ length: folds }, (_, fold) =>
    unseen(
      order.filter((__, at) => at % folds !== fold),
      order.filter((__, at) => at % folds === fold),
    ),
  );
}

/** A text learnt word for word tests nothing. */
function unseen(train: readonly LabelledRow[], test: readonly LabelledRow[]): Trial {
  const key = (text: string): string => fold(plainText(text)).replaceAll(/\s+/g, ' ').trim();
  const seen = new Set(train.map(({ text }) => key(text)));
  return { train, test: test.filter(({ text }) => !seen.has(key(text))) };
}
