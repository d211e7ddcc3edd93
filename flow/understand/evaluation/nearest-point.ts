import type { Point } from '#kernel/place.ts';
import { metersBetween } from '#kernel/shape.ts';

/** Squares of about half a kilometre; narrower towards the poles. */
const SQUARE_DEGREES = 0.005;
const METRES_IN_DEGREE = 111_195;
/** Farther than this many squares everything is looked at: nothing lives there anyway. */
const MOST_RINGS = 100;

/** The nearest of many points, by a grid; a question looks at its neighbourhood only. */
export class NearestPoint<Value> {
  readonly #all: readonly (readonly [Point, Value])[];
  readonly #squares = new Map<string, (readonly [Point, Value])[]>();

  constructor(points: Iterable<readonly [Point, Value]>) {
    this.#all = [...points];
    for (const one of this.#all) {
      const key = keyOf(squareOf(one[0].lat), squareOf(one[0].lon));
      const list = this.#squares.get(key);
      if (list === undefined) this.#squares.set(key, [one]);
      else list.push(one);
    }
  }

  /** The value at the point nearest to this one, `null` where there are no points. */
  to(point: Point): Value | null {
    const narrowest = Math.max(0, Math.cos(((Math.abs(point.lat) + 1) * Math.PI) / 180));
    let best: Value | null = null;
    let least = Infinity;
    const look = ([at, value]: readonly [Point, Value]): void => {
      const metres = metersBetween(at, point);
      if (metres < least) [best, least] = [value, metres];
    };
    for (let ring = 0; ring <= MOST_RINGS; ring += 1) {
      this.#ring(point, ring, look);
      // Whatever lies beyond this ring is farther than so many metres.
      if (least <= ring * SQUARE_DEGREES * METRES_IN_DEGREE * narrowest) return best;
    }
    for (const one of this.#all) look(one);
    return best;
  }

  #ring({ lat, lon }: Point, ring: number, look: (one: readonly [Point, Value]) => void): void {
    const [row, column] = [squareOf(lat), squareOf(lon)];
    for (let up = -ring; up <= ring; up += 1) {
      const step = Math.abs(up) === ring || ring === 0 ? 1 : 2 * ring;
      for (let right = -ring; right <= ring; right += step)
        this.#squares.get(keyOf(row + up, column + right))?.forEach(look);
    }
  }
}

const squareOf = (degrees: number): number => Math.floor(degrees / SQUARE_DEGREES);
const keyOf = (row: number, column: number): string => `${row} ${column}`;
