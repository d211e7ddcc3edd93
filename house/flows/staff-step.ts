import { fail, type Result } from '#kernel/result.ts';
import { isOwnCase, lockVersion, type AppealStateRow, type Doer } from '#flow/work/queries/states.ts';
import { enterScope, wholeRegion, type Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '../knowledge.ts';

/** Who does what to which case, as they saw it. */
export interface StaffStep {
  readonly appealId: string;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

export type LockFailure = 'appeal_not_found' | 'stale_version' | 'not_allowed';
export type MoveFailure = LockFailure | 'move_not_allowed' | 'calendar_exhausted';

/**
 * The case of a step, locked, in the version the person saw. Whoever sees the case may take it out of their own sight: give it
 * to another body, correct its place. So from here on the transaction sees the region.
 */
export async function lockStep(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: Pick<StaffStep, 'appealId' | 'version' | 'by'>,
): Promise<Result<AppealStateRow, LockFailure>> {
  const locked = await lockVersion(tx, knowledge.region.id, step.appealId, step.version);
  if (!locked.ok) return locked;
  // A body with a task sees the case to do the task; the case is somebody else's to decide.
  if (!(await isOwnCase(tx, locked.value))) return fail({ code: 'not_allowed' });
  await enterScope(tx, { ...wholeRegion(knowledge.region.id), actor: step.by });
  return locked;
}

export const doerOf = (step: Pick<StaffStep, 'by'>): Doer => ({ byWhom: 'staff', staffId: step.by });
