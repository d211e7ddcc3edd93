import { expect, test } from 'vitest';
import { staff } from '#texts/ru/staff.ts';
import { dueIn } from './due.ts';

const now = new Date('2026-11-20T09:00:00Z');
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test.each([
  ['an hour and a half', '2026-11-20T10:30:00Z', 'soon', 'ещё 1 ч 30 мин'],
  ['this very minute', '2026-11-20T09:00:30Z', 'soon', 'ещё меньше минуты'],
  ['tomorrow', '2026-11-21T09:00:00Z', 'calm', 'ещё 24 ч'],
  ['half a day', '2026-11-20T21:47:00Z', 'calm', 'ещё 12 ч'],
  ['in two days', '2026-11-22T09:00:00Z', 'calm', 'ещё 2 дня'],
  ['five days ago', '2026-11-15T08:00:00Z', 'over', 'просрочено на 5 дней'],
  ['ten minutes ago', '2026-11-20T08:50:00Z', 'over', 'просрочено на 10 мин'],
])('due %s', (_, at, tone, words) => {
  const due = dueIn(at, now, staff);
  expect({ ...due, words: plain(due.words) }).toEqual({ tone, words });
});
