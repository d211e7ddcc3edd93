import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilsonLowerBound } from './wilson.ts';

const counted = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('the lower end of a share', () => {
  test.each([
    [9, 10, 0.596],
    [10, 10, 0.722],
    [83, 90, 0.848],
    [0, 10, 0],
    [0, 0, 0],
  ])('of %i in %i is %f', (hits, n, bound) => expect(wilsonLowerBound(hits, n)).toBeCloseTo(bound, 3));

  test('lies between nothing and the share itself', () =>
    fc.assert(
      fc.property(counted, ([hits, n]) => {
        const bound = wilsonLowerBound(hits, n);
        return bound >= 0 && bound <= hits / n + 1e-12;
      }),
    ));

  test('grows with what was seen of the same share', () =>
    fc.assert(
      fc.property(
        counted,
        ([hits, n]) => wilsonLowerBound(hits * 2, n * 2) >= wilsonLowerBound(hits, n) - 1e-12,
      ),
    ));

  test('grows with every hit', () =>
    fc.assert(
      fc.property(
        counted,
        ([hits, n]) => hits === n || wilsonLowerBound(hits + 1, n) > wilsonLowerBound(hits, n),
      ),
    ));
});
