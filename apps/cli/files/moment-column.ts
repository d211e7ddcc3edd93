import { StartFault } from '#store/start-fault.ts';
import type { Say } from './open-text.ts';
import { readMoment, slashOrder } from './written-moment.ts';

/** A column of a table, for the sentences about it. */
export interface NamedColumn {
  readonly file: string;
  readonly column: string;
  /** The option that names it. */
  readonly option: string;
}

/**
 * The moments of a whole column; what cannot be read is counted and told, never passed over in silence.
 *
 * @throws StartFault with an example where most of what is written is no moment
 */
export function momentsOf(
  values: readonly string[],
  { file, column, option }: NamedColumn,
  say: Say,
): (Date | null)[] {
  const order = slashOrder(values);
  const moments = values.map((value) => (value.trim() === '' ? null : readMoment(value, order)));
  const unread = values.filter((value, i) => value.trim() !== '' && moments[i] === null);
  const empty = values.filter((value) => value.trim() === '').length;
  const example = (unread[0] ?? '').trim().slice(0, 40);
  if (unread.length > (values.length - empty) / 2)
    throw new StartFault(
      `The column "${column}" of ${file} (--${option}) holds no moments such as 2021-02-20 9:05 or 20.02.2021: "${example}" stands there.`,
    );
  if (unread.length > 0)
    say(
      `${file}: ${unread.length} of ${values.length} rows have no moment that can be read in "${column}", such as "${example}".`,
    );
  if (empty > 0) say(`${file}: ${empty} of ${values.length} rows have nothing in "${column}".`);
  return moments;
}
