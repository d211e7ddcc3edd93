import { describe, expect, test } from 'vitest';
import { isForgotten, waitSeconds } from './throttle.ts';

const last = new Date('2026-05-12T09:00:00Z');
const later = (seconds: number): Date => new Date(last.getTime() + seconds * 1000);

describe('wrong passwords', () => {
  test('the first five cost nothing', () => expect(waitSeconds(4, last, last)).toBe(0));
  test('then waiting doubles', () =>
    expect([5, 6, 7, 8].map((failures) => waitSeconds(failures, last, last))).toEqual([5, 10, 20, 40]));
  test('it is never longer than fifteen minutes', () => expect(waitSeconds(60, last, last)).toBe(900));
  test('it runs out', () => expect(waitSeconds(7, last, later(21))).toBe(0));
  test('an hour of peace forgets them', () => {
    expect(isForgotten(last, later(3601))).toBe(true);
    expect(isForgotten(last, later(60))).toBe(false);
  });
});
