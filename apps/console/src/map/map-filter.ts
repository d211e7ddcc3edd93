import type { z } from 'zod';
import { mapFilter } from '#contract/learn.ts';
import { readByOne } from '../app/search.ts';

/** What the map shows; the address bar holds exactly this. */
export type MapFilter = z.output<typeof mapFilter>;

const names = Object.keys(mapFilter.shape);

/** The filter in the address bar; what is not understood there is left out. */
export function readMapFilter(search: Readonly<Record<string, unknown>>): MapFilter {
  return mapFilter.parse(readByOne(search, names, (candidate) => mapFilter.safeParse(candidate)));
}
