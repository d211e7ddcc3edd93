import type { Point } from '#kernel/place.ts';
import { metersBetween, metersToShape, pointOn } from '#kernel/shape.ts';
import { houseAt } from './address-house.ts';
import type { StreetMention } from './address-mention.ts';
import { textAt } from './address-text.ts';
import { houseWords } from './address-words.ts';
import type { Gazetteer } from './gazetteer.ts';
import { houseFit, normaliseHouse, type HouseNumber } from './house-number.ts';
import { middleOf } from './near-houses.ts';
import { cornerOf, type ChosenStreet } from './place-crossing.ts';
import { whereStreet } from './place-parts.ts';
import type { HouseRow, PlaceReading, Stretch, StretchEnd } from './place-reading.ts';
import type { Words } from './words.ts';

/** A stretch with the street it is named along. */
export interface FoundStretch {
  readonly along: ChosenStreet;
  readonly stretch: Stretch;
}

/** «Мира от Ленина до Победы», «Мира от дома 5 до дома 17»: the street and where its part begins and ends. */
export function findStretch(
  words: Words,
  streets: readonly ChosenStreet[],
  gazetteer: Gazetteer,
): FoundStretch | null {
  const ordered = streets.toSorted((a, b) => a.mention.from - b.mention.from);
  return (
    betweenStreets(words, ordered, gazetteer) ??
    betweenBoth(words, ordered, gazetteer) ??
    betweenHouses(words, ordered)
  );
}

/** Words between the street and its stretch: «на улице Мира, на участке от …». */
const MOST_BETWEEN = 5;
const mayJoin =
  /^(?:и|на|в|по|до|от|участк[а-я]*|отрезк[а-я]*|стороны|пересечени[а-я]+|перекрестк[а-я]*|с|со)$/;

function betweenStreets(
  words: Words,
  ordered: readonly ChosenStreet[],
  gazetteer: Gazetteer,
): FoundStretch | null {
  for (const [i, one] of ordered.entries()) {
    const other = ordered[i + 1];
    if (other === undefined || !isSpan(words, one.mention, other.mention)) continue;
    const before = ordered[i - 1];
    const after = ordered[i + 2];
    const along =
      before !== undefined && areBeside(words, before.mention.shown[1], one.mention.shown[0] - 1)
        ? before
        : after !== undefined && areBeside(words, other.mention.shown[1], after.mention.shown[0])
          ? after
          : undefined;
    if (along === undefined || along.mention.houses.length > 0) continue;
    const endOf = (end: ChosenStreet): StretchEnd => ({ streets: meeting(along, end, gazetteer) });
    return { along, stretch: { along: along.ids, from: endOf(one), to: endOf(other) } };
  }
  return null;
}

/** Streets of the name in the settlement of the street they bound: «до Мира» may be its avenue, whatever other towns have. */
function meeting(
  along: ChosenStreet,
  { mention, ids }: ChosenStreet,
  gazetteer: Gazetteer,
): readonly string[] {
  const settlementOf = (id: string) => gazetteer.streets.get(id)?.settlementId;
  const settlements = new Set(along.ids.map(settlementOf));
  const near = (mention.kinds.length === 0 ? mention.ids : ids).filter((id) =>
    settlements.has(settlementOf(id)),
  );
  return near.length === 0 ? ids : near;
}

/** «от Ленина до Победы», «между Ленина и Победы». */
function isSpan(words: Words, one: StreetMention, other: StreetMention): boolean {
  if (one.houses.length > 0 || other.houses.length > 0) return false;
  const first = textAt(words, one.shown[0] - 1);
  const between = textsBetween(words, one.shown[1], other.shown[0]);
  if (between === null || !between.every((text) => mayJoin.test(text))) return false;
  return first === 'от' ? between.includes('до') : first === 'между' && between[0] === 'и';
}

const areBeside = (words: Words, from: number, to: number): boolean =>
  textsBetween(words, from, to)?.every((text) => mayJoin.test(text)) === true;

/** The words from one to before another within a sentence; `null` where a sentence ends or they are many. */
function textsBetween(words: Words, from: number, to: number): string[] | null {
  if (to < from || to - from > MOST_BETWEEN) return null;
  const gap = words.text.slice(words.ends[from - 1] ?? 0, words.starts[to]);
  if (/[\n!?;]|\.\s+\p{Lu}/u.test(gap)) return null;
  return Array.from({ length: to - from }, (_, i) => textAt(words, from + i));
}

