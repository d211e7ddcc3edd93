import type { CheckBasis } from '#flow/answer/acts/write-draft.ts';
import { maskPersonalData } from '#flow/understand/rules/personal-data.ts';
import type { AppealStateRow } from '#flow/work/queries/states.ts';
import type { RegionKnowledge } from '../knowledge.ts';

/** The letter around the words (heading, link) takes this many characters of what the channel allows. */
export const LETTER_AROUND = 400;

/** What a draft is checked against: the body that answers, the proof its topic asks for, personal data in the words. */
export function checkBasis(knowledge: RegionKnowledge, state: AppealStateRow, text: string): CheckBasis {
  const body = state.authority_id === null ? undefined : knowledge.bodies.get(state.authority_id);
  const masked = maskPersonalData(text);
  return {
    needsPhoto: state.topic !== null && knowledge.topics.get(state.topic)?.proof === 'photo',
    bodyNames: body === undefined ? [] : [body.name, body.shortName],
    personalData: masked.spans.map((span) => text.slice(span.from, span.to)),
  };
}
