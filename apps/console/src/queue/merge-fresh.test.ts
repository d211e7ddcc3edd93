import { expect, test } from 'vitest';
import { mergeFresh, type QueueRow } from './merge-fresh.ts';

const row = (id: string, version = 1, excerpt = ''): QueueRow => ({
  id,
  version,
  excerpt,
  number: id,
  stage: 'triage',
  attention: null,
  kind: 'problem',
  channel: 'portal',
  receivedAt: '2026-11-20T09:00:00Z',
  sector: null,
  topic: null,
  place: null,
  municipalityId: null,
  authorityId: null,
  danger: null,
  answer: 'none',
  problem: null,
  dueAt: null,
  isOverdue: false,
  neighbours: 0,
});
const ids = (rows: readonly QueueRow[]) => rows.map(({ id }) => id);

test('a new row is counted and moves nothing', () => {
  const { rows, fresh } = mergeFresh([row('b'), row('c')], [row('a'), row('b'), row('c')]);
  expect(ids(rows)).toEqual(['b', 'c']);
  expect(fresh).toBe(1);
});

test('a changed row is refreshed where it stands, even if it would now be elsewhere', () => {
  const { rows } = mergeFresh([row('a'), row('b')], [row('b', 2, 'new words'), row('a')]);
  expect(ids(rows)).toEqual(['a', 'b']);
  expect(rows[1]?.excerpt).toBe('new words');
});

test('an older answer that came late does not undo a newer row', () => {
  expect(mergeFresh([row('a', 3, 'newer')], [row('a', 2, 'older')]).rows[0]?.excerpt).toBe('newer');
});

test('a row that has left the first page stays until the list is asked anew', () => {
  expect(ids(mergeFresh([row('a'), row('b')], [row('b')]).rows)).toEqual(['a', 'b']);
});
