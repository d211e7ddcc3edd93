import type { Topic } from '#centre/rules/topic.ts';
import type { Position } from '#kernel/geo-json.ts';
import type { Point } from '#kernel/place.ts';
import { linesOf, metersBetween, metersToShape, type Shape } from '#kernel/shape.ts';

/** How far a problem stretches, as its words say. */
export type Extent = 'street' | 'object' | null;

const all = '(?:вся|всей|всю|весь|всего|всему|всём|во всем|целая|целой|целую)';
const along = '(?:по|вдоль|на протяжении|на всём протяжении|на всем протяжении)';
const street =
  '(?:улиц[аеуыи]|ул|проспект[ауе]?|пр-т|пр-кт|переул[а-я]+|шоссе|бульвар[ауе]?|дорог[аеуи]|проезд[ауе]?|тракт[ауе]?|набережн[а-я]+)';
const place =
  '(?:двор[ауе]?|парк[ауе]?|сквер[ауе]?|пруд[ауе]?|озер[оау]|пляж[ауе]?|кладбищ[еау]|стадион[ауе]?|площадк[аеиу])';

/** Word boundaries of Cyrillic: `\b` knows Latin letters only. */
const phrase = (...parts: readonly string[]): RegExp =>
  new RegExp(`(?<![а-яё])${parts.join('[ ,]{1,3}(?:[а-яё0-9.-]{1,30} ){0,2}')}(?![а-яё])`, 'iu');

const streetPhrases = [
  phrase(all, street),
  phrase(along, all, street),
  phrase('от начала(?: и)? до конца', street),
  phrase(street, '(?:вся|весь|полностью|от начала до конца|целиком|на всём протяжении|на всем протяжении)'),
  phrase('вдоль', street),
];
const placePhrases = [
  phrase(all, place),
  phrase('по', all, place),
  phrase(place, '(?:весь|вся|полностью|целиком)'),
];

/** Letters of a text that are looked at: a phrase of extent stands near its beginning. */
const LOOKED_AT = 3000;

/** «По всей улице», «весь двор»: the words that make a problem a line or an area. Bounded in time by the length looked at. */
export function readExtent(text: string): Extent {
  const head = text.slice(0, LOOKED_AT);
  if (streetPhrases.some((one) => one.test(head))) return 'street';
  return placePhrases.some((one) => one.test(head)) ? 'object' : null;
}

/** A line or an area round a dwelling would tell whose it is; what is closed or counted small has no picture at all. */
export const mayHaveShape = (
  topic: Pick<Topic, 'isResidential' | 'smallCounts' | 'visibility'> | undefined,
): boolean =>
  topic !== undefined && !topic.isResidential && !topic.smallCounts && topic.visibility === 'public';

/** Segments of one street as one line in several pieces; `null` where none is a line. */
export function wholeStreet(segments: readonly Shape[]): Shape | null {
  const lines = segments
    .filter(({ type }) => type === 'LineString' || type === 'MultiLineString')
    .flatMap((segment) => linesOf(segment));
  const [first] = lines;
  if (first === undefined) return null;
  return lines.length === 1
    ? { type: 'LineString', coordinates: first }
    : { type: 'MultiLineString', coordinates: lines };
}

/** Farther from its case no line or area of it is drawn: a slip of the hand. */
const FARTHEST_METERS = 30_000;

/** Whether a drawn shape is about this place at all. */
export const isAbout = (shape: Shape, place: Point | null): boolean =>
  place === null ||
  linesOf(shape)
    .flat()
    .some(([lon, lat]: Position) => metersBetween(place, { lat, lon }) <= FARTHEST_METERS);

/** Where a problem is, as far as it matters to its line or area. */
export interface ExtentPlace {
  readonly point: Point | null;
  readonly streetId: number | null;
}

/** A place this near to a drawn line is the same place, pointed at more exactly. */
const SAME_PLACE_METERS = 500;

/** Whether a line or an area drawn for one place still tells of the problem after its place became another one. */
export function staysAbout(shape: Shape, before: ExtentPlace, after: ExtentPlace): boolean {
  if (after.point === null) return after.streetId !== null && after.streetId === before.streetId;
  const isUnmoved =
    before.point !== null &&
    before.streetId === after.streetId &&
    before.point.lat === after.point.lat &&
    before.point.lon === after.point.lon;
  return isUnmoved || metersToShape(after.point, shape) <= SAME_PLACE_METERS;
}
