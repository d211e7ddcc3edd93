import { plainText } from '#flow/understand/rules/plain-text.ts';
import { fnv1a } from '#flow/understand/rules/hash.ts';
import { fold } from '#flow/understand/rules/words.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, wholeNumber, type Typed } from '../command.ts';
import { readTable } from './table.ts';

/** Which columns of a table mean what. */
export interface RowShape {
  readonly text: string;
  readonly label: string;
  /** The widest first. */
  readonly places: readonly string[];
  readonly time: string | null;
}

/** One row of a table whose answer is known. */
export interface LabelledRow {
  readonly text: string;
  readonly label: string;
  readonly places: readonly string[];
  readonly at: Date | null;
}

/** What teaches and what tests. */
export interface Trial {
  readonly train: readonly LabelledRow[];
  readonly test: readonly LabelledRow[];
}

export const shapeOf = (typed: Typed): RowShape => ({
  text: required(typed, 'text'),
  label: required(typed, 'label'),
  places: (typed.text('place') ?? '')
    .split(',')
    .map((column) => column.trim())
    .filter((column) => column !== ''),
  time: typed.text('time')?.trim() ?? null,
});

/**
 * Rows of a table with an answer; those without one are left out.
 *
 * @throws StartFault naming the file and what is wrong with it
 */
export async function labelledRows(file: string, shape: RowShape): Promise<LabelledRow[]> {
  const { text, label, places, time } = shape;
  const columns = [text, label, ...places, ...(time === null ? [] : [time])];
  const rows = (await readTable(file, columns)).flatMap((row): LabelledRow[] => {
    const answer = row[label]?.trim() ?? '';
    if (answer === '') return [];
    return [
      {
        text: row[text] ?? '',
        label: answer,
        places: places.map((column) => row[column]?.trim() ?? '').filter((place) => place !== ''),
        at: time === null ? null : timeOf(row[time] ?? ''),
      },
    ];
  });
  if (rows.length === 0) throw new StartFault(`${file} has no row with anything in "${label}".`);
  return rows;
}

/** A time as files write it, «20.02.2021 14:05» too; without a zone it is taken as UTC, since only the order matters. */
export function timeOf(written: string): Date | null {
  const iso = written
    .trim()
    .replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})/, (_, day: string, month: string, year: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )
    .replace(/ (?=\d)/, 'T');
  const [day, time] = iso.split('T');
  const hasZone = /(?:z|[+-]\d{2}:?\d{2})$/i.test(time ?? '');
  const at = new Date(time === undefined ? `${day}T00:00:00Z` : hasZone ? iso : `${iso}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/**
 * What is learnt from and what is tested: a file of its own, the rows from a date on, or every part in turn.
 *
 * @param test rows of a file of their own; `null` where --split or --folds is typed
 */
export function trialsOf(
  rows: readonly LabelledRow[],
  test: readonly LabelledRow[] | null,
  typed: Typed,
): Trial[] {
  const [split, folds] = [typed.text('split'), wholeNumber(typed, 'folds', 2, null)];
  if ([test, split ?? null, folds].filter((way) => way !== null).length !== 1)
    throw new StartFault('Say what to test on by one of --test, --split and --folds.');
  if (test !== null) return [{ train: rows, test }];
  if (split !== undefined) return [splitByTime(rows, split)];
  return splitByFolds(rows, folds ?? 2);
}

function splitByTime(rows: readonly LabelledRow[], split: string): Trial {
  const from = /^\d{4}-\d{2}-\d{2}$/.test(split) ? new Date(`${split}T00:00:00Z`).getTime() : NaN;
  if (Number.isNaN(from)) throw new StartFault(`--split must be a date like 2021-02-20, not "${split}".`);
  if (rows.every(({ at }) => at === null))
    throw new StartFault('--split needs --time: the column that says when a row was written.');
  const dated = rows.flatMap((row) => (row.at === null ? [] : [{ row, at: row.at.getTime() }]));
  const train = dated.filter(({ at }) => at < from).map(({ row }) => row);
  if (train.length === 0) throw new StartFault(`There is no row before ${split} to learn from.`);
  return unseen(
    train,
    dated.filter(({ at }) => at >= from).map(({ row }) => row),
  );
}

/** Parts by a shuffle that is the same every time; equal texts may stand in different parts and are then left out. */
function splitByFolds(rows: readonly LabelledRow[], folds: number): Trial[] {
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
