import { fail, ok, type Result } from '#kernel/result.ts';
import type { MessageKind, ProblemState, Resolution } from '#kernel/appeal.ts';

/**
 * The second axis: which states may follow which. "Closed without confirmation" is not here: silence changes nothing
 * in the world, the incident stays `fixed_reported`.
 */
export const problemMoves = {
  unconfirmed: [
    'confirmed',
    'in_work',
    'scheduled',
    'needs_money',
    'fixed_reported',
    'refused',
    'outside_powers',
  ],
  confirmed: ['in_work', 'scheduled', 'needs_money', 'fixed_reported', 'refused', 'outside_powers'],
  in_work: [
    'scheduled',
    'needs_money',
    'fixed_reported',
    // A partial fix leaves the problem in work; its residents may find it enough.
    'fixed_confirmed',
    'refused',
    'outside_powers',
    'confirmed',
  ],
  scheduled: [
    'in_work',
    'scheduled',
    'needs_money',
    'fixed_reported',
    'fixed_confirmed',
    'refused',
    'outside_powers',
    'disputed',
  ],
  needs_money: ['in_work', 'scheduled', 'needs_money', 'fixed_reported', 'refused', 'outside_powers'],
  fixed_reported: ['fixed_confirmed', 'verified_on_site', 'disputed', 'fixed_reported'],
  fixed_confirmed: ['disputed', 'verified_on_site', 'in_work'],
  verified_on_site: ['disputed', 'fixed_confirmed'],
  disputed: [
    'in_work',
    'scheduled',
    'needs_money',
    'fixed_reported',
    'verified_on_site',
    'refused',
    'outside_powers',
  ],
  refused: ['in_work', 'scheduled', 'needs_money', 'fixed_reported', 'disputed'],
  outside_powers: ['in_work', 'scheduled', 'fixed_reported', 'disputed'],
} as const satisfies Record<ProblemState, readonly ProblemState[]>;

export function moveProblem(from: ProblemState, to: ProblemState): Result<ProblemState, 'move_not_allowed'> {
  const next: readonly ProblemState[] = problemMoves[from];
  return next.includes(to) ? ok(to) : fail({ code: 'move_not_allowed', from, to });
}

/** What a final answer with this resolution says about the world. `null`: nothing changes. */
export const stateAfter: Readonly<Record<Resolution, ProblemState | null>> = {
  fixed: 'fixed_reported',
  partly_fixed: 'in_work',
  scheduled: 'scheduled',
  explained: null,
  refused: 'refused',
  forwarded: 'outside_powers',
};

/** Whether the resident is asked "is it really gone?": only a problem reported as fixed can be confirmed. */
export const asksConfirmation = (kind: MessageKind, resolution: Resolution): boolean =>
  kind === 'problem' && (resolution === 'fixed' || resolution === 'partly_fixed');

/** States that say more than themselves: a day, a sum, a body or a reason stands with them. */
const toldWithFacts: ReadonlySet<ProblemState> = new Set([
  'scheduled',
  'needs_money',
  'refused',
  'outside_powers',
]);

/**
 * Where a problem stands by what its other cases brought, when some were taken out of it. A day or a reason that stood before
 * cannot be told again: such a problem is in work.
 *
 * @param moves of the problem in their order
 * @returns `null`: the last word was not of those cases, nothing changes
 */
export function stateWithout(
  moves: readonly { readonly to_state: ProblemState; readonly appeal_id: string | null }[],
  gone: ReadonlySet<string>,
): ProblemState | null {
  const isGone = (id: string | null): boolean => id !== null && gone.has(id);
  if (!isGone(moves.at(-1)?.appeal_id ?? null)) return null;
  const state = moves.findLast((move) => !isGone(move.appeal_id))?.to_state ?? 'unconfirmed';
  return toldWithFacts.has(state) ? 'in_work' : state;
}
