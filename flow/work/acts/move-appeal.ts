import { ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import type { ClockedCase, Clockwork, StartedDeadline } from '#flow/route/rules/starting.ts';
import type { CaseClock } from '#flow/route/rules/case-clock.ts';
import { clocksOf, saveClocks, startDeadlines } from '#flow/route/queries/deadlines.ts';
import { move, type Action, type Stage } from '../rules/lifecycle.ts';
import { moveClocks } from '../rules/move-clocks.ts';
import {
  recordMoves,
  type AppealStateRow,
  type Doer,
  type RecordedMove,
  type StateChange,
} from '../queries/states.ts';

export interface MoveRequest {
  readonly action: Action;
  readonly at: Date;
  readonly by: Doer;
  readonly reason?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly set?: StateChange | undefined;
}

/** A case, its state locked by the caller, and what is to be done with it. */
export interface CaseMove extends MoveRequest {
  readonly state: AppealStateRow;
}

export interface Moved {
  readonly version: number;
  readonly stage: Stage;
}

type Refused = 'move_not_allowed' | 'calendar_exhausted';

const clocked = (state: AppealStateRow): ClockedCase => ({
  appealId: state.appeal_id,
  regime: state.regime,
  kind: state.kind,
  topic: state.topic,
  dangerLevel: state.danger_level,
});

/**
 * Moves of many cases of one region, one move each: the rule decides, the history remembers, the clocks follow. Answers in the
 * order of the list; a refused move changes nothing of its case. `lockStates` locks them.
 */
export async function moveAppeals(
  tx: Writer,
  clockwork: Clockwork,
  moves: readonly CaseMove[],
): Promise<readonly Result<Moved, Refused>[]> {
  const [first] = moves;
  if (first === undefined) return [];
  const ids = moves.map(({ state }) => state.appeal_id);
  if (new Set(ids).size < ids.length) throw new Error('a case is moved twice by one list');
  const regionId = first.state.region_id;
  const clocks = await clocksOf(tx, regionId, ids);
  const recorded: RecordedMove[] = [];
  const changed: CaseClock[] = [];
  const started: (StartedDeadline & { readonly seq: number })[] = [];
  const results = moves.map((one): Result<Moved, Refused> => {
    const { state, action, at } = one;
    const to = move(state.stage, action);
    if (!to.ok) return to;
    const after = moveClocks(clocks.get(state.appeal_id) ?? [], clocked(state), action, at, clockwork);
    if (!after.ok) return after;
    recorded.push({ ...one, to: to.value, dueAt: after.value.dueAt });
    changed.push(...after.value.changed);
    started.push(...after.value.started);
    return ok({ version: state.version + 1, stage: to.value });
  });
  // Clocks first: a move may take the case out of the mover's sight, and its clocks with it.
  await saveClocks(tx, regionId, changed);
  await recordMoves(tx, recorded);
  await startDeadlines(tx, regionId, started);
  return results;
}

/** One move of one case, its state locked by the caller. */
export async function moveAppeal(
  tx: Writer,
  clockwork: Clockwork,
  state: AppealStateRow,
  request: MoveRequest,
): Promise<Result<Moved, Refused>> {
  const [moved] = await moveAppeals(tx, clockwork, [{ ...request, state }]);
  if (moved === undefined) throw new Error('a list of one gave no answer');
  return moved;
}
