import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentsOf } from './moment-column.ts';
import { readMoment, slashOrder } from './written-moment.ts';

describe('a moment is read as tables write it', () => {
  test.each([
    ['2021-02-20', '2021-02-20T00:00:00.000Z'],
    ['2021-2-5', '2021-02-05T00:00:00.000Z'],
    ['2021-02-20 9:05', '2021-02-20T09:05:00.000Z'],
    ['2021-02-20T14:05:01.123456', '2021-02-20T14:05:01.123Z'],
    ['2021-02-20 14:05:00', '2021-02-20T14:05:00.000Z'],
    ['2021/02/20', '2021-02-20T00:00:00.000Z'],
    ['2021.02.20 09:05', '2021-02-20T09:05:00.000Z'],
    ['20.02.2021', '2021-02-20T00:00:00.000Z'],
    ['20.02.2021 9:05', '2021-02-20T09:05:00.000Z'],
    ['20.02.2021, 09:05:30', '2021-02-20T09:05:30.000Z'],
    ['1.3.2021 в 9:05', '2021-03-01T09:05:00.000Z'],
    ['20.02.21', '2021-02-20T00:00:00.000Z'],
    ['20.02.2021 г.', '2021-02-20T00:00:00.000Z'],
    ['20-02-2021', '2021-02-20T00:00:00.000Z'],
    ['20 февраля 2021 г. 9:05', '2021-02-20T09:05:00.000Z'],
    ['5 мая 2021', '2021-05-05T00:00:00.000Z'],
    ['20 Feb 2021 09:05:00 +0300', '2021-02-20T06:05:00.000Z'],
    ['Sat, 20 Feb 2021 09:05:00 GMT', '2021-02-20T09:05:00.000Z'],
    ['Feb 20, 2021 9:05 PM', '2021-02-20T21:05:00.000Z'],
    ['2/20/2021 12:05 AM', '2021-02-20T00:05:00.000Z'],
    ['2021-20-02', '2021-02-20T00:00:00.000Z'],
    ['20210220', '2021-02-20T00:00:00.000Z'],
    ['20210220090530', '2021-02-20T09:05:30.000Z'],
    ['2021-02-20T24:00:00', '2021-02-21T00:00:00.000Z'],
    ["'2021-02-20 09:05", '2021-02-20T09:05:00.000Z'],
    ['2021-02-20\u00a09:05', '2021-02-20T09:05:00.000Z'],
  ])('«%s»', (written, meant) => expect(readMoment(written)?.toISOString()).toBe(meant));

  test.each([
    ['2021-02-20T14:05:00Z', '2021-02-20T14:05:00.000Z'],
    ['2021-02-20T14:05:00+03:00', '2021-02-20T11:05:00.000Z'],
    ['2021-02-20 14:05:00+03', '2021-02-20T11:05:00.000Z'],
    ['2021-02-20 14:05:00.5 +0530', '2021-02-20T08:35:00.500Z'],
    ['2021-02-20 14:05:00 UTC', '2021-02-20T14:05:00.000Z'],
    ['2021-02-20 14:05 МСК', '2021-02-20T11:05:00.000Z'],
  ])('with its zone: «%s»', (written, meant) => expect(readMoment(written)?.toISOString()).toBe(meant));

  test.each([
    ['1613811900', '2021-02-20T09:05:00.000Z'],
    ['1613811900.5', '2021-02-20T09:05:00.500Z'],
    ['1613811900123', '2021-02-20T09:05:00.123Z'],
    ['44247', '2021-02-20T00:00:00.000Z'],
    ['44247,378472222', '2021-02-20T09:05:00.000Z'],
  ])('as a number: «%s»', (written, meant) => expect(readMoment(written)?.toISOString()).toBe(meant));

  test.each([
    '',
    'вчера',
    '31.02.2021',
    '2021-13-32',
    '2021-02-20 25:00',
    '2021-02-20 и потом',
    '0001-01-01',
    '9999-12-31',
    '12',
    '20.02',
    '9:05',
    '5 мыла 2021',
  ])('«%s» is none', (written) => expect(readMoment(written)).toBeNull());

  test('whatever stands there, nothing is thrown', () => {
    fc.assert(fc.property(fc.string(), (text) => void readMoment(text)));
  });

  test('every day written in any of the usual ways is that day', () => {
    const ways = [
      (y: string, m: string, d: string) => `${y}-${m}-${d}`,
      (y: string, m: string, d: string) => `${d}.${m}.${y}`,
      (y: string, m: string, d: string) => `${d}/${m}/${y}`,
      (y: string, m: string, d: string) => `${d}.${m}.${y.slice(2)}`,
      (y: string, m: string, d: string) => `${Number(d)}.${Number(m)}.${y}`,
      (y: string, m: string, d: string) => `${y}/${m}/${d} 00:00`,
    ];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true }),
        fc.constantFrom(...ways),
        (date, write) => {
          const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
          expect(
            readMoment(write(year, month, day))
              ?.toISOString()
              .slice(0, 10),
          ).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });
});

describe('days with slashes', () => {
  test.each([
    ['day first, as is usual here', ['03/04/2021', '05/06/2021'], 'day_first'],
    ['month first where one can be read only so', ['03/04/2021', '03/25/2021'], 'month_first'],
    ['day first where one can be read only so', ['03/25/2021', '25/03/2021'], 'day_first'],
  ] as const)('%s', (_, values, order) => expect(slashOrder(values)).toBe(order));

  test('a whole column is read in its own order; dots are day first whatever the slashes are', () => {
    const column = { file: 'a.csv', column: 'at', option: 'time' };
    const read = momentsOf(['03/04/2021', '03/25/2021', '04.03.2021'], column, () => {});
    expect(read.map((one) => one?.toISOString().slice(0, 10))).toEqual([
      '2021-03-04',
      '2021-03-25',
      '2021-03-04',
    ]);
  });
});

describe('a column of moments', () => {
  const column = { file: 'a.csv', column: 'at', option: 'time' };
  test('what cannot be read is counted and told', () => {
    const told: string[] = [];
    const read = momentsOf(['2021-02-20', 'вчера', '', '2021-02-21'], column, (line) => void told.push(line));
    expect(read.map((one) => one !== null)).toEqual([true, false, false, true]);
    expect(told).toEqual([
      'a.csv: 1 of 4 rows have no moment that can be read in "at", such as "вчера".',
      'a.csv: 1 of 4 rows have nothing in "at".',
    ]);
  });
  test('of which most cannot be read is refused with an example', () => {
    expect(() => momentsOf(['вчера', 'давно', '2021-02-21'], column, () => {})).toThrow(
      'The column "at" of a.csv (--time) holds no moments such as 2021-02-20 9:05 or 20.02.2021: "вчера" stands there.',
    );
  });
});
