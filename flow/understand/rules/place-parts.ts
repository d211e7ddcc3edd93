import type { Gazetteer } from './gazetteer.ts';
import type { PlaceAlternative, PlaceReading } from './place-reading.ts';
import type { Words } from './words.ts';

/** A text that names no place. */
export const nowhere: PlaceReading = {
  precision: 'none',
  point: null,
  municipalityId: null,
  settlementId: null,
  streetId: null,
  houseId: null,
  objectId: null,
  outside: false,
  matchedWords: [],
  alternatives: [],
  landmarks: [],
  approximate: null,
  about: null,
  crossing: null,
  stretch: null,
  houses: [],
};

export const noAlternative: PlaceAlternative = {
  municipalityId: null,
  settlementId: null,
  streetId: null,
  houseId: null,
};

/** More than a person would look through. */
export const MOST_ALTERNATIVES = 12;

/** What all alternatives have in common, honestly less precise. */
export function shared(alternatives: readonly PlaceAlternative[]): PlaceReading {
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

/** The words a place was read from, for a person to see why. */
export function shownWords(words: Words, from: number, to: number): string[] {
  const text = words.text
    .slice(words.starts[from], words.ends[to - 1])
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? [] : [text];
}
