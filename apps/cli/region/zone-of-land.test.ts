import { expect, test } from 'vitest';
import { doubtOfZone } from './zone-of-land.ts';

const winter = new Date('2026-01-15T09:00:00Z');
const around = (longitude: number) => [longitude - 2, 50, longitude + 2, 55] as const;

test.each([
  ['Kursk', 36, 'Europe/Moscow'],
  ['Pskov', 29, 'Europe/Moscow'],
  ['Tatarstan', 51, 'Europe/Moscow'],
])('%s is not asked about the zone it was given for want of another', (_, longitude, zone) => {
  expect(doubtOfZone(zone, false, around(longitude), winter)).toBeNull();
});

test.each([
  ['Kaliningrad', 21.3],
  ['Chelyabinsk', 60.5],
  ['Novosibirsk', 80],
  ['Primorye', 135],
])('%s is asked whether Moscow time is really its time', (_, longitude) => {
  expect(doubtOfZone('Europe/Moscow', false, around(longitude), winter)).toContain('Is Europe/Moscow');
});

test('a zone somebody named is believed as far as it can be true', () => {
  expect(doubtOfZone('Asia/Novosibirsk', true, around(80), winter)).toBeNull();
  expect(doubtOfZone('Europe/Moscow', true, around(54), winter)).toBeNull();
});

test('land on both sides of the 180th meridian is not taken for Greenwich', () => {
  expect(doubtOfZone('Asia/Anadyr', true, [-180, 61, 180, 70], winter)).toBeNull();
});

test('a zone somebody named that lies elsewhere is doubted, with both figures', () => {
  expect(doubtOfZone('Asia/Omsk', true, around(37.5), winter)).toMatch(/\+6 h from UTC.*37\.5.*\+2\.5 h/);
});
