import type { Point } from '#kernel/place.ts';
import { metersBetween } from '#kernel/shape.ts';

import type { StreetMention } from './address-mention.ts';
import { textAt } from './address-text.ts';
import type { Gazetteer } from './gazetteer.ts';
import { middleOf } from './near-houses.ts';
import { nowhere, shownWords, whereStreet } from './place-parts.ts';
import type { HouseRow, PlaceReading } from './place-reading.ts';
import type { Words } from './words.ts';

/** Houses of two streets farther apart than this do not stand at their crossing. */
const CROSSING_METERS = 200;
/** Somewhat more than that in degrees of latitude: houses farther apart need no measuring. */
const CROSSING_DEGREES = CROSSING_METERS / 111_000;

const meeting = /^(?:угол|угл[уаом]+|перекрест(?:ок|ка|ке|ку|ком)|пересечени[еяию]+)$/;
const joins = /^(?:и|с|со|на|до|пересечени[еяию]+|угол|ул|улиц[аыеуй]+|пр|проспект[аеуом]*)$/;

/** A street named in the text, with those of the register it may be. */
export interface ChosenStreet {
  readonly mention: StreetMention;
  readonly ids: readonly string[];
}

/** «Угол Ленина и Мира», «Ленина / Мира», «на пересечении … с …», «от Ленина до Мира»: two streets that meet there. */
export function crossingReading(
  words: Words,
  streets: readonly ChosenStreet[],
  gazetteer: Gazetteer,
): PlaceReading | null {
  const ordered = streets.toSorted((a, b) => a.mention.from - b.mention.from);
  for (const [i, one] of ordered.entries()) {
    const other = ordered[i + 1];
    if (other === undefined || !areJoined(words, one.mention, other.mention)) continue;
    const [first] = one.ids;
    if (first === undefined) continue;
    return {
      ...nowhere,
      ...(one.ids.length === 1 ? whereStreet(first, gazetteer) : {}),
      precision: one.ids.length === 1 ? 'street' : 'none',
      point: one.ids.length === 1 ? (gazetteer.streets.get(first)?.point ?? null) : null,
      matchedWords: shownWords(words, one.mention.shown[0], other.mention.shown[1]),
      alternatives: one.ids.length === 1 ? [] : one.ids.slice(0, 12).map((id) => whereStreet(id, gazetteer)),
      crossing: { one: one.ids, other: other.ids },
    };
  }
  return null;
}

function areJoined(words: Words, one: StreetMention, other: StreetMention): boolean {
  const [from, to] = [one.shown[1], other.shown[0]];
  if (to < from || to - from > 3) return false;
  const gap = words.text.slice(words.ends[from - 1], words.starts[to]);
  if (/[\n!?;]/.test(gap)) return false;
  for (let i = from; i < to; i += 1) if (!joins.test(textAt(words, i))) return false;
  const before = [1, 2, 3].some((step) => meeting.test(textAt(words, one.shown[0] - step)));
  const between = Array.from({ length: to - from }, (_, i) => textAt(words, from + i));
  const isSpan = textAt(words, one.shown[0] - 1) === 'от' && between.includes('до');
  return before || isSpan || between.some((text) => meeting.test(text)) || /^\s*[/\\]\s*$/.test(gap);
}

/** Third step for crossings: where houses of both streets stand nearest to each other. Unchanged where they never meet. */
export function settleCrossing(
  reading: PlaceReading,
  houses: readonly HouseRow[],
  gazetteer: Gazetteer,
): PlaceReading {
  if (reading.crossing === null) return reading;
  const done = { ...reading, crossing: null };
  const { one, other } = reading.crossing;
  const ofOne = houses.filter(({ streetId }) => one.includes(streetId));
  const ofOther = houses.filter(({ streetId }) => other.includes(streetId));
  const corner = cornerOf(ofOne, ofOther);
  if (corner === null) return done;
  return {
    ...done,
    ...whereStreet(corner.streetId, gazetteer),
    precision: 'street',
    point: corner.point,
    approximate: 'crossing',
    alternatives: [],
  };
}

/** Where houses of two streets stand nearest to each other, and the street of the first list; `null`: they never meet. */
export function cornerOf(
  ofOne: readonly HouseRow[],
  ofOther: readonly HouseRow[],
): { readonly streetId: string; readonly point: Point } | null {
  let best: { readonly streetId: string; readonly point: Point } | null = null;
  let least = CROSSING_METERS;
  for (const a of ofOne) {
    for (const b of ofOther) {
      if (a.point === null || b.point === null || a.streetId === b.streetId) continue;
      if (Math.abs(a.point.lat - b.point.lat) > CROSSING_DEGREES) continue;
      const metres = metersBetween(a.point, b.point);
      if (metres >= least) continue;
      least = metres;
      best = { streetId: a.streetId, point: middleOf([a.point, b.point]) };
    }
  }
  return best;
}
