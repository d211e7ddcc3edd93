import type { z } from 'zod';
import type { clock } from '#contract/card.ts';

export type Clock = z.output<typeof clock>;

/** The clock that runs out first among those not yet met; `null` when nothing is owed. */
export function nextClock(clocks: readonly Clock[]): Clock | null {
  const running = clocks.filter(({ metAt }) => metAt === null);
  return running.reduce<Clock | null>(
    (first, candidate) => (first === null || candidate.dueAt < first.dueAt ? candidate : first),
    null,
  );
}
