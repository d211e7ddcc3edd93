import type { Point } from '#kernel/place.ts';
import type { Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Seals } from '#store/seal.ts';
import { appealsToUnderstand, type RegisteredAppeal } from '#flow/intake/queries/appeals.ts';
import { openContent } from '#flow/intake/queries/content.ts';
import type { FoundHouse } from '../queries/houses.ts';
import { saidSameOf, type SaidSame } from '../queries/said-same.ts';
import { recordUnderstandings, type UnderstandingRow } from '../queries/understandings.ts';
import type { Danger } from '../rules/danger.ts';
import type { PlaceReading } from '../rules/place-reading.ts';
import { placeLabel } from '../rules/place-label.ts';
import type { Judgement } from '../rules/understand.ts';
import type { Understood, UnderstoodPlace } from '../rules/understood.ts';
import type { UnderstandKnowledge } from './load-knowledge.ts';
import { findIncidents, type Traced } from './find-incidents.ts';
import { numberOf, placeColumns, pointOf, readMessage, whereItLies } from './read-message.ts';
import { settlePlaces } from './settle-places.ts';

/** A case understood, with who manages its house for the next stage. */
export interface UnderstoodCase {
  readonly understood: Understood;
  readonly houseManagerId: number | null;
  /** The stretch of its street that it names, through the houses. */
  readonly stretch: readonly Point[] | null;
}

/** Everything of one case on its way through the act. */
interface Underway {
  readonly appeal: RegisteredAppeal;
  readonly judgement: Judgement;
  readonly place: PlaceReading;
  readonly house: FoundHouse | null;
  readonly stretch: readonly Point[] | null;
}

/**
 * Understands registered cases: what, where, how urgent, what to hide, seen before. Adds one judgement to each and ties
 * each problem to an incident. Cases understood before are left out, so the act may be repeated.
 *
 * @param at `null`: each case at the moment its message was received
 */
export async function understandAppeals(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
  knowledge: UnderstandKnowledge,
  seals: Seals,
  at: Date | null,
): Promise<UnderstoodCase[]> {
  const appeals = await appealsToUnderstand(tx, regionId, appealIds);
  const judged = appeals.map((appeal) => judge(appeal, openContent(seals, appeal.sealed).text, knowledge));
  const places = await settlePlaces(
    tx,
    regionId,
    judged.map(({ place }) => place),
    knowledge.gazetteer,
  );
  const understood = judged.flatMap((one, i): Underway[] => {
    const found = places[i];
    return found === undefined ? [] : [{ ...one, ...found, place: whereItLies(found.place, knowledge) }];
  });
  const said = await saidSameOf(
    tx,
    regionId,
    appeals.map(({ id }) => id),
  );
  const settled = understood.map((one) => withSaid(one, said.get(one.appeal.id)));
  const traced = settled.flatMap((one) => traceOf(one, knowledge));
  const incidents = await findIncidents(tx, regionId, traced, said);

  await recordUnderstandings(
    tx,
    settled.map((one) => rowOf(regionId, one, at ?? one.appeal.received_at, knowledge)),
  );
  await insertRows(
    tx,
    'appeal_text',
    settled.map(({ appeal, judgement }) => ({
      region_id: regionId,
      appeal_id: appeal.id,
      masked_text: judgement.masked.text,
      stems: [...judgement.stems],
    })),
  );
  return settled.map((one) => ({
    understood: understoodOf(one, incidents.get(one.appeal.id) ?? null, knowledge),
    houseManagerId: one.house?.manager_id ?? null,
    stretch: one.stretch,
  }));
}

function judge(
  appeal: RegisteredAppeal,
  text: string,
  knowledge: UnderstandKnowledge,
): Omit<Underway, 'house' | 'stretch'> {
  const point: Point | null =
    appeal.given_lat === null || appeal.given_lon === null
      ? null
      : { lat: appeal.given_lat, lon: appeal.given_lon };
  const given = { text, point, address: appeal.given_address, hasFiles: appeal.has_files };
  return { appeal, ...readMessage(given, knowledge) };
}

/** The first topic is kept even when unsure: it is a proposal then, and a person sees it as one. */
const topicOf = ({ judgement }: Underway, topics: UnderstandKnowledge['topics']) => {
  const first = judgement.topics[0];
  return first === undefined || !topics.has(first.topic) ? null : first;
};

