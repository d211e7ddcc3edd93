import { metersBetween } from '#kernel/shape.ts';

import type { AddressMentions } from './address-mention.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { ObjectRow } from './landmark-index.ts';
import type { PlaceAlternative, PlaceReading } from './place-reading.ts';
import { MOST_ALTERNATIVES, nowhere, shared, shownWords } from './place-parts.ts';
import type { Around } from './place-streets.ts';
import type { Words } from './words.ts';

/** A landmark named with a street stands on it or near it. */
const BESIDE_STREET_METERS = 1500;
/** Doors and stops of one name this near to each other are one landmark to whoever goes there. */
const ONE_LANDMARK_METERS = 150;

/**
 * The place of a landmark of the register: «напротив школы № 5», «остановка Мира». Objects of one name are told apart by the
 * settlement, the street and the territory that are said; what is left of several is offered.
 *
 * @param streets ids of the street named beside it, empty if none
 * @returns `null` where no landmark of the register is named
 */
export function landmarkReading(
  words: Words,
  mentions: AddressMentions,
  streets: readonly string[],
  gazetteer: Gazetteer,
  { pinned, territory }: Around,
): PlaceReading | null {
  const [mention] = mentions.objects;
  if (mention === undefined) return null;
  let objects = mention.ids.flatMap((id) => gazetteer.objects.get(id) ?? []);
  const narrow = (fits: (one: ObjectRow) => boolean): void => {
    const left = objects.filter(fits);
    if (left.length > 0) objects = left;
  };
  const settlements = mentions.settlements.flatMap(({ ids }) => ids);
  const municipalities = mentions.municipalities.flatMap(({ ids }) => ids);
  const isBeside = (one: ObjectRow): boolean => streets.some((id) => standsOn(one, id, gazetteer));
  // A street is said, and no such landmark stands by it: the street is believed, not the namesake.
  const isPlaced = streets.some((id) => (gazetteer.streets.get(id)?.point ?? null) !== null);
  if (isPlaced && !objects.some(isBeside)) return null;
  narrow(isBeside);
  if (settlements.length > 0) narrow((one) => isOfSettlement(one, settlements, gazetteer));
  if (municipalities.length > 0) narrow((one) => municipalities.includes(one.municipalityId ?? ''));
  const within = pinned ?? territory?.municipalityId ?? null;
  if (within !== null) narrow((one) => one.municipalityId === within);
  const matchedWords = shownWords(words, mention.from, mention.to);
  const [first] = objects;
  if (first === undefined) return null;
  const isOne = objects.every((one) => metersBetween(one.point, first.point) <= ONE_LANDMARK_METERS);
  const alternatives = objects.slice(0, MOST_ALTERNATIVES).map(whereObject);
  if (!isOne) return { ...shared(alternatives), matchedWords, alternatives };
  return {
    ...nowhere,
    ...whereObject(first),
    objectId: first.id,
    streetId: first.streetId ?? (streets.length === 1 ? (streets[0] ?? null) : null),
    precision: 'house',
    point: first.point,
    approximate: 'landmark',
    matchedWords,
  };
}

const whereObject = ({ id, municipalityId, settlementId, streetId }: ObjectRow): PlaceAlternative => ({
  municipalityId,
  settlementId,
  streetId,
  houseId: null,
  objectId: id,
});

function standsOn(one: ObjectRow, streetId: string, gazetteer: Gazetteer): boolean {
  if (one.streetId === streetId) return true;
  const point = gazetteer.streets.get(streetId)?.point ?? null;
  return point !== null && metersBetween(one.point, point) <= BESIDE_STREET_METERS;
}

/** By its own settlement, else by the nearest of those that are said. */
function isOfSettlement(one: ObjectRow, settlements: readonly string[], gazetteer: Gazetteer): boolean {
  if (one.settlementId !== null) return settlements.includes(one.settlementId);
  return settlements.some((id) => {
    const point = gazetteer.settlements.get(id)?.point ?? null;
    return point !== null && metersBetween(point, one.point) <= SETTLEMENT_METERS;
  });
}

/** A landmark whose settlement is not known belongs to one whose middle is no farther. */
const SETTLEMENT_METERS = 8000;
