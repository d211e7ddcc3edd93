import type { Boundary, Position } from '#kernel/geo-json.ts';
import { VertexTable } from './vertex-table.ts';

type Ring = readonly Position[];

/** Where a ring is cut: no vertex between two cuts belongs to another border. */
interface Borders {
  readonly vertices: VertexTable;
  /** The thinned line of a border, by the border walked in its canonical direction. */
  readonly thinned: Map<string, Ring>;
}

const isSame = (one: Position, other: Position): boolean => one[0] === other[0] && one[1] === other[1];

/**
 * Boundaries light enough to draw. Rings are cut where three borders meet and every border is thinned once (Douglas–Peucker),
 * so that neighbours keep sharing it without gaps or overlaps. Belonging is asked of the exact boundaries, never of these.
 *
 * @param tolerance how far a drawn line may leave the true one, in degrees of latitude; islands and holes smaller than
 *   that are left out, but no area vanishes
 */
export function drawnBoundaries(exact: readonly Boundary[], tolerance: number): Boundary[] {
  const borders: Borders = { vertices: verticesOf(exact), thinned: new Map() };
  return exact.map((boundary) => {
    const polygons = boundary.coordinates.flatMap((polygon) => {
      const [outer, ...holes] = polygon.map((ring) => thinRing(ring, borders, tolerance));
      return outer === undefined || outer.length < 4
        ? []
        : [[outer, ...holes.filter((hole) => hole.length >= 4)]];
    });
    return polygons.length > 0 ? { ...boundary, coordinates: polygons } : boundary;
  });
}

function verticesOf(boundaries: readonly Boundary[]): VertexTable {
  const rings = boundaries.flatMap(({ coordinates }) => coordinates.flat());
  const vertices = new VertexTable(rings.reduce((sum, ring) => sum + ring.length, 0));
  for (const ring of rings) {
    let before: number | null = null;
    for (const position of ring) {
      const number = vertices.numberOf(position);
      if (before !== null && before !== number) vertices.meet(before, number);
      before = number;
    }
  }
  return vertices;
}

function thinRing(ring: Ring, borders: Borders, tolerance: number): Ring {
  const open = ring.slice(0, -1).filter((position, i, all) => !isSame(position, all.at(i - 1)!));
  if (open.length < 3) return [];
  const cuts = open.flatMap((position, i) =>
    borders.vertices.isJunction(borders.vertices.numberOf(position)) ? [i] : [],
  );
  const starts = cuts.length >= 2 ? cuts : ends(open, cuts[0]);
  const line: Position[] = [];
  starts.forEach((start, i) => {
    const end = starts[i + 1] ?? starts[0]! + open.length;
    const border = Array.from({ length: end - start + 1 }, (_, step) => open[(start + step) % open.length]!);
    line.push(...thinBorder(border, borders, tolerance).slice(0, -1));
  });
  return line.length < 3 ? [] : [...line, line[0]!];
}

/** A ring with fewer than two junctions is cut at two of its own vertices, the same for both sides of it. */
function ends(open: Ring, junction: number | undefined): number[] {
  const first =
    junction ?? open.reduce((best, position, i) => (isBefore(position, open[best]!) ? i : best), 0);
  const far = open.reduce((best, position, i) => {
    const gain = distance(position, open[first]!) - distance(open[best]!, open[first]!);
    return gain > 0 || (gain === 0 && isBefore(position, open[best]!)) ? i : best;
  }, first);
  return [first, far].toSorted((a, b) => a - b);
}

const isBefore = (one: Position, other: Position): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

function thinBorder(border: Ring, { vertices, thinned }: Borders, tolerance: number): Ring {
  const isForward = isCanonical(border);
  const canonical = isForward ? border : border.toReversed();
  const key = keyOf(canonical, vertices);
  const known = thinned.get(key) ?? thin(canonical, tolerance);
  thinned.set(key, known);
  return isForward ? known : known.toReversed();
}

/** Two digests of its vertices, its ends and its length: two borders of a country never share all of them. */
function keyOf(border: Ring, vertices: VertexTable): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (const position of border) {
    const number = vertices.numberOf(position);
    one = Math.imul(one ^ number, 0x01000193);
    other = Math.imul(other + number, 0x85ebca6b) ^ (other >>> 13);
  }
  return [border[0], border.at(-1), border.length, one, other].join(' ');
}

/** One of the two directions of a border: from the lesser end, or towards the lesser neighbour where the ends are one. */
function isCanonical(border: Ring): boolean {
  for (let i = 0; i < border.length; i += 1) {
    const [from, to] = [border[i]!, border[border.length - 1 - i]!];
    if (!isSame(from, to)) return isBefore(from, to);
  }
  return true;
}

/** Douglas–Peucker without recursion: a coast of 100,000 points must not overflow the stack. */
function thin(line: Ring, tolerance: number): Ring {
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let farthest = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i += 1) {
      const away = distanceToSegment(line[i]!, line[from]!, line[to]!);
      if (away > most) [farthest, most] = [i, away];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    spans.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, i) => kept[i] === 1);
}

/** A degree of longitude is shorter than one of latitude. */
const narrowing = (lat: number): number => Math.cos((lat * Math.PI) / 180);

function distance(one: Position, other: Position): number {
  return Math.hypot((one[0] - other[0]) * narrowing(one[1]), one[1] - other[1]);
}

function distanceToSegment(point: Position, from: Position, to: Position): number {
  const scale = narrowing(point[1]);
  const [dx, dy] = [(to[0] - from[0]) * scale, to[1] - from[1]];
  const [px, py] = [(point[0] - from[0]) * scale, point[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return Math.hypot(px - along * dx, py - along * dy);
}
