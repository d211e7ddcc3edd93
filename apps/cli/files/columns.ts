import { StartFault } from '#store/start-fault.ts';
import type { Table } from './table.ts';

const bare = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim();

/**
 * The column of a table that a person means: of this very name, else the only one of this name but for case and spaces.
 *
 * @param option that named it, for the sentence
 * @throws StartFault naming the columns there are, the nearest by name first
 */
export function columnNamed({ file, header }: Omit<Table, 'rows'>, asked: string, option: string): string {
  const wanted = asked.trim();
  if (header.includes(wanted)) return wanted;
  const alike = header.filter((name) => bare(name) === bare(wanted));
  if (alike.length === 1 && alike[0] !== undefined) return alike[0];
  const near = nearest(wanted, header);
  throw new StartFault(
    `${file} has no column "${wanted}" (--${option}).${near === null ? '' : ` Is "${near}" meant?`} Its columns: ${listed(header)}.`,
  );
}

/** Names of columns for a sentence: a file without a header has texts for names, which must not fill the screen. */
export function listed(header: readonly string[]): string {
  const shown = header
    .slice(0, MOST_NAMED)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  return header.length > MOST_NAMED
    ? `${shown.join(', ')} and ${header.length - MOST_NAMED} more`
    : shown.join(', ');
}

const MOST_NAMED = 60;

/** The name nearest to the one asked for, `null` where none is alike. */
function nearest(asked: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let least = 0.5;
  for (const name of names) {
    const far = distance(bare(asked), bare(name)) / Math.max(asked.length, name.length, 1);
    if (far < least) [best, least] = [name, far];
  }
  return best;
}

/** Letters to put in, leave out or change until two names are one. */
function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === two[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[two.length] ?? 0;
}
