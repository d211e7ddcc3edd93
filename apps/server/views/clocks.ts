import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { clock } from '#contract/card.ts';
import { countsWorkingTime, minutesLeft } from '#flow/route/rules/deadline.ts';
import type { Clockwork } from '#flow/route/rules/starting.ts';
import type { Database } from '#store/schema.gen.ts';

/** Clocks of a case with what is left of each, in its own measure. */
export function clockViews(
  rows: readonly Selectable<Database['deadline']>[],
  clockwork: Clockwork,
  now: Date,
): z.input<typeof clock>[] {
  return rows
    .filter((row) => row.cancelled_at === null)
    .map((row) => {
      const definition = clockwork.clocks.find((one) => one.code === row.clock);
      const isRunning = row.met_at === null && row.paused_at === null;
      const left =
        definition !== undefined && isRunning && countsWorkingTime(definition)
          ? minutesLeft(definition, row.due_at, now, clockwork.schedule)
          : null;
      return {
        code: row.clock,
        startedAt: row.started_at.toISOString(),
        dueAt: row.due_at.toISOString(),
        warnAt: row.warn_at.map((at) => at.toISOString()),
        metAt: row.met_at?.toISOString() ?? null,
        isPaused: row.paused_at !== null,
        isProvisional: row.is_provisional,
        isOverdue: (row.met_at ?? now) > row.due_at && row.paused_at === null,
        workingMinutesLeft:
          left === null ? (row.remaining_minutes ?? null) : left.ok ? Math.round(left.value) : null,
        basis: row.basis,
        extendedReason: row.extended_reason,
      };
    });
}
