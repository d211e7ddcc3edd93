import { describe, expect, test } from 'vitest';
import { time as en } from '../en/time.ts';
import { time } from './time.ts';

const plain = (words: string) => words.replaceAll('\u00a0', ' ');

const zone = 'Asia/Yekaterinburg'; // UTC+5
const now = new Date('2026-05-12T09:20:00Z'); // 14:20 there

describe('a date in human words', () => {
  test.each([
    ['the same minute', '2026-05-12T09:20:00Z', 'сегодня, 14:20'],
    ['earlier the same day', '2026-05-11T20:05:00Z', 'сегодня, 01:05'],
    ['the evening before there, though the same day in UTC', '2026-05-11T18:30:00Z', 'вчера, 23:30'],
    ['tomorrow', '2026-05-13T04:00:00Z', 'завтра, 09:00'],
    ['this year', '2026-05-02T09:00:00Z', '2 мая'],
    ['another year', '2025-12-31T09:00:00Z', '31 декабря 2025'],
  ])('%s', (_, at, words) => {
    expect(plain(time.moment(new Date(at), now, zone))).toBe(words);
  });

  test('a day says no clock time', () => {
    expect(time.day(new Date('2026-05-11T09:00:00Z'), now, zone)).toBe('вчера');
  });

  test('the exact time is whole and without «г.»', () => {
    expect(plain(time.exact(now, zone))).toBe('12 мая 2026, 14:20');
  });
});

describe('a deadline', () => {
  test.each([
    ['2026-05-12T13:00:00Z', 'сегодня до 18:00'],
    ['2026-05-13T13:00:00Z', 'завтра до 18:00'],
    ['2026-05-22T13:00:00Z', 'до 22 мая'],
    ['2026-05-11T13:00:00Z', 'до 11 мая'],
  ])('%s', (at, words) => {
    expect(plain(time.until(new Date(at), now, zone))).toBe(words);
  });
});

test('a day and its month stay on one line', () => {
  expect(time.date(now, now, zone)).toBe('12\u00a0мая');
});

describe('a duration of working time', () => {
  test.each([
    [200, 'ещё 3 ч 20 мин рабочего времени'],
    [60, 'ещё 1 ч рабочего времени'],
    [0.5, 'ещё меньше минуты рабочего времени'],
    [959, 'ещё 15 ч 59 мин рабочего времени'],
    [960, 'ещё 2 рабочих дня'],
    [2400, 'ещё 5 рабочих дней'],
  ])('%d minutes left', (minutes, words) => {
    expect(plain(time.workingLeft(minutes))).toBe(words);
  });

  test('over the deadline', () => {
    expect(plain(time.workingOver(40))).toBe('просрочено на 40 мин рабочего времени');
  });
});

test('English says the same', () => {
  expect(en.moment(now, now, zone)).toBe('today, 14:20');
  expect(plain(en.day(new Date('2025-12-31T09:00:00Z'), now, zone))).toBe('31 December 2025');
  expect(plain(en.workingLeft(200))).toBe('3 h 20 min of working time left');
});
