import type { CaseFacts } from './case-facts.ts';

/** Who was really given a case, in order. What the machine proposed before anybody was given it is no news to the author. */
export function handedOver({
  moves,
  responsibilities,
}: Pick<CaseFacts, 'moves' | 'responsibilities'>): CaseFacts['responsibilities'] {
  const first = moves.find((one) => one.to_stage === 'assigned');
  return first === undefined ? [] : responsibilities.filter((one) => one.at >= first.at);
}

/** The body that holds a case now and since when; `null` while the centre decides whose it is. */
export function holderNow(facts: CaseFacts): { readonly id: number; readonly since: Date } | null {
  const { authority_id: id, stage, stage_since: stageSince } = facts.state;
  if (id === null || stage === 'triage') return null;
  const given = handedOver(facts);
  const since = given.findLast(
    (one, index) => one.authority_id === id && given[index - 1]?.authority_id !== id,
  );
  return { id, since: since?.at ?? stageSince };
}

/** The topic the author may be told: not a guess that still waits for a person. */
export function toldTopic({ state }: Pick<CaseFacts, 'state'>): string | null {
  const isGuess = state.needs_attention === 'topic_unsure' || state.needs_attention === 'kind_unsure';
  return state.stage === 'triage' && isGuess ? null : state.topic;
}
