import { isPossiblePoint } from '#kernel/place.ts';

import { readAddress } from './address.ts';
import type { AddressMentions, Mention, StreetMention } from './address-mention.ts';
import type { Gazetteer } from './gazetteer.ts';
import { crossingReading } from './place-crossing.ts';
import { landmarkReading } from './place-landmark.ts';
import { MOST_ALTERNATIVES, noAlternative, nowhere, shared, shownWords, whereStreet } from './place-parts.ts';
import type { PlaceContext, PlaceReading } from './place-reading.ts';
import { findStretch } from './place-stretch.ts';
import { chooseStreets } from './place-streets.ts';
import type { Around } from './place-streets.ts';
import type { Words } from './words.ts';

/**
 * Reads the place of the problem from a pin and a text. A pin wins; the text then only adds street
 * and house within the pin's municipality. Several streets of one name stay alternatives until a
 * settlement, the channel's territory or a found house decides.
 */
export function readPlace(words: Words, gazetteer: Gazetteer, context: PlaceContext): PlaceReading {
  const mentions = readAddress(words, gazetteer);
  const { point } = context;
  const hasPoint = point !== null && isPossiblePoint(point);
  const pinned = hasPoint ? context.municipalityAt(point) : null;
  const named = namedPlace(words, mentions, gazetteer, { pinned, territory: context.territory });
  if (!hasPoint) return { ...named, landmarks: mentions.landmarks };
  const fits = pinned !== null && named.municipalityId === pinned;
  const base = fits ? named : nowhere;
  return {
    ...base,
    precision: 'point',
    point,
    municipalityId: pinned,
    outside: pinned === null,
    matchedWords: named.matchedWords,
    alternatives: [],
    landmarks: mentions.landmarks,
    approximate: null,
    crossing: null,
  };
}

/** A house, a crossing, a landmark, a street, a settlement, a municipality: the first that is named. */
function namedPlace(
  words: Words,
  mentions: AddressMentions,
  gazetteer: Gazetteer,
  around: Around,
): PlaceReading {
  const streets = mentions.streets.flatMap((mention) => {
    const ids = chooseStreets(words, mention, mentions, gazetteer, around);
    return ids.length === 0 ? [] : [{ mention, ids }];
  });
  const [first] = streets;
  const found = findStretch(words, streets, gazetteer);
  if (found !== null) {
    const { along, stretch } = found;
    return { ...streetReading(words, along.mention, along.ids, gazetteer), stretch };
  }
  if (first !== undefined && first.mention.houses.length > 0)
    return streetReading(words, first.mention, first.ids, gazetteer);
  const crossing = crossingReading(words, streets, gazetteer);
  if (crossing !== null) return crossing;
  const landmark = landmarkReading(words, mentions, first?.ids ?? [], gazetteer, around);
  if (landmark !== null) return landmark;
  if (first !== undefined) return streetReading(words, first.mention, first.ids, gazetteer);
  return areaReading(words, mentions, gazetteer, around) ?? offeredAuthor(mentions, gazetteer);
}

function areaReading(
  words: Words,
  mentions: AddressMentions,
  gazetteer: Gazetteer,
  { pinned }: Around,
): PlaceReading | null {
  const settlement = mentions.settlements[0] ?? null;
  const municipality = mentions.municipalities[0] ?? null;
  if (settlement !== null) {
    const ids = settlement.ids.filter((id) =>
      isWithin(gazetteer.settlements.get(id)?.municipalityId, municipality, pinned),
    );
    const chosen = ids.length === 0 ? settlement.ids : ids;
    return settlementReading(words, settlement, chosen, gazetteer);
  }
  if (municipality !== null) {
    const [only, ...others] = municipality.ids;
    const alternatives = municipality.ids.map((id) => ({ ...noAlternative, municipalityId: id }));
    const shown = shownWords(words, municipality.from, municipality.to);
    if (others.length > 0) return { ...nowhere, matchedWords: shown, alternatives };
    return { ...nowhere, precision: 'municipality', municipalityId: only ?? null, matchedWords: shown };
  }
  return mentions.isWholeRegion ? { ...nowhere, precision: 'region' } : null;
}

/** Only where the author is registered is known: it is offered, for it may well be another place. */
function offeredAuthor({ authorStreets }: AddressMentions, gazetteer: Gazetteer): PlaceReading {
  const ids = authorStreets[0]?.ids ?? [];
  return {
    ...nowhere,
    alternatives: ids.slice(0, MOST_ALTERNATIVES).map((id) => whereStreet(id, gazetteer)),
  };
}

function isWithin(id: string | undefined, mention: Mention | null, pinned: string | null): boolean {
  if (id === undefined) return false;
  if (mention !== null) return mention.ids.includes(id);
  return pinned === null || pinned === id;
}

function streetReading(
  words: Words,
  mention: StreetMention,
  ids: readonly string[],
  gazetteer: Gazetteer,
): PlaceReading {
  const matchedWords = shownWords(words, mention.shown[0], mention.shown[1]);
  const alternatives = ids.slice(0, MOST_ALTERNATIVES).map((id) => whereStreet(id, gazetteer));
  const houses = ids
    .slice(0, MOST_ALTERNATIVES)
    .flatMap((streetId) => mention.houses.map((number) => ({ streetId, base: number.base, number })));
  const [only] = alternatives;
  if (ids.length === 1 && only !== undefined) {
    const point = gazetteer.streets.get(only.streetId ?? '')?.point ?? null;
    return { ...nowhere, ...only, precision: 'street', point, matchedWords, houses };
  }
  return { ...shared(alternatives), matchedWords, alternatives, houses };
}

function settlementReading(
  words: Words,
  mention: Mention,
  ids: readonly string[],
  gazetteer: Gazetteer,
): PlaceReading {
  const matchedWords = shownWords(words, mention.from, mention.to);
  const alternatives = ids.map((id) => ({
    ...noAlternative,
    municipalityId: gazetteer.settlements.get(id)?.municipalityId ?? null,
    settlementId: id,
  }));
  const [only] = alternatives;
  if (alternatives.length === 1 && only !== undefined) {
    const point = gazetteer.settlements.get(only.settlementId)?.point ?? null;
    return { ...nowhere, ...only, precision: 'settlement', point, matchedWords };
  }
  return { ...shared(alternatives), matchedWords, alternatives: alternatives.slice(0, MOST_ALTERNATIVES) };
}
