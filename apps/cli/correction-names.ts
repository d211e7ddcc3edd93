import {
  authoritiesOf,
  municipalitiesOf,
  settlementsOf,
  streetsOf,
  topicsOf,
} from '#centre/queries/reference.ts';
import type { Writer } from '#store/connection.ts';

/** What a value of a correction is called; empty where it needs no other name than its own. */
export type NameOf = (field: string, value: string | null) => string;

const byId = (rows: readonly { readonly id: number; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ id, name }) => [String(id), name]));

/**
 * Names for the values of a region's corrections: topics, bodies, places. A place is named to its street: a number of a house
 * beside the words of a message would point at a dwelling. What is gone from the region has no name.
 */
export async function namesOfValues(tx: Writer, regionId: number): Promise<NameOf> {
  const topics = new Map((await topicsOf(tx, regionId)).map(({ code, name }) => [code, name.ru]));
  const bodies = byId(await authoritiesOf(tx, regionId));
  const parts = [
    byId(await municipalitiesOf(tx, regionId)),
    byId((await settlementsOf(tx, regionId)).map(({ id, kind, name }) => ({ id, name: `${kind} ${name}` }))),
    byId((await streetsOf(tx, regionId)).map(({ id, kind, name }) => ({ id, name: `${kind} ${name}` }))),
  ];
  // Written as municipality/settlement/street/house.
  const placeName = (value: string): string => {
    const ids = value.split('/');
    return parts.flatMap((names, i) => names.get(ids[i] ?? '') ?? []).join(', ');
  };
  return (field, value) => {
    if (value === null) return '';
    if (field === 'topic') return topics.get(value) ?? '';
    if (field === 'responsible') return bodies.get(value) ?? '';
    return field === 'place' ? placeName(value) : '';
  };
}
