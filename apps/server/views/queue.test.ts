import { expect, test } from 'vitest';
import { queueFilter } from '#contract/queue.ts';
import { wholeQueue } from '#flow/work/queries/queue.ts';
import { filterOf } from './queue.ts';

const filter = (asked: object) => filterOf(queueFilter.parse(asked), ['coordinator'], (day) => new Date(day));

test('the whole number of a case is looked for in everything the person may see', () => {
  const narrow = { view: 'mine', overdue: 'true', topic: ['road_potholes'], from: '2026-11-01' };
  expect(filter({ ...narrow, search: '№ 26 - 008402' })).toEqual({ ...wholeQueue, search: '26-008402' });
});

test('a number that is still being typed, and words, are looked for in the view that is open', () => {
  const { stages } = filter({ view: 'mine' });
  expect(stages).not.toBeNull();
  expect(filter({ view: 'mine', search: '26-00' })).toMatchObject({ stages, search: '26-00' });
  expect(filter({ view: 'mine', search: 'яма' })).toMatchObject({ stages, search: 'яма' });
});
