import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseNumber, parseCaseNumber, wholeCaseNumber } from './number.ts';

describe('the human number of a case', () => {
  test('is short enough for a phone call', () => expect(caseNumber(2026, 4217)).toBe('26-004217'));

  test.each([
    ['Re: Ответ [№ 26-004217]', '26-004217'],
    ['номер 26-4217', '26-004217'],
    ['26 — 004217', '26-004217'],
  ])('is found in «%s»', (written, number) => expect(parseCaseNumber(written)).toBe(number));

  test.each(['дом 5', '', '2026-05-12'])('is not seen in «%s»', (written) =>
    expect(parseCaseNumber(written)).toBeNull(),
  );

  test.each([
    ['26-004217', '26-004217'],
    [' № 26 – 004217 ', '26-004217'],
    ['26-0042', null],
    ['яма, 26-004217', null],
    ['26 004217', null],
  ])('is the whole of «%s»: %s', (text, number) => expect(wholeCaseNumber(text)).toBe(number));

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2020, max: 2099 }),
        fc.integer({ min: 1, max: 999_999_999 }),
        (year, n) => parseCaseNumber(`№ ${caseNumber(year, n)}.`) === caseNumber(year, n),
      ),
    );
  });
});
