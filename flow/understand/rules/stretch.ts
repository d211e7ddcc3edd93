import type { Position } from '#kernel/geo-json.ts';
import type { Point } from '#kernel/place.ts';
import { linesOf, metersBetween, type Shape } from '#kernel/shape.ts';
import { wholeStreet } from './extent.ts';

type Line = readonly Position[];

/** Farther aside than this share of its length a piece of the street is round another corner. */
const MOST_ASIDE = 0.5;

/**
 * The part of a street between two of its points, cut out of its drawn segments; where none is drawn between them, the line
 * through its houses.
 *
 * @param through from one end to the other, two points at least
 */
export function stretchOf(segments: readonly Shape[], through: readonly Point[]): Shape | null {
  const [start, end] = [through[0], through.at(-1)];
  if (start === undefined || end === undefined || metersBetween(start, end) === 0) return null;
  const drawn = wholeStreet(segments);
  const pieces = (drawn === null ? [] : linesOf(drawn)).flatMap((line) => cut(line, start, end));
  return (
    wholeStreet(pieces.map((coordinates) => ({ type: 'LineString', coordinates }))) ?? {
      type: 'LineString',
      coordinates: through.map(({ lon, lat }) => [lon, lat] as const),
    }
  );
}

/** Where a position lies on the way from start to end: 0 at the start, 1 at the end; and how far aside, in lengths of the way. */
function wayOf(start: Point, end: Point): (at: Position) => readonly [share: number, aside: number] {
  const cos = Math.cos((start.lat * Math.PI) / 180);
  const [dx, dy] = [(end.lon - start.lon) * cos, end.lat - start.lat];
  const square = dx * dx + dy * dy;
  return ([lon, lat]) => {
    const [x, y] = [(lon - start.lon) * cos, lat - start.lat];
    return [(x * dx + y * dy) / square, Math.abs(x * dy - y * dx) / square];
  };
}

/** The pieces of a line that lie between the ends. */
function cut(line: Line, start: Point, end: Point): Position[][] {
  const way = wayOf(start, end);
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  const finish = (): void => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  for (let i = 1; i < line.length; i += 1) {
    const [from, to] = [line[i - 1]!, line[i]!];
    const [[a, asideA], [b, asideB]] = [way(from), way(to)];
    const inside = asideA > MOST_ASIDE || asideB > MOST_ASIDE ? null : partWithin(a, b);
    if (inside === null) {
      finish();
      continue;
    }
    const [first, last] = [along(from, to, inside[0]), along(from, to, inside[1])];
    if (inside[0] > 0) finish();
    if (piece.length === 0) piece.push(first);
    piece.push(last);
    if (inside[1] < 1) finish();
  }
  finish();
  return pieces;
}

/** Of a way from share `a` to share `b`, what lies between 0 and 1, as shares of that way; `null`: nothing. */
function partWithin(a: number, b: number): readonly [number, number] | null {
  const [low, high] = a <= b ? [0, 1] : [1, 0];
  const shareAt = (value: number): number => (a === b ? 0 : (value - a) / (b - a));
  const first = Math.max(0, a === b ? 0 : shareAt(low));
  const last = Math.min(1, a === b ? 1 : shareAt(high));
  if (a === b && (a < 0 || a > 1)) return null;
  return last > first ? [first, last] : null;
}

const along = ([x1, y1]: Position, [x2, y2]: Position, share: number): Position => [
  x1 + (x2 - x1) * share,
  y1 + (y2 - y1) * share,
];
