import type { z } from 'zod';
import type { trackingView } from '#contract/tracking.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { handedOver, holderNow, toldTopic } from './handed-over.ts';
import { answerDeadline } from './answer-due.ts';
import type { CaseFacts } from './case-facts.ts';
import { dangerIn, rightsOf, type OwnCase } from './own-case.ts';

type TrackingView = z.input<typeof trackingView>;

/** A case as its author sees it through the API: the same facts and rights as on the page. No names of staff. */
export function trackingViewOf(knowledge: RegionKnowledge, own: OwnCase, now: Date): TrackingView {
  const { appeal, facts, messages, looks } = own;
  const state = facts?.state;
  const topic = facts === null ? undefined : knowledge.topics.get(toldTopic(facts) ?? '');
  const rights = rightsOf(own);
  return {
    number: appeal.number,
    receivedAt: appeal.received_at.toISOString(),
    // Until it is read it is a problem to be checked.
    kind: state?.kind ?? 'problem',
    kindState: state?.kind_state ?? null,
    stage: state?.stage ?? 'triage',
    closedAs: state?.closed_as ?? null,
    declinedAs: state?.declined_as ?? null,
    topic: topic?.name ?? null,
    place: state?.place_label ?? own.givenAddress,
    danger: dangerLevelOf(own),
    holder: facts === null ? null : holderOf(knowledge, facts),
    ...dueOf(knowledge, facts, now),
    neighbours: own.neighbours,
    problem: facts === null ? null : problemOf(facts),
    words: messages.map(({ at, text }) => ({ at: at.toISOString(), text })),
    files: own.files
      .filter((file) => file.side === 'resident')
      .map((file) => ({ hash: file.hash, side: file.side })),
    ...toldIn(knowledge, facts),
    canConfirm: rights.confirm,
    canDispute: rights.dispute,
    canRate: rights.rateAnswer || rights.rateFix,
    canAdd: rights.write,
    canWithdraw: rights.withdraw,
    canObject: rights.object,
    ratings: {
      answer: facts?.ratings.find((one) => one.subject === 'answer')?.score ?? null,
      fix: facts?.ratings.find((one) => one.subject === 'fix')?.score ?? null,
    },
    looks: looks.map(({ at, reason }) => ({ at: at.toISOString(), reason })),
  };
}

function dangerLevelOf({ facts, messages }: OwnCase): TrackingView['danger'] {
  const level = facts?.state.danger_level;
  return level === 'high' || level === 'emergency' ? level : dangerIn(messages[0]?.text ?? '');
}

function holderOf(knowledge: RegionKnowledge, facts: CaseFacts): TrackingView['holder'] {
  const holder = holderNow(facts);
  const body = holder === null ? undefined : knowledge.bodies.get(holder.id);
  if (holder === null || body === undefined) return null;
  return { name: body.name, contact: body.contact, since: holder.since.toISOString() };
}

function dueOf(
  knowledge: RegionKnowledge,
  facts: CaseFacts | null,
  now: Date,
): Pick<TrackingView, 'answerBy' | 'isProvisional' | 'isOverdue'> {
  const deadline = facts === null ? null : answerDeadline(facts.deadlines, knowledge.route.clockwork.clocks);
  if (deadline === null || deadline.paused_at !== null)
    return { answerBy: null, isProvisional: false, isOverdue: false };
  return {
    answerBy: deadline.due_at.toISOString(),
    isProvisional: deadline.is_provisional,
    isOverdue: deadline.due_at < now,
  };
}

function problemOf({ incidentState: world }: CaseFacts): TrackingView['problem'] {
  if (world === undefined) return null;
  return {
    state: world.state,
    since: world.since.toISOString(),
    scheduledOn: world.scheduled_on,
    handedTo: world.handed_to,
    refusedWhy: world.refused_why,
  };
}

/** Who had it, what was extended, asked and answered. */
function toldIn(
  knowledge: RegionKnowledge,
  facts: CaseFacts | null,
): Pick<TrackingView, 'hops' | 'extensions' | 'question' | 'answers'> {
  if (facts === null) return { hops: [], extensions: [], question: null, answers: [] };
  const nameOf = (id: number | null): string | null => knowledge.bodies.get(id ?? 0)?.name ?? null;
  const open = facts.clarifications.findLast((one) => one.answered_at === null);
  return {
    hops: handedOver(facts).map((one) => ({
      at: one.at.toISOString(),
      name: nameOf(one.authority_id),
      why: one.cause,
    })),
    extensions: facts.deadlines.flatMap((one) =>
      one.extended_to === null || one.extended_reason === null
        ? []
        : [{ until: one.extended_to.toISOString(), reason: one.extended_reason }],
    ),
    question: open === undefined ? null : { text: open.question, askedAt: open.asked_at.toISOString() },
    answers: facts.answers.flatMap((answer) => {
      const { approved_at: at } = answer;
      if (at === null || answer.state !== 'approved') return [];
      const holder = facts.responsibilities.findLast((one) => one.authority_id !== null && one.at <= at);
      return [
        {
          kind: answer.kind,
          at: at.toISOString(),
          body: nameOf(holder?.authority_id ?? null),
          text: answer.text,
          resolution: answer.resolution,
          promisedOn: answer.promised_on,
        },
      ];
    }),
  };
}
