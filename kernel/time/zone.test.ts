import { describe, expect, test } from 'vitest';
import { dayNumberOf } from './local-date.ts';
import { dayAt, instantAt, isKnownZone, offsetAt } from './zone.ts';

const HOUR = 3_600_000;
const iso = (zone: string, date: string, minute: number) =>
  new Date(instantAt(zone, dayNumberOf(date), minute)).toISOString();

describe('eleven zones of Russia', () => {
  test.each([
    ['Europe/Kaliningrad', 2],
    ['Europe/Moscow', 3],
    ['Europe/Samara', 4],
    ['Asia/Yekaterinburg', 5],
    ['Asia/Omsk', 6],
    ['Asia/Krasnoyarsk', 7],
    ['Asia/Irkutsk', 8],
    ['Asia/Yakutsk', 9],
    ['Asia/Vladivostok', 10],
    ['Asia/Magadan', 11],
    ['Asia/Kamchatka', 12],
  ])('%s is %i hours ahead', (zone, hours) => {
    expect(offsetAt(zone, Date.UTC(2026, 4, 7))).toBe(hours * HOUR);
    expect(iso(zone, '2026-05-07', 15 * 60)).toBe(new Date(Date.UTC(2026, 4, 7, 15 - hours)).toISOString());
  });
});

describe('a zone that changed its offset', () => {
  test('Volgograd is at +4 until the night of 27 December 2020 and at +3 after it', () => {
    expect(iso('Europe/Volgograd', '2020-12-25', 9 * 60)).toBe('2020-12-25T05:00:00.000Z');
    expect(iso('Europe/Volgograd', '2020-12-28', 9 * 60)).toBe('2020-12-28T06:00:00.000Z');
  });

  test('the hour shown twice is taken the first time', () => {
    expect(iso('Europe/Volgograd', '2020-12-27', 90)).toBe('2020-12-26T21:30:00.000Z');
  });

  test('an hour that was skipped becomes the first moment after the gap', () => {
    expect(iso('Asia/Tomsk', '2016-05-29', 150)).toBe('2016-05-28T20:00:00.000Z');
  });

  test('the local day of an instant follows the wall clock', () => {
    expect(dayAt('Asia/Kamchatka', Date.UTC(2026, 4, 7, 12))).toBe(dayNumberOf('2026-05-08'));
    expect(dayAt('Europe/Kaliningrad', Date.UTC(2026, 4, 7, 21, 59))).toBe(dayNumberOf('2026-05-07'));
  });
});

test('an invented zone is not known', () => {
  expect([isKnownZone('Asia/Omsk'), isKnownZone('Asia/Atlantis')]).toEqual([true, false]);
});