/** «Мира от Ленина до дома 40», «Мира от дома 5 до Ленина». */
function betweenBoth(
  words: Words,
  ordered: readonly ChosenStreet[],
  gazetteer: Gazetteer,
): FoundStretch | null {
  for (const [i, one] of ordered.entries()) {
    const { house, shown, houses } = one.mention;
    if (house === null || houses.length !== 1) continue;
    const [before, after] = [ordered[i - 1], ordered[i + 1]];
    const said = wordBefore(words, numberAt(words, house.from))[0];
    const end = { house: house.house };
    const isAfterStreet = textAt(words, shown[0] - 1) === 'от' && said === 'до';
    if (
      isAfterStreet &&
      before?.mention.house === null &&
      areBeside(words, before.mention.shown[1], shown[0] - 1)
    ) {
      const from = { streets: meeting(before, one, gazetteer) };
      return { along: before, stretch: { along: before.ids, from, to: end } };
    }
    const isBeforeStreet = said === 'от' && textAt(words, house.to) === 'до';
    if (isBeforeStreet && after?.mention.house === null && after.mention.shown[0] === house.to + 1) {
      const to = { streets: meeting(one, after, gazetteer) };
      return { along: one, stretch: { along: one.ids, from: end, to } };
    }
  }
  return null;
}

/** Where the number of a house stands: after «дома» or at once. */
const numberAt = (words: Words, from: number): number =>
  words.list[from]?.isNumber === true ? from : from + 1;

function betweenHouses(words: Words, ordered: readonly ChosenStreet[]): FoundStretch | null {
  for (const along of ordered) {
    const ends = housesOf(words, along.mention);
    if (ends === null) continue;
    const [from, to] = ends;
    return { along, stretch: { along: along.ids, from: { house: from }, to: { house: to } } };
  }
  return null;
}

/** The two houses of «от дома 5 до дома 17», «между домами 5 и 17», in the order they are written. */
function housesOf(
  words: Words,
  { house, houses }: StreetMention,
): readonly [HouseNumber, HouseNumber] | null {
  if (house === null) return null;
  const [said, before] = wordBefore(words, numberAt(words, house.from));
  const [first, second] = houses;
  if (said === 'между' && first !== undefined && second !== undefined && houses.length === 2)
    return [first, second];
  if (said === 'от') {
    const next = textAt(words, house.to) === 'до' ? houseFrom(words, house.to + 1) : null;
    return next === null ? null : [house.house, next];
  }
  if (said !== 'до') return null;
  const earlier = words.list[before - 1]?.isNumber === true ? before - 1 : -1;
  const start = earlier < 0 || wordBefore(words, earlier)[0] !== 'от' ? null : houseFrom(words, earlier);
  return start === null ? null : [start, house.house];
}

/** The word before a house, past «дома», and where it stands. */
function wordBefore(words: Words, number: number): readonly [text: string, at: number] {
  const at = houseWords.has(textAt(words, number - 1)) ? number - 2 : number - 1;
  return [textAt(words, at), at];
}

/** A house written here, with «дома» before it or without. */
function houseFrom(words: Words, at: number): HouseNumber | null {
  const number = houseWords.has(textAt(words, at)) ? at + 1 : at;
  return words.list[number]?.isNumber === true ? (houseAt(words, number)?.house ?? null) : null;
}

/** A place, and the line of the problem where its stretch of a street is found. */
export interface SettledStretch {
  readonly place: PlaceReading;
  readonly line: readonly Point[] | null;
}

/** A part of a street shorter than this is a place on it. */
const SHORTEST_METERS = 30;
/** A pin farther away than this is not about the stretch. */
const PIN_METERS = 500;

/**
 * Last step for stretches: the houses of the street and of those that bound it tell where it begins and ends. Where only one
 * end is found the place is that corner; where none is, it stays as it was.
 */
