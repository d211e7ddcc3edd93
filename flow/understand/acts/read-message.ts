import { placePrecisions, type Point } from '#kernel/place.ts';
import { pointColumns } from '../queries/point-columns.ts';
import { readPlace } from '../rules/place.ts';
import type { PlaceReading } from '../rules/place-reading.ts';
import { plainText } from '../rules/plain-text.ts';
import { understand, type Judgement } from '../rules/understand.ts';
import { readWords } from '../rules/words.ts';
import type { UnderstandKnowledge } from './load-knowledge.ts';

/** What a resident gives: the words, and the place in its own fields. */
export interface GivenMessage {
  readonly text: string;
  readonly point: Point | null;
  readonly address: string | null;
  readonly hasFiles: boolean;
}

/** Understands one message; houses in its place are still to be looked up. */
export function readMessage(
  given: GivenMessage,
  knowledge: UnderstandKnowledge,
): { readonly judgement: Judgement; readonly place: PlaceReading } {
  const { text, point, address, hasFiles } = given;
  const judgement = amongTopicsInUse(
    understand({ text, point, hasFiles, territory: null }, knowledge),
    knowledge.topics,
  );
  if (address === null || address.trim() === '') return { judgement, place: judgement.place };
  // An address typed into its own field is meant as one; the text only helps where the field says nothing.
  const place = readPlace(readWords(plainText(address)), knowledge.gazetteer, {
    point,
    territory: null,
    municipalityAt: knowledge.municipalityAt,
  });
  return { judgement, place: rank(place) <= rank(judgement.place) ? place : judgement.place };
}

/** A model may know topics that are out of use since: they are not guessed, and what is left in their place is unsure. */
function amongTopicsInUse(judgement: Judgement, inUse: UnderstandKnowledge['topics']): Judgement {
  const topics = judgement.topics.filter(({ topic }) => inUse.has(topic));
  return topics[0] === judgement.topics[0]
    ? { ...judgement, topics }
    : { ...judgement, topics, isTopicSure: false, actsAlone: false };
}

const rank = (place: PlaceReading): number =>
  placePrecisions.indexOf(place.precision) - (place.houses.length > 0 ? 0.5 : 0);

/** A city may spread over several municipalities: where the point is known it decides, not the city. */
export function whereItLies(place: PlaceReading, knowledge: UnderstandKnowledge): PlaceReading {
  const point = pointOf(place);
  if (point === null) return place;
  return { ...place, municipalityId: knowledge.municipalityAt(point) ?? place.municipalityId };
}

/** A point stands for the place only where it is the place: the middle of a town is not where the pit is. */
export const pointOf = (place: PlaceReading): Point | null =>
  place.precision === 'point' || place.precision === 'house' || place.precision === 'street'
    ? place.point
    : null;

export const numberOf = (id: string | null): number | null => (id === null ? null : Number(id));

export const placeColumns = (place: PlaceReading) => ({
  ...pointColumns(pointOf(place)),
  municipality_id: numberOf(place.municipalityId),
  settlement_id: numberOf(place.settlementId),
  street_id: numberOf(place.streetId),
  house_id: numberOf(place.houseId),
});
