import type { Random } from '../random.ts';
import { crosses, distance, wiggle } from './plane.ts';
import type { Spot } from './plane.ts';

/** A cell of the region: a larger weight makes a larger cell. */
export interface Site {
  readonly code: string;
  readonly spot: Spot;
  readonly weight: number;
}

/** Cells and every border piece once; two neighbours walk the same piece in opposite directions. */
export interface Tiling {
  /** Open rings, counter-clockwise. */
  readonly rings: ReadonlyMap<string, readonly Spot[]>;
  /** The border of the whole, an open ring. */
  readonly outline: readonly Spot[];
}

interface Mesh {
  readonly corners: Spot[];
  readonly cells: ReadonlyMap<string, readonly number[]>;
}

/** Cuts a convex ring by the line on which two sites pull equally (a power diagram). */
function keepNearer(ring: readonly Spot[], own: Site, other: Site): Spot[] {
  const [ax, ay] = own.spot;
  const [bx, by] = other.spot;
  const limit = (bx * bx + by * by - other.weight - (ax * ax + ay * ay - own.weight)) / 2;
  const excess = (p: Spot) => (bx - ax) * p[0] + (by - ay) * p[1] - limit;
  return ring.flatMap((point, index) => {
    const next = ring[(index + 1) % ring.length] ?? point;
    const [here, there] = [excess(point), excess(next)];
    const kept: Spot[] = here <= 0 ? [point] : [];
    if (here <= 0 !== there <= 0) {
      const share = here / (here - there);
      kept.push([point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share]);
    }
    return kept;
  });
}

function meshOf(sites: readonly Site[], frame: readonly Spot[]): Mesh {
  const corners: Spot[] = [];
  const numberOf = (spot: Spot) => {
    const known = corners.findIndex((corner) => distance(corner, spot) < 1e-6);
    return known >= 0 ? known : corners.push(spot) - 1;
  };
  const cells = new Map<string, number[]>();
  for (const own of sites) {
    const others = sites.filter((site) => site !== own);
    const ring = others.reduce<Spot[]>((rest, other) => keepNearer(rest, own, other), [...frame]);
    const numbers = ring.map(numberOf);
    cells.set(
      own.code,
      numbers.filter((corner, index) => corner !== numbers[(index + 1) % numbers.length]),
    );
  }
  return { corners, cells };
}

function drawPieces(mesh: Mesh, chance: Random, sway: number): Map<string, Spot[]> {
  const pieces = new Map<string, Spot[]>();
  for (const ring of mesh.cells.values()) {
    ring.forEach((corner, index) => {
      const next = ring[(index + 1) % ring.length] ?? corner;
      const [low, high] = corner < next ? [corner, next] : [next, corner];
      const key = `${low}:${high}`;
      const [from, to] = [mesh.corners[low], mesh.corners[high]];
      if (pieces.has(key) || from === undefined || to === undefined) return;
      pieces.set(key, wiggle(from, to, chance.fork(key), sway, 1.6));
    });
  }
  return pieces;
}

function isClean(pieces: ReadonlyMap<string, readonly Spot[]>): boolean {
  const lines = [...pieces.values()].flatMap((piece) =>
    piece.slice(1).map((to, index) => ({ from: piece[index] ?? to, to })),
  );
  return lines.every((one, index) =>
    lines.slice(index + 1).every((two) => {
      const far = Math.abs(one.from[0] - two.from[0]) > 4 || Math.abs(one.from[1] - two.from[1]) > 4;
      const touching = [two.from, two.to].some((end) => end === one.from || end === one.to);
      return far || touching || !crosses(one.from, one.to, two.from, two.to);
    }),
  );
}

function walk(ring: readonly number[], pieces: ReadonlyMap<string, readonly Spot[]>): Spot[] {
  return ring.flatMap((corner, index) => {
    const next = ring[(index + 1) % ring.length] ?? corner;
    const piece = pieces.get(corner < next ? `${corner}:${next}` : `${next}:${corner}`) ?? [];
    return (corner < next ? [...piece] : [...piece].reverse()).slice(0, -1);
  });
}

/** Corners of the outside, in order: the steps that only one cell takes. */
function outerRing(mesh: Mesh): number[] {
  const steps = [...mesh.cells.values()].flatMap((ring) =>
    ring.map((corner, index) => [corner, ring[(index + 1) % ring.length] ?? corner] as const),
  );
  const taken = new Set(steps.map(([from, to]) => `${from}>${to}`));
  const onward = new Map(steps.filter(([from, to]) => !taken.has(`${to}>${from}`)));
  const first = onward.keys().next().value ?? 0;
  const ring = [first];
  for (let at = onward.get(first); at !== undefined && at !== first; at = onward.get(at)) ring.push(at);
  return ring;
}

/**
 * Divides a convex frame between sites without gap or overlap and makes every border look natural.
 * The sway is lowered until no two border pieces cross.
 */
export function tile(sites: readonly Site[], frame: readonly Spot[], chance: Random): Tiling {
  const mesh = meshOf(sites, frame);
  const drawn = [0.2, 0.16, 0.12, 0.08, 0.04, 0].map((sway) => () => drawPieces(mesh, chance, sway));
  let pieces = drawPieces(mesh, chance, 0);
  for (const draw of drawn) {
    pieces = draw();
    if (isClean(pieces)) break;
  }
  return {
    rings: new Map([...mesh.cells].map(([code, ring]) => [code, walk(ring, pieces)])),
    outline: walk(outerRing(mesh), pieces),
  };
}
