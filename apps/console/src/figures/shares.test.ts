import { expect, test } from 'vitest';
import { lastDays, periodBefore, readFiguresPeriod } from './figures-period.ts';
import { headlineOf } from './shares.ts';

const promises = { kept: 0, broken: 0 };

test('silence counts in the whole: it can raise no share', () => {
  const headline = headlineOf({
    received: 100,
    answered: 80,
    confirmed: 20,
    disputed: 10,
    noReply: 30,
    promises,
  });
  expect(headline).toMatchObject({
    asked: 60,
    repliedPercent: 50,
    confirmedPercent: 33,
    disputedPercent: 17,
    silentPercent: 50,
  });
});

test('nothing asked gives no share, not a zero and not a hundred', () => {
  const headline = headlineOf({ received: 5, answered: 0, confirmed: 0, disputed: 0, noReply: 0, promises });
  expect(headline.repliedPercent).toBeNull();
  expect(headline.keptPercent).toBeNull();
});

test('only promises whose day has come are judged', () => {
  const headline = headlineOf({
    received: 0,
    answered: 0,
    confirmed: 0,
    disputed: 0,
    noReply: 0,
    promises: { kept: 5, broken: 2 },
  });
  expect(headline.keptPercent).toBe(71);
});

test('the last seven days end today and count today', () => {
  expect(lastDays(7, '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' });
});

test('the period before is as long and ends the day before', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-07' })).toEqual({
    from: '2026-02-22',
    to: '2026-02-28',
  });
});

test('half a period in the address, or one that ends before it begins, is no period', () => {
  expect(readFiguresPeriod({ from: '2026-03-01' })).toEqual({});
  expect(readFiguresPeriod({ from: '2026-03-05', to: '2026-03-01' })).toEqual({});
  expect(readFiguresPeriod({ from: '2026-03-01', to: '2026-03-05' })).toEqual({
    from: '2026-03-01',
    to: '2026-03-05',
  });
});
