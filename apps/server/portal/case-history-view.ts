import type { Explanation } from '#flow/route/rules/responsible.ts';
import { explanations as english } from '#texts/en/explanations.ts';
import { explanations as russian } from '#texts/ru/explanations.ts';
import type { CaseFacts } from '../views/case-facts.ts';
import { handedOver } from '../views/handed-over.ts';
import type { OwnCase } from '../views/own-case.ts';
import { holderAt } from './holder.ts';
import type { HistoryEntry, Photo } from './pages/views.ts';
import { problemMovesFor } from './problem-moves.ts';
import type { Visit } from './visit.ts';

/** Everything that happened to a case and concerns its author, in the order of time. No names of staff. */
export function historyOf(
  visit: Visit,
  own: OwnCase,
  photoOf: (hash: string) => Photo,
): readonly HistoryEntry[] {
  const { facts } = own;
  const entries: HistoryEntry[] = [
    { at: own.appeal.received_at, kind: 'received' },
    ...written(own, photoOf),
    ...looked(visit, own),
    ...(facts === null
      ? []
      : [
          ...held(visit, facts),
          ...moved(visit, facts),
          ...told(visit, facts),
          ...happened(visit, facts, own),
        ]),
  ];
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const written = (own: OwnCase, photoOf: (hash: string) => Photo): HistoryEntry[] =>
  own.messages.slice(1).map((message) => ({
    kind: 'message_added' as const,
    at: message.at,
    text: message.text,
    photos: own.files
      .filter((file) => file.side === 'resident' && file.message_id === message.id)
      .map((file) => photoOf(file.hash)),
  }));

const looked = ({ site }: Visit, { looks }: OwnCase): HistoryEntry[] =>
  looks.map((look) => ({
    kind: 'contacts_seen' as const,
    at: look.at,
    by: look.position ?? site.operatorName,
    why: look.reason,
  }));

/** Who had it: the first body, then every change of body. A change inside a body is its own affair. */
function held(visit: Visit, facts: CaseFacts): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  let before: string | null = null;
  for (const one of handedOver(facts)) {
    const name = one.authority_id === null ? null : visit.knowledge.bodies.get(one.authority_id)?.name;
    if (name === null || name === undefined || name === before) continue;
    const why = whyOf(visit, one.explanation);
    entries.push(
      before === null
        ? { kind: 'routed', at: one.at, to: name, why }
        : { kind: 'forwarded', at: one.at, from: before, to: name, why },
    );
    before = name;
  }
  return entries;
}

/** The sentence of a decision by the register; what a person decided names the person and stays with us. */
function whyOf({ site }: Visit, { code, params }: Explanation): string | null {
  if (code === 'by_person') return null;
  return (site.language === 'ru' ? russian : english)[code]?.({ ...params }) ?? null;
}

function moved(visit: Visit, facts: CaseFacts): HistoryEntry[] {
  const accepted = facts.moves.find((one) => one.action === 'assign' && one.to_stage === 'assigned');
  return [
    ...(accepted === undefined ? [] : [{ kind: 'accepted' as const, at: accepted.at }]),
    ...facts.moves.flatMap((one): HistoryEntry[] => {
      switch (one.action) {
        case 'start':
          return [{ kind: 'work_started', at: one.at, by: holderAt(visit, facts, one.at) }];
        case 'withdraw':
          return [{ kind: 'withdrawn', at: one.at }];
        case 'decline':
          return [{ kind: 'declined', at: one.at }];
        case 'object':
          return [{ kind: 'objected', at: one.at }];
        default:
          return [];
      }
    }),
    ...facts.clarifications.flatMap((one): HistoryEntry[] => [
      { kind: 'question_asked', at: one.asked_at, by: holderAt(visit, facts, one.asked_at) },
      ...(one.answered_at === null ? [] : [{ kind: 'question_answered' as const, at: one.answered_at }]),
    ]),
    ...facts.deadlines.flatMap((one): HistoryEntry[] =>
      one.extended_to === null || one.extended_reason === null
        ? []
        : [{ kind: 'extended', at: one.started_at, until: one.extended_to, why: one.extended_reason }],
    ),
  ];
}

const told = (visit: Visit, facts: CaseFacts): HistoryEntry[] =>
  facts.answers.flatMap((answer): HistoryEntry[] => {
    const { approved_at: at } = answer;
    if (at === null || answer.state !== 'approved') return [];
    const kind = answer.kind === 'final' ? 'answered_final' : 'answered_interim';
    const day = answer.promised_on === null ? null : visit.knowledge.time.startOf(answer.promised_on);
    return [
      { kind, at, by: holderAt(visit, facts, at) },
      ...(day === null ? [] : [{ kind: 'scheduled' as const, at, day }]),
    ];
  });

/** What neighbours and the world brought, and what the author said of it. */
function happened(visit: Visit, facts: CaseFacts, { appeal, neighbours }: OwnCase): HistoryEntry[] {
  const { incident } = facts;
  const ratedAt = facts.ratings.map((one) => one.at).toSorted((a, b) => a.getTime() - b.getTime());
  return [
    ...(incident !== undefined && neighbours > 0
      ? [{ kind: 'joined' as const, at: incident.last_reported_at, count: neighbours }]
      : []),
    ...problemMovesFor(facts.incidentMoves, appeal.received_at).flatMap((one): HistoryEntry[] => {
      if (one.to_state === 'verified_on_site') return [{ kind: 'verified_on_site', at: one.at }];
      return one.to_state === 'fixed_reported'
        ? [{ kind: 'fixed_reported', at: one.at, by: holderAt(visit, facts, one.at) }]
        : [];
    }),
    ...facts.confirmations.flatMap((one): HistoryEntry[] =>
      one.verdict === 'no_reply'
        ? []
        : [{ kind: one.verdict === 'fixed' ? 'confirmed' : 'disputed', at: one.at }],
    ),
    ...ratedAt.slice(-1).map((at) => ({ kind: 'rated' as const, at })),
  ];
}
