import { StartFault } from '#store/start-fault.ts';

/**
 * The one row a person means by number, whole name or a part of it.
 *
 * @param what it is, for the sentence
 * @throws StartFault where it is none or may be several
 */
export function pickRow(
  what: string,
  meant: string,
  rows: readonly { readonly id: number; readonly name: string }[],
): number {
  const wanted = meant.trim().toLowerCase();
  const exact = rows.filter(({ id, name }) => String(id) === wanted || name.toLowerCase() === wanted);
  const like = exact.length > 0 ? exact : rows.filter(({ name }) => name.toLowerCase().includes(wanted));
  const [first, ...others] = [...new Map(like.map((row) => [row.id, row])).values()];
  if (first !== undefined && others.length === 0) return first.id;
  if (first === undefined) throw new StartFault(`No ${what} is called "${meant}".`);
  const shown = [first, ...others].slice(0, 5).map(({ id, name }) => `${id} ${name}`);
  throw new StartFault(`"${meant}" may be several: ${shown.join(', ')}. Give its number.`);
}
