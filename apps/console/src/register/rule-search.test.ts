import { expect, test } from 'vitest';
import { searchRows } from './rule-search.ts';

const rows = [
  ['Ямы на дорогах', 'Липовский район', 'Дорожная служба'],
  ['Ёлки во дворе', 'весь регион', 'Администрация'],
];
const found = (search: string) => searchRows(rows, (row) => row, search).map(([first]) => first);

test.each([
  ['', ['Ямы на дорогах', 'Ёлки во дворе']],
  ['  липовский  ямы', ['Ямы на дорогах']],
  ['елки', ['Ёлки во дворе']],
  ['ямы, администрация', []],
])('«%s» finds %o', (search, names) => expect(found(search)).toEqual(names));
