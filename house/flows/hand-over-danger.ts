import { ok, type Result } from '#kernel/result.ts';
import { meetDeadlines } from '#flow/route/queries/deadlines.ts';
import { clocksMetBy } from '#flow/route/rules/clock.ts';
import type { Moved } from '#flow/work/acts/move-appeal.ts';
import { addNote } from '#flow/work/queries/facts.ts';
import { refreshDue, touchState } from '#flow/work/queries/states.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { lockStep, type LockFailure, type StaffStep } from './staff-step.ts';

/** 112 took it over and said so: the round-the-clock clock is met. */
export async function handOverDanger(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  acknowledgedBy: string,
): Promise<Result<Moved, LockFailure>> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const regionId = knowledge.region.id;
  await meetDeadlines(
    tx,
    regionId,
    [step.appealId],
    clocksMetBy('danger_handed_over', knowledge.route.clockwork.clocks),
    step.at,
  );
  await addNote(tx, regionId, {
    id: newId(step.at),
    appealId: step.appealId,
    at: step.at,
    by: step.by,
    text: `112: ${acknowledgedBy}`,
  });
  await refreshDue(tx, regionId, [step.appealId], step.at);
  return ok({ version: await touchState(tx, locked.value, {}, step.at, step.by), stage: locked.value.stage });
}
