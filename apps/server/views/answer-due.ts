import type { Selectable } from 'kysely';
import type { Clock } from '#flow/route/rules/clock.ts';
import { deadlinesStartedBy, type ClockedCase, type Clockwork } from '#flow/route/rules/starting.ts';
import type { Database } from '#store/schema.gen.ts';

export type DeadlineRow = Selectable<Database['deadline']>;

/** Clocks that end with an answer to the resident, not with a step of our own before it. */
const endsWithAnswer = (clock: Clock): boolean =>
  clock.stopsAt.includes('final_answered') && !clock.stopsAt.includes('assigned');

/** Clocks that end when somebody who can solve it has the message. */
const endsWithBody = (clock: Clock): boolean =>
  clock.stopsAt.includes('assigned') && clock.startsAt.includes('registered');

const codesOf = (clocks: readonly Clock[], which: (clock: Clock) => boolean): ReadonlySet<string> =>
  new Set(clocks.filter(which).map((clock) => clock.code));

/** Codes of the clocks a resident waits for. */
export const answerClocks = (clocks: readonly Clock[]): string[] => [...codesOf(clocks, endsWithAnswer)];

const latest = <T>(rows: readonly T[], due: (row: T) => Date): T | null =>
  rows.toSorted((a, b) => due(b).getTime() - due(a).getTime())[0] ?? null;

/** The deadline a resident is told: the last of those that still run towards an answer; `null` where none does. */
export function answerDeadline(rows: readonly DeadlineRow[], clocks: readonly Clock[]): DeadlineRow | null {
  const codes = codesOf(clocks, endsWithAnswer);
  const running = rows.filter(
    (row) => codes.has(row.clock) && row.met_at === null && row.cancelled_at === null,
  );
  return latest(running, (row) => row.due_at);
}

/** What a message just received may expect before anybody has read it; `null` where the calendar does not reach. */
export function expectedDues(
  one: ClockedCase,
  receivedAt: Date,
  clockwork: Clockwork,
): { readonly readBy: Date | null; readonly answerBy: Date | null } {
  const started = deadlinesStartedBy(['received', 'registered'], one, [], receivedAt, clockwork);
  if (!started.ok) return { readBy: null, answerBy: null };
  const due = (which: (clock: Clock) => boolean): Date | null => {
    const codes = codesOf(clockwork.clocks, which);
    const rows = started.value.filter((row) => codes.has(row.clock));
    return latest(rows, (row) => row.dueAt)?.dueAt ?? null;
  };
  return { readBy: due(endsWithBody), answerBy: due(endsWithAnswer) };
}
