import type { Understood } from '#flow/understand/rules/understood.ts';
import type { Attention, Stage } from './lifecycle.ts';

export interface Opening {
  readonly stage: Extract<Stage, 'triage' | 'assigned'>;
  readonly attention: Attention | null;
}

/**
 * Where a case begins: with the body responsible when the machine may act alone, else with a person and the reason why.
 * Danger never waits for a person if a body is known: the clock is thirty minutes.
 */
export function opening(understood: Understood, hasAuthority: boolean): Opening {
  const attention = attentionOf(understood, hasAuthority);
  return attention === null ? { stage: 'assigned', attention: null } : { stage: 'triage', attention };
}

/** Why a case may wait at its opening; a body it has then is proposed and was never given it. */
const atOpening: ReadonlySet<Attention | null> = new Set<Attention>([
  'kind_unsure',
  'place_outside',
  'topic_unsure',
  'responsible_unknown',
]);

/** Whether the body of a case is only proposed: naming another is no transfer. */
export const isOnlyProposed = (stage: Stage, attention: Attention | null): boolean =>
  stage === 'triage' && atOpening.has(attention);

function attentionOf(understood: Understood, hasAuthority: boolean): Attention | null {
  if (understood.kind === 'spam' || understood.kind === 'not_a_problem') return 'kind_unsure';
  if (understood.place.isOutside) return 'place_outside';
  if (hasAuthority && understood.dangerLevel === 'emergency') return null;
  if (!understood.isKindSure) return 'kind_unsure';
  if (understood.topic === null || !understood.isTopicSure) return 'topic_unsure';
  return hasAuthority ? null : 'responsible_unknown';
}
