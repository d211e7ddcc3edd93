import type { z } from 'zod';
import type { card } from '#contract/card.ts';
import { namesOf } from '#centre/queries/people.ts';
import { mergesInto } from '#flow/understand/queries/incident-merges.ts';
import { neighboursOf } from '#flow/understand/queries/incidents.ts';
import { maskMessage } from '#flow/understand/rules/personal-data.ts';
import { actionsFrom } from '#flow/work/rules/lifecycle.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { Actor } from '../http/actor.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { answerOf, deliveryOf } from './answer.ts';
import { caseObjectView, extentView } from './case-object.ts';
import { readFacts, type CaseFacts } from './case-facts.ts';
import { clockViews } from './clocks.ts';
import { lookalikeViews } from './lookalikes.ts';
import { placeCandidates } from './place-candidates.ts';
import { lastToSay, readSaidByPeople, saidBy, type SaidByPeople } from './said-by-people.ts';
import { timelineOf } from './timeline.ts';

type CardView = z.input<typeof card>;

const MOST_NEIGHBOURS = 20;

/** The card of a case for one member of staff; `null` if there is no such case within their sight. */
export async function readCard(
  tx: Db | Writer,
  knowledge: RegionKnowledge,
  actor: Actor,
  appealId: string,
  now: Date,
  words: (sealed: Buffer) => string,
): Promise<CardView | null> {
  const facts = await readFacts(tx, knowledge.region.id, appealId);
  if (facts === null) return null;
  const said = await readSaidByPeople(tx, knowledge.region.id, facts);
  const names = await namesOf(tx, knowledge.region.id, [...staffIn(facts), ...saidBy(said)]);
  const { state, appeal } = facts;
  const by = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return {
    id: appealId,
    number: state.number,
    version: state.version,
    stage: state.stage,
    stageSince: state.stage_since.toISOString(),
    kindState: state.kind_state,
    attention: state.needs_attention,
    closedAs: state.closed_as,
    declinedAs: state.declined_as,
    regime: appeal.regime,
    channel: state.channel,
    isPublic: facts.messages[0]?.is_public ?? false,
    receivedAt: state.received_at.toISOString(),
    text: facts.text?.masked_text ?? '',
    maskedKinds: facts.understandings.at(-1)?.masked_kinds ?? [],
    files: facts.files.map(photoView),
    refusedFiles: facts.refusedFiles.map((file) => file.reason),
    understanding: understandingView(facts, said, by),
    place: await placeView(tx, knowledge, facts, by(lastToSay(said, 'place'))),
    object: await caseObjectView(tx, knowledge, state, facts.understandings.at(-1)?.street_id ?? null),
    responsible: responsibleView(facts),
    incident: await incidentView(tx, knowledge, facts),
    lookalikes: await lookalikeViews(tx, knowledge, facts, now),
    clocks: clockViews(facts.deadlines, knowledge.route.clockwork, now),
    answers: facts.answers.map((answer) => answerOf(answer, facts, by)),
    deliveries: facts.deliveries.map((one) => deliveryOf(one, actor.permissions.has('contact.look'))),
    assignments: facts.assignments.map(assignmentView),
    openQuestion: facts.clarifications.find((one) => one.answered_at === null)?.question ?? null,
    ratings: ratingsView(facts),
    timeline: timelineOf(facts, said, by, words),
    actions: actionsFrom(state.stage, actor.permissions),
    changedBy: by(state.changed_by),
    changedAt: state.changed_at.toISOString(),
  };
}

const photoView = (file: CaseFacts['files'][number]): CardView['files'][number] => ({
  hash: file.hash,
  side: file.side,
  isLetThrough: file.let_through_by !== null,
  width: file.width,
  height: file.height,
});

const assignmentView = (one: CaseFacts['assignments'][number]): CardView['assignments'][number] => ({
  id: one.id,
  authorityId: one.authority_id,
  executorId: one.executor_id,
  task: one.task,
  dueAt: one.due_at?.toISOString() ?? null,
  createdAt: one.created_at.toISOString(),
  doneAt: one.done_at?.toISOString() ?? null,
  report: one.report,
});

