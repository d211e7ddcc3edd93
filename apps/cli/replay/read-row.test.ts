import { describe, expect, test } from 'vitest';
import { loadMapping, mappingSchema, type Mapping } from './mapping.ts';
import { readMoment, readRow, type Reading, type Row } from './read-row.ts';

const mapping: Mapping = {
  ...mappingSchema.parse({
    about: 'a made-up export',
    columns: {
      id: 'id',
      text: 'text',
      createdAt: 'at',
      address: ['town', 'street', 'house'],
      lat: 'lat',
      lon: 'lon',
      photos: 'photos',
    },
    leadingApostrophe: true,
    topic: { columns: ['group', 'kind'], map: 'own' },
  }),
  topicOf: { 'Двор›Уборка': 'yard_cleaning' },
};
const reading: Reading = {
  mapping,
  zone: 'Asia/Omsk',
  now: new Date('2026-03-02T09:00:00Z'),
  since: new Date('2020-01-01T00:00:00Z'),
  givesPoints: false,
};
const row: Row = {
  id: '7',
  text: "'[id1|Анна], снег<br>не убран &laquo;совсем&raquo;",
  at: '2026-02-01 10:00:00',
  town: 'Липовск',
  street: 'Садовая',
  house: '',
  lat: '55.1',
  lon: '73.4',
  photos: 'Нет',
  group: ' Двор ',
  kind: 'Уборка ★',
};
const read = (change: Row = {}, how: Partial<Reading> = {}) =>
  readRow({ ...row, ...change }, { ...reading, ...how });

describe('a row', () => {
  test('becomes a message in the words a person read', () => {
    expect(read()).toMatchObject({
      kind: 'message',
      id: '7',
      prepared: {
        message: { externalId: '7', text: 'Анна, снег\nне убран «совсем»', point: null },
        receivedAt: new Date('2026-02-01T04:00:00Z'),
        address: 'Липовск, Садовая',
      },
      truth: { topic: 'yard_cleaning', point: { lat: 55.1, lon: 73.4 } },
    });
  });

  test('gives its point only where it is asked to', () => {
    expect(read({}, { givesPoints: true })).toMatchObject({
      prepared: { message: { point: { lat: 55.1, lon: 73.4 } } },
    });
  });

  test('without words is a message if it brought a photo', () => {
    expect(read({ text: '', photos: 'Да' })).toMatchObject({ kind: 'message' });
    expect(read({ text: '', photos: '2' })).toMatchObject({ kind: 'message' });
  });

  test.each([
    ['no id', { id: ' ' }, 'no_id'],
    ['neither words nor a photo', { text: " '<br> " }, 'no_text'],
    ['a point that is none', { lat: '155' }, 'coordinates_impossible'],
    ['half a point', { lon: '' }, 'coordinates_impossible'],
    ['the point of nowhere', { lat: '0', lon: '0' }, 'coordinates_impossible'],
    ['a date that is none', { at: '31.02.2026' }, 'date_unreadable'],
    ['a date to come', { at: '2026-05-01' }, 'date_unreadable'],
    ['a date before all calendars', { at: '2012-05-01' }, 'date_outside_calendars'],
  ])('with %s is refused', (_, change, why) => {
    expect(read(change)).toMatchObject({ kind: 'refused', why });
  });

  test('without an id is known by its words, so that a second run finds it', () => {
    expect(read({ id: '' }).id).toBe(read({ id: '' }).id);
    expect(read({ id: '' }).id).not.toBe(read({ id: '', text: 'other' }).id);
  });
});

describe('a moment', () => {
  test.each([
    ['2020-10-18T14:50:40.817676', '2020-10-18T11:50:40.817Z'],
    ['2025-12-24 20:06:36', '2025-12-24T17:06:36.000Z'],
    ['2025-12-24', '2025-12-23T21:00:00.000Z'],
    ['18.10.2020 4:50', '2020-10-18T01:50:00.000Z'],
    ['18.10.2020', '2020-10-17T21:00:00.000Z'],
    ['2025-12-24T20:06:36Z', '2025-12-24T20:06:36.000Z'],
    ['2025-12-24T20:06:36+05:00', '2025-12-24T15:06:36.000Z'],
    ['2025-12-24T20:06:36-03:30', '2025-12-24T23:36:36.000Z'],
  ])('%s is read in the zone of the region or its own', (written, instant) => {
    expect(readMoment(written, 'Europe/Moscow')?.toISOString()).toBe(instant);
  });

  test.each(['', 'вчера', '2025-13-01', '2025-12-24 25:00', '24/12/2025'])('"%s" is none', (written) => {
    expect(readMoment(written, 'Europe/Moscow')).toBeNull();
  });
});

test.each(['spb', 'kursk', 'incident'])('the shipped mapping %s is whole', (name) => {
  expect(Object.keys(loadMapping(name).topicOf).length).toBeGreaterThan(50);
});
