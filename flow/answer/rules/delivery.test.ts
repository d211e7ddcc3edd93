import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '#kernel/channel.ts';
import { afterAttempt } from './delivery.ts';

const at = new Date('2026-05-12T09:00:00Z');

describe('after an attempt to send', () => {
  test('what was sent is settled', () =>
    expect(afterAttempt({ kind: 'sent', externalId: 'x' }, 1, at)).toMatchObject({
      state: 'sent',
      externalId: 'x',
      needsPerson: false,
      retryAt: null,
    }));

  test('what nobody knows is never sent again by itself', () =>
    expect(afterAttempt({ kind: 'uncertain' }, 1, at)).toMatchObject({
      state: 'uncertain',
      retryAt: null,
      needsPerson: true,
    }));

  test('a channel that is away is tried again, later each time, and at last a person is told', () => {
    const retry: SendOutcome = { kind: 'retry', afterSeconds: 5 };
    const waits = [1, 3, 6, 9].map(
      (attempt) => afterAttempt(retry, attempt, at).retryAt!.getTime() - at.getTime(),
    );
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(afterAttempt(retry, 12, at)).toMatchObject({
      state: 'undeliverable',
      needsPerson: true,
      retryAt: null,
    });
  });

  test('it never waits longer than six hours nor shorter than asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 0, max: 20_000 }),
        (attempt, afterSeconds) => {
          const wait =
            (afterAttempt({ kind: 'retry', afterSeconds }, attempt, at).retryAt!.getTime() - at.getTime()) /
            1000;
          return wait <= 6 * 3600 && wait >= Math.min(afterSeconds, 6 * 3600);
        },
      ),
    );
  });
});