export function settleStretch(
  reading: PlaceReading,
  houses: readonly HouseRow[],
  gazetteer: Gazetteer,
): SettledStretch {
  const place = { ...reading, stretch: null };
  if (reading.stretch === null) return { place, line: null };
  const { along, from, to } = reading.stretch;
  const ofStreet = Map.groupBy(houses, (row) => row.streetId);
  const [ofFrom, ofTo] = [boundingHouses(from, ofStreet), boundingHouses(to, ofStreet)];
  const found = along.map((streetId) => {
    const own = ofStreet.get(streetId) ?? [];
    return { streetId, own, ends: [endAt(from, own, ofFrom), endAt(to, own, ofTo)] as const };
  });
  const whole = found.flatMap(({ streetId, own, ends: [start, end] }) =>
    start !== null && end !== null && metersBetween(start, end) >= SHORTEST_METERS
      ? [{ streetId, line: lineThrough(start, end, own) }]
      : [],
  );
  const [only] = whole;
  if (only === undefined || whole.length > 1) return { place: atCorner(place, found, gazetteer), line: null };
  const { line, streetId } = only;
  if (place.precision === 'point') return { place, line: isNear(place.point, line) ? line : null };
  const where = { ...whereStreet(streetId, gazetteer), point: pointOn(shapeOf(line)) };
  return {
    place: { ...place, ...where, precision: 'street', approximate: 'stretch', alternatives: [] },
    line,
  };
}

const shapeOf = (line: readonly Point[]) => ({
  type: 'LineString' as const,
  coordinates: line.map(({ lon, lat }) => [lon, lat] as const),
});

const isNear = (pin: Point | null, line: readonly Point[]): boolean =>
  pin !== null && metersToShape(pin, shapeOf(line)) <= PIN_METERS;

/** The one corner that is found, for a street that has no house of its own in the reading. */
function atCorner(
  place: PlaceReading,
  found: readonly { readonly streetId: string; readonly ends: readonly (Point | null)[] }[],
  gazetteer: Gazetteer,
): PlaceReading {
  const [only, ...others] = found;
  const [point, ...more] = only?.ends.filter((end) => end !== null) ?? [];
  if (only === undefined || others.length > 0 || point === undefined || more.length > 0) return place;
  if (place.precision !== 'street' || place.approximate !== null) return place;
  return { ...place, ...whereStreet(only.streetId, gazetteer), point, approximate: 'crossing' };
}

/** Houses of the streets a stretch ends at; none where it ends at a house of its own. */
const boundingHouses = (
  end: StretchEnd,
  ofStreet: ReadonlyMap<string, readonly HouseRow[]>,
): readonly HouseRow[] =>
  'house' in end ? [] : end.streets.flatMap((streetId) => ofStreet.get(streetId) ?? []);

const endAt = (end: StretchEnd, own: readonly HouseRow[], bounding: readonly HouseRow[]): Point | null =>
  'house' in end ? houseOn(own, end.house) : (cornerOf(own, bounding)?.point ?? null);

/** The house of this number, the best of those that fit it. */
function houseOn(own: readonly HouseRow[], written: HouseNumber): Point | null {
  let best: { readonly fit: number; readonly point: Point } | null = null;
  for (const { number, point } of own) {
    const registered = normaliseHouse(number);
    const fit = registered === null ? 0 : houseFit(written, registered);
    if (point !== null && fit > (best?.fit ?? 0)) best = { fit, point };
  }
  return best?.point ?? null;
}

/** Houses stand so far apart that a step of the line has some on both sides. */
const STEP_METERS = 120;
const MOST_STEPS = 40;

/** From one end to the other through the middles of the houses between, step by step: about along the middle of the street. */
function lineThrough(start: Point, end: Point, own: readonly HouseRow[]): Point[] {
  const length = metersBetween(start, end);
  const cos = Math.cos((start.lat * Math.PI) / 180);
  const [dx, dy] = [(end.lon - start.lon) * cos, end.lat - start.lat];
  const steps = Math.min(MOST_STEPS, Math.floor(length / STEP_METERS));
  const between = own.flatMap(({ point }) => {
    if (point === null) return [];
    const [x, y] = [(point.lon - start.lon) * cos, point.lat - start.lat];
    const share = (x * dx + y * dy) / (dx * dx + dy * dy);
    const aside = Math.abs(x * dy - y * dx) / Math.hypot(dx, dy) / Math.hypot(dx, dy);
    return share > 0 && share < 1 && aside <= 0.5 ? [{ point, step: Math.floor(share * steps) }] : [];
  });
  const middles = [...Map.groupBy(between, ({ step }) => step)]
    .toSorted(([one], [other]) => one - other)
    .map(([, houses]) => middleOf(houses.map(({ point }) => point)));
  return [start, ...middles, end];
}