function traceOf(one: Underway, knowledge: UnderstandKnowledge): Traced[] {
  if (one.judgement.kind.kind !== 'problem' || one.place.outside) return [];
  const columns = placeColumns(one.place);
  return [
    {
      appealId: one.appeal.id,
      at: one.appeal.received_at,
      precision: one.place.precision,
      columns,
      trace: {
        stems: one.judgement.stems,
        topics: one.judgement.topics.filter(({ topic }) => knowledge.topics.has(topic)),
        label: null,
        point: pointOf(one.place),
        shape: null,
        houseId: one.place.houseId,
        streetId: one.place.streetId,
        at: one.appeal.received_at,
      },
    },
  ];
}

/** «Я тоже это вижу» is a report of that problem, however short its words: what they leave out is known from it. */
function withSaid(one: Underway, said: SaidSame | undefined): Underway {
  if (said === undefined) return one;
  const { judgement, place } = one;
  const isUnsure = (judgement.topics[0]?.confidence ?? 0) < SURE_KIND;
  const topics = said.topic !== null && isUnsure ? [{ topic: said.topic, confidence: 1 }] : judgement.topics;
  return {
    ...one,
    judgement: { ...judgement, topics, kind: { ...judgement.kind, kind: 'problem', confidence: 1 } },
    place: isVague(place) ? { ...place, ...said.place } : place,
  };
}

const isVague = ({ precision }: PlaceReading): boolean =>
  precision !== 'point' && precision !== 'house' && precision !== 'street';

const worst = (dangers: readonly Danger[]): Danger | null =>
  dangers.find((danger) => danger.level === 'emergency') ?? dangers[0] ?? null;

function rowOf(regionId: number, one: Underway, at: Date, { topics }: UnderstandKnowledge): UnderstandingRow {
  const { judgement, place } = one;
  const first = topicOf(one, topics);
  const danger = worst(judgement.dangers);
  return {
    region_id: regionId,
    appeal_id: one.appeal.id,
    seq: 1,
    at,
    by_staff: null,
    model_version: `${judgement.modelVersion} ${judgement.rulesVersion}`,
    kind: judgement.kind.kind,
    kind_confidence: judgement.kind.confidence,
    kind_reason: judgement.kind.reason,
    topic: first?.topic ?? null,
    topic_confidence: first?.confidence ?? null,
    topic_candidates: judgement.topics,
    topic_words: [...judgement.decidingWords],
    acts_alone: judgement.actsAlone,
    place_precision: place.precision,
    ...placeColumns(place),
    place_words: [...place.matchedWords],
    place_candidates: place.alternatives,
    is_outside: place.outside,
    danger: danger?.code ?? null,
    danger_level: danger?.level ?? null,
    danger_words: danger === null ? [] : [...danger.words],
    masked_kinds: [...new Set(judgement.masked.spans.map((span) => span.kind))],
    language: judgement.language.code,
    language_confidence: judgement.language.confidence,
    is_transliterated: judgement.language.isTransliterated,
    is_rude: judgement.isRude,
  };
}

/** From this confidence of the kind up a person need not look at it. */
const SURE_KIND = 0.7;

function understoodOf(
  one: Underway,
  incident: Understood['incident'],
  knowledge: UnderstandKnowledge,
): Understood {
  const { appeal, judgement, place } = one;
  const topic = topicOf(one, knowledge.topics);
  const where: UnderstoodPlace = {
    precision: place.precision,
    point: pointOf(place),
    municipalityId: numberOf(place.municipalityId),
    settlementId: numberOf(place.settlementId),
    streetId: numberOf(place.streetId),
    houseId: numberOf(place.houseId),
    label: placeLabel(place, one.house?.number ?? null, knowledge.gazetteer),
    isOutside: place.outside,
  };
  return {
    appealId: appeal.id,
    number: appeal.number,
    accountId: appeal.account_id,
    channel: appeal.channel,
    regime: appeal.regime,
    receivedAt: appeal.received_at,
    kind: judgement.kind.kind,
    isKindSure: judgement.kind.confidence >= SURE_KIND,
    topic: topic?.topic ?? null,
    sector: topic === null ? null : (knowledge.topics.get(topic.topic)?.sector ?? null),
    isTopicSure: topic !== null && judgement.isTopicSure,
    place: where,
    dangerLevel: worst(judgement.dangers)?.level ?? null,
    maskedText: judgement.masked.text,
    incident,
  };
}
