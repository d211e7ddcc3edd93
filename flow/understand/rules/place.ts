import { isPossiblePoint } from '#kernel/place.ts';
import type { PlacePrecision, Point } from '#kernel/place.ts';

import { readAddress } from './address.ts';
import { chooseStreets } from './place-streets.ts';
import type { AddressMentions, Mention, StreetMention } from './address.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { HouseNumber } from './house-number.ts';
import type { Nearness } from './near-houses.ts';
import type { Words } from './words.ts';

/** A place the text may mean as well. */
export interface PlaceAlternative {
  readonly municipalityId: string | null;
  readonly settlementId: string | null;
  readonly streetId: string | null;
  readonly houseId: string | null;
}

/** A house to look for: all houses of the street with this leading number. */
export interface HouseCandidate {
  readonly streetId: string;
  readonly base: number;
  readonly number: HouseNumber;
}

/** A house the register has. */
export interface HouseRow {
  readonly id: string;
  readonly streetId: string;
  readonly number: string;
  readonly point: Point | null;
}

/** What a message says of the place of its problem. `outside`: the given point is in no municipality of the region. */
export interface PlaceReading {
  readonly precision: PlacePrecision;
  readonly point: Point | null;
  readonly municipalityId: string | null;
  readonly settlementId: string | null;
  readonly streetId: string | null;
  readonly houseId: string | null;
  readonly outside: boolean;
  readonly matchedWords: readonly string[];
  readonly alternatives: readonly PlaceAlternative[];
  readonly landmarks: readonly string[];
  /** How the point was come by where it is nobody's own: never a house, however near it lies. */
  readonly approximate: Nearness | null;
  /** To be looked up, then given to `settleHouses`. Empty: the reading is final. */
  readonly houses: readonly HouseCandidate[];
}

export interface PlaceContext {
  /** Where the sender put the pin of the problem; never the author's own place. */
  readonly point: Point | null;
  /** The territory the channel speaks for (a community of a town); `null` for the whole region. */
  readonly territory: { readonly municipalityId: string; readonly settlementId: string | null } | null;
  /** Municipality of a point, `null` outside the region. */
  readonly municipalityAt: (point: Point) => string | null;
}

const nowhere: PlaceReading = {
  precision: 'none',
  point: null,
  municipalityId: null,
  settlementId: null,
  streetId: null,
  houseId: null,
  outside: false,
  matchedWords: [],
  alternatives: [],
  landmarks: [],
  approximate: null,
  houses: [],
};

export const MOST_ALTERNATIVES = 12;

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
  const named = namedPlace(words, mentions, gazetteer, pinned, context.territory);
  if (!hasPoint) return { ...named, landmarks: mentions.landmarks };
  const fits = pinned !== null && named.municipalityId === pinned;
  const base = fits ? named : { ...nowhere, houses: [] };
  return {
    ...base,
    precision: 'point',
    point,
    municipalityId: pinned,
    outside: pinned === null,
    matchedWords: named.matchedWords,
    alternatives: [],
    landmarks: mentions.landmarks,
  };
}

function namedPlace(
  words: Words,
  mentions: AddressMentions,
  gazetteer: Gazetteer,
  pinned: string | null,
  territory: PlaceContext['territory'],
): PlaceReading {
  const settlement = mentions.settlements[0] ?? null;
  const municipality = mentions.municipalities[0] ?? null;
  for (const street of mentions.streets) {
    const ids = chooseStreets(words, street, mentions, gazetteer, { pinned, territory });
    if (ids.length > 0) return streetReading(words, street, ids, gazetteer);
  }
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
  return mentions.isWholeRegion ? { ...nowhere, precision: 'region' } : nowhere;
}

function isWithin(id: string | undefined, mention: Mention | null, pinned: string | null): boolean {
  if (id === undefined) return false;
  if (mention !== null) return mention.ids.includes(id);
  return pinned === null || pinned === id;
}

const noAlternative: PlaceAlternative = {
  municipalityId: null,
  settlementId: null,
  streetId: null,
  houseId: null,
};

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

/** What all alternatives have in common, honestly less precise. */
function shared(alternatives: readonly PlaceAlternative[]): PlaceReading {
  const same = (of: (one: PlaceAlternative) => string | null): string | null => {
    const values = new Set(alternatives.map(of));
    return values.size === 1 ? ([...values][0] ?? null) : null;
  };
  const settlementId = same((one) => one.settlementId);
  const municipalityId = same((one) => one.municipalityId);
  const precision = settlementId !== null ? 'settlement' : municipalityId !== null ? 'municipality' : 'none';
  return { ...nowhere, precision, settlementId, municipalityId };
}

/** Where a street lies, as far up as the gazetteer knows. */
export function whereStreet(id: string, gazetteer: Gazetteer): PlaceAlternative {
  const settlementId = gazetteer.streets.get(id)?.settlementId ?? null;
  const municipalityId = gazetteer.settlements.get(settlementId ?? '')?.municipalityId ?? null;
  return { municipalityId, settlementId, streetId: id, houseId: null };
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

const shownWords = (words: Words, from: number, to: number): string[] => {
  const text = words.text
    .slice(words.starts[from], words.ends[to - 1])
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? [] : [text];
};