const ratingsView = ({ ratings }: CaseFacts): CardView['ratings'] => ({
  answer: ratings.find((one) => one.subject === 'answer')?.score ?? null,
  fix: ratings.find((one) => one.subject === 'fix')?.score ?? null,
});

function staffIn(facts: CaseFacts): (string | null)[] {
  return [
    facts.state.changed_by,
    ...facts.moves.map((one) => one.by_staff),
    ...facts.incidentMoves.map((one) => one.by_staff),
    ...facts.understandings.map((one) => one.by_staff),
    ...facts.responsibilities.map((one) => one.by_staff),
    ...facts.notes.map((one) => one.by_staff),
    ...facts.clarifications.map((one) => one.asked_by),
    ...facts.assignments.flatMap((one) => [one.created_by, one.done_by]),
    ...facts.answers.flatMap((one) => [one.created_by, one.approved_by]),
    ...facts.reviews.map((one) => one.by_staff),
  ];
}

function understandingView(
  facts: CaseFacts,
  said: SaidByPeople,
  by: (id: string | null) => string | null,
): CardView['understanding'] {
  const last = facts.understandings.at(-1);
  const { state } = facts;
  return {
    kind: last?.kind ?? state.kind,
    kindConfidence: last?.kind_confidence ?? 0,
    kindReason: last?.kind_reason ?? '',
    topic: last?.topic ?? null,
    sector: state.sector,
    topicConfidence: last?.topic_confidence ?? null,
    topicWords: last?.topic_words ?? [],
    topicCandidates: [...(last?.topic_candidates ?? [])],
    actsAlone: last?.acts_alone ?? false,
    topicBy: by(lastToSay(said, 'topic')),
    kindBy: by(lastToSay(said, 'kind')),
    modelVersion: last?.model_version ?? '',
    danger: last?.danger ?? null,
    dangerLevel: last?.danger_level ?? null,
    dangerWords: last?.danger_words ?? [],
    language: last?.language ?? 'ru',
    isTransliterated: last?.is_transliterated ?? false,
    isRude: last?.is_rude ?? false,
  };
}

async function placeView(
  tx: Db | Writer,
  knowledge: RegionKnowledge,
  facts: CaseFacts,
  by: string | null,
): Promise<CardView['place']> {
  const last = facts.understandings.at(-1);
  const { state, appeal } = facts;
  return {
    precision: state.place_precision,
    point: state.lat === null || state.lon === null ? null : { lat: state.lat, lon: state.lon },
    label: state.place_label,
    municipalityId: state.municipality_id,
    words: last?.place_words ?? [],
    by,
    isOutside: last?.is_outside ?? false,
    givenAddress: appeal.given_address === null ? null : maskMessage(appeal.given_address),
    candidates: await placeCandidates(tx, knowledge, last?.place_candidates ?? []),
  };
}

function responsibleView(facts: CaseFacts): CardView['responsible'] {
  const last = facts.responsibilities.at(-1);
  return {
    authorityId: facts.state.authority_id,
    executorId: facts.state.executor_id,
    explanation: last?.explanation ?? { code: 'not_determined', params: {} },
    note: last?.note ?? null,
    hops: facts.state.hops,
  };
}

async function incidentView(
  tx: Db | Writer,
  knowledge: RegionKnowledge,
  facts: CaseFacts,
): Promise<CardView['incident']> {
  const { incident, incidentState } = facts;
  if (incident === undefined || incidentState === undefined) return null;
  const others = await neighboursOf(
    tx,
    knowledge.region.id,
    incident.id,
    facts.state.appeal_id,
    MOST_NEIGHBOURS,
  );
  return {
    id: incident.id,
    state: incidentState.state,
    since: incident.created_at.toISOString(),
    scheduledOn: incidentState.scheduled_on,
    ...extentView(incident, facts.state.topic, knowledge),
    appeals: incident.appeals,
    merges: (await mergesInto(tx, knowledge.region.id, incident.id)).map((one) => ({
      id: one.id,
      appeals: one.appeal_ids.length,
      at: one.at.toISOString(),
    })),
    others: others.map((one) => ({
      appealId: one.appeal_id,
      number: one.number,
      excerpt: one.excerpt,
      receivedAt: one.received_at.toISOString(),
      reason: one.reason,
      score: one.score,
    })),
  };
}
