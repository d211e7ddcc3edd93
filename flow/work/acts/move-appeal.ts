import { ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import { clocksMetBy } from '#flow/route/rules/clock.ts';
import { pauseDeadline, resumeDeadline } from '#flow/route/rules/deadline.ts';
import { deadlinesStartedBy, type ClockedCase, type Clockwork } from '#flow/route/rules/starting.ts';
import {
  cancelDeadlines,
  changeDeadlines,
  deadlinesOf,
  meetDeadlines,
  pauseDeadlines,
  runningDeadlines,
  startDeadlines,
  type ChangedClock,
  type PausedClock,
} from '#flow/route/queries/deadlines.ts';
import { clockEffects } from '../rules/clock-events.ts';
import { move, type Action, type Stage } from '../rules/lifecycle.ts';
import {
  recordMove,
  refreshDue,
  type AppealStateRow,
  type Doer,
  type RecordedMove,
} from '../queries/states.ts';

export interface MoveRequest {
  readonly action: Action;
  readonly at: Date;
  readonly by: Doer;
  readonly reason?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly set?: RecordedMove['set'];
}

export interface Moved {
  readonly version: number;
  readonly stage: Stage;
}

const clocked = (state: AppealStateRow): ClockedCase => ({
  appealId: state.appeal_id,
  regime: state.regime as ClockedCase['regime'],
  kind: state.kind as ClockedCase['kind'],
  topic: state.topic,
  dangerLevel: state.danger_level as ClockedCase['dangerLevel'],
});

/**
 * One move of one case: the rule decides, the history remembers, the clocks follow. A move never sets back a clock that
 * runs. The state must be locked by the caller.
 */
export async function moveAppeal(
  tx: Writer,
  clockwork: Clockwork,
  state: AppealStateRow,
  request: MoveRequest,
): Promise<Result<Moved, 'move_not_allowed' | 'calendar_exhausted'>> {
  const to = move(state.stage, request.action);
  if (!to.ok) return to;
  const version = await recordMove(tx, state, { ...request, to: to.value });

  const clocks = await moveClocks(tx, clockwork, state, request);
  if (!clocks.ok) return clocks;
  await refreshDue(tx, state.region_id, [state.appeal_id], request.at);
  return ok({ version, stage: to.value });
}

async function moveClocks(
  tx: Writer,
  clockwork: Clockwork,
  state: AppealStateRow,
  request: MoveRequest,
): Promise<Result<null, 'calendar_exhausted'>> {
  const { events, effect } = clockEffects[request.action];
  const { region_id: regionId, appeal_id: appealId } = state;
  if (effect === 'cancel') await cancelDeadlines(tx, regionId, [appealId], request.at);
  if (effect === 'pause') await pause(tx, clockwork, state, request.at);
  if (effect === 'resume') {
    const resumed = await resume(tx, clockwork, state, request.at);
    if (!resumed.ok) return resumed;
  }
  if (events.length === 0) return ok(null);
  await meetDeadlines(
    tx,
    regionId,
    [appealId],
    events.flatMap((event) => clocksMetBy(event, clockwork.clocks)),
    request.at,
  );
  const runs = (await deadlinesOf(tx, regionId, appealId)).map((row) => ({
    code: row.clock,
    running: row.met_at === null && row.cancelled_at === null,
  }));
  const started = deadlinesStartedBy(events, clocked(state), runs, request.at, clockwork);
  if (!started.ok) return started;
  await startDeadlines(tx, regionId, started.value, false);
  return ok(null);
}

/** The clocks wait only while the resident is asked; those the law does not let wait run on. */
async function pause(tx: Writer, clockwork: Clockwork, state: AppealStateRow, at: Date): Promise<void> {
  const paused: PausedClock[] = [];
  for (const row of await runningDeadlines(tx, state.region_id, state.appeal_id)) {
    const clock = clockwork.clocks.find((one) => one.code === row.clock);
    if (clock === undefined || row.paused_at !== null) continue;
    const left = pauseDeadline(clock, row.due_at, at, clockwork.schedule);
    if (left.ok)
      paused.push({ clock: row.clock, seq: row.seq, remainingMinutes: left.value.remainingMinutes });
  }
  await pauseDeadlines(tx, state.region_id, state.appeal_id, paused, at);
}

async function resume(
  tx: Writer,
  clockwork: Clockwork,
  state: AppealStateRow,
  at: Date,
): Promise<Result<null, 'calendar_exhausted'>> {
  const changed: ChangedClock[] = [];
  for (const row of await runningDeadlines(tx, state.region_id, state.appeal_id)) {
    const clock = clockwork.clocks.find((one) => one.code === row.clock);
    if (clock === undefined || row.remaining_minutes === null) continue;
    const due = resumeDeadline(clock, row.remaining_minutes, at, clockwork.schedule);
    if (!due.ok) return due;
    changed.push({
      clock: row.clock,
      seq: row.seq,
      dueAt: due.value.dueAt,
      warnAt: due.value.warnAt,
      isProvisional: due.value.provisional,
    });
  }
  await changeDeadlines(tx, state.region_id, state.appeal_id, changed, null);
  return ok(null);
}
