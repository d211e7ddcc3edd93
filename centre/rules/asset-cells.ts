import { cellArea, getHexagonEdgeLengthAvg, gridDisk, latLngToCell, polygonToCells, UNITS } from 'h3-js';
import type { Position } from '#kernel/geo-json.ts';
import type { Point } from '#kernel/place.ts';
import { areasOf, linesOf, metersBetween, type Shape } from '#kernel/shape.ts';

/** A point keeps one small cell: lamps stand by the hundred in a larger one. */
const POINT_RESOLUTION = 11;
/** A line or an area keeps cells of one of these: the finest in which it is not too many cells. */
const resolutions = [10, 8, 6] as const;
const MOST_CELLS = 256;
/** At the coarsest: a shape wider than this is no object but a territory. */
const MOST_CELLS_AT_ALL = 1024;

const edgeMeters = (resolution: number): number => getHexagonEdgeLengthAvg(resolution, UNITS.m);
/** Cells differ in size over the Earth; the smallest edge is about this part of the mean one. */
const SMALLEST_EDGE = 0.7;
/** Lines are walked in steps of this part of an edge: a cell cut at its corner may be missed by half a step. */
const STEP = 0.4;

/**
 * The cells an object touches; a shape too large for any resolution has none.
 *
 * @param point where the object is, or lies
 */
export function cellsTouched(point: Point, shape: Shape | null): readonly string[] {
  if (shape === null) return [latLngToCell(point.lat, point.lon, POINT_RESOLUTION)];
  for (const resolution of resolutions) {
    const most = resolution === resolutions.at(-1) ? MOST_CELLS_AT_ALL : MOST_CELLS;
    const cells = cellsAt(shape, resolution, most);
    if (cells !== null) return [...cells];
  }
  return [];
}

/** `null` where they would be more than `most`; asked before the cells are made, or a country would be. */
function cellsAt(shape: Shape, resolution: number, most: number): ReadonlySet<string> | null {
  const cells = new Set<string>();
  const step = edgeMeters(resolution) * STEP;
  for (const line of linesOf(shape)) {
    if (lengthOf(line) / step > most * 4) return null;
    for (const { lat, lon } of pointsAlong(line, step)) cells.add(latLngToCell(lat, lon, resolution));
  }
  for (const rings of areasOf(shape)) {
    if (boxArea(rings[0] ?? []) > most * 4 * cellArea([...cells][0]!, UNITS.m2)) return null;
    for (const cell of polygonToCells(
      rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
      resolution,
      true,
    ))
      cells.add(cell);
  }
  return cells.size > most ? null : cells;
}

const pointAt = ([lon, lat]: Position): Point => ({ lat, lon });

const lengthOf = (line: readonly Position[]): number =>
  line.reduce((sum, to, i) => (i === 0 ? 0 : sum + metersBetween(pointAt(line[i - 1]!), pointAt(to))), 0);

function* pointsAlong(line: readonly Position[], step: number): Generator<Point> {
  for (const [i, to] of line.entries()) {
    const from = line[i - 1] ?? to;
    const parts = Math.max(1, Math.ceil(metersBetween(pointAt(from), pointAt(to)) / step));
    for (let part = 1; part <= parts; part += 1) {
      const share = part / parts;
      yield { lon: from[0] + (to[0] - from[0]) * share, lat: from[1] + (to[1] - from[1]) * share };
    }
  }
}

function boxArea(ring: readonly Position[]): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of ring) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const corner = { lat: south, lon: west };
  return metersBetween(corner, { lat: south, lon: east }) * metersBetween(corner, { lat: north, lon: west });
}

/** Every cell that an object within `meters` of the point may have been written to. */
export function cellsWithin(point: Point, meters: number): readonly string[] {
  return [
    ...disk(point, meters, POINT_RESOLUTION),
    ...resolutions.flatMap((resolution) =>
      disk(point, meters + (edgeMeters(resolution) * STEP) / 2, resolution),
    ),
  ];
}

/** k rings round a cell reach at least (1.5 k − 0.5) edges from any point of the cell. */
function disk(point: Point, meters: number, resolution: number): string[] {
  const rings = Math.ceil((meters / (edgeMeters(resolution) * SMALLEST_EDGE) + 0.5) / 1.5);
  return gridDisk(latLngToCell(point.lat, point.lon, resolution), rings);
}
