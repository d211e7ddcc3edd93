import { metersBetween } from '#kernel/shape.ts';
import type { PlacePrecision, Point } from '#kernel/place.ts';

import { municipalityNames } from '../rules/municipality-names.ts';
import type { PlaceReading } from '../rules/place-reading.ts';
import { NearestPoint } from './nearest-point.ts';
import { findPlace } from './register-places.ts';
import type { Places } from './register-places.ts';

/** One text with where its problem really is. */
export interface PlacedText {
  readonly text: string;
  readonly point: Point;
  /** `null` where the table does not say: it is then that of the registered house nearest to the point. */
  readonly municipality: string | null;
}

/** How a text was placed; `near`: the register lacks the house, its neighbours tell where it must be. */
export type FoundBy = 'house' | 'near' | 'street' | 'settlement' | 'municipality' | 'region' | 'none';

export interface FoundPlaces {
  readonly n: number;
  /** Share of texts with a point of a house: its own, or judged by its neighbours. */
  readonly found: number;
  /** Share with a house of the register. */
  readonly foundHouse: number;
  /** Share where the register lacks the house and its neighbours tell the point. */
  readonly foundNear: number;
  /** From the found point to the real one, of all found. */
  readonly medianMeters: number;
  readonly p95Meters: number;
  readonly medianMetersHouse: number;
  readonly medianMetersNear: number;
  /** Of texts whose municipality is known: the same one. `null` where none is, the register naming none. */
  readonly withinMunicipality: number | null;
  /** Share offered to a person: several places fit. */
  readonly ambiguous: number;
  /** Of the ambiguous: the real place is among the offered ones, within 100 metres. */
  readonly offeredRight: number;
  readonly byPrecision: Readonly<Partial<Record<FoundBy, number>>>;
  readonly textsPerSecond: number;
}

interface Outcome {
  readonly by: FoundBy;
  readonly metres: number | null;
  readonly isWithin: boolean | null;
  readonly isAmbiguous: boolean;
  readonly isOffered: boolean;
}

const anywhere = { point: null, territory: null, municipalityAt: () => null };
const NEAR_METRES = 100;

/** Places every text by the register and compares with where it really is. `now` gives milliseconds. */
export function measureFoundPlaces(
  texts: readonly PlacedText[],
  places: Places,
  now: () => number,
): FoundPlaces {
  const pointOf = new Map(
    [...places.houses.values()].flatMap((rows) => rows.map(({ row }) => [row.id, row.point] as const)),
  );
  const from = now();
  const readings = texts.map(({ text }) => findPlace(text, places, anywhere));
  const seconds = (now() - from) / 1000;
  const municipality = municipalitiesOf(places, pointOf);
  const outcomes = texts.flatMap((text, i) => {
    const reading = readings[i];
    return reading === undefined ? [] : [judge(reading, text, pointOf, municipality)];
  });
  return { ...figuresOf(outcomes), textsPerSecond: Math.round(texts.length / Math.max(seconds, 1e-6)) };
}

function judge(
  reading: PlaceReading,
  real: PlacedText,
  pointOf: ReadonlyMap<string, Point | null>,
  municipality: Municipalities,
): Outcome {
  const by = foundBy(reading);
  const isPlaced = by === 'house' || by === 'near';
  const known = real.municipality ?? municipality.at(real.point);
  return {
    by,
    metres: isPlaced && reading.point !== null ? metersBetween(reading.point, real.point) : null,
    isWithin: known === null ? null : isOneMunicipality(municipality.of(reading), known),
    isAmbiguous: reading.alternatives.length > 1,
    isOffered: reading.alternatives.some(({ houseId }) => {
      const point = houseId === null ? null : (pointOf.get(houseId) ?? null);
      return point !== null && metersBetween(point, real.point) <= NEAR_METRES;
    }),
  };
}

interface Municipalities {
  /** Of the registered house nearest to a point; `null` where the register names none. */
  readonly at: (point: Point) => string | null;
  /** Of the house that was found, or of the registered house nearest to the point: the program asks its boundaries. */
  readonly of: (reading: PlaceReading) => string | null;
}

function municipalitiesOf(
  { municipalityOf }: Places,
  pointOf: ReadonlyMap<string, Point | null>,
): Municipalities {
  const nearest = new NearestPoint(
    [...pointOf].flatMap(([id, point]) =>
      point === null ? [] : [[point, municipalityOf.get(id) ?? ''] as const],
    ),
  );
  const at = (point: Point): string | null => nearest.to(point) || null;
  return {
    at,
    of: ({ houseId, point, municipalityId }) => {
      if (houseId !== null) return municipalityOf.get(houseId) ?? municipalityId;
      return point === null ? municipalityId : (at(point) ?? municipalityId);
    },
  };
}

const folded = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').trim();

/** Tables write one municipality in several ways: «округ Коломна», «муниципальный округ Коломна». */
const isOneMunicipality = (found: string | null, known: string): boolean =>
  found !== null &&
  (folded(found) === folded(known) ||
    municipalityNames(found).some((name) => folded(name) === folded(known)));

function foundBy({ precision, approximate }: PlaceReading): FoundBy {
  const by: PlacePrecision = precision;
  if (by === 'point' || by === 'house') return 'house';
  return by === 'street' && approximate !== null ? 'near' : by;
}

function figuresOf(outcomes: readonly Outcome[]): Omit<FoundPlaces, 'textsPerSecond'> {
  const n = outcomes.length;
  const metres = (of: (one: Outcome) => boolean): number[] =>
    outcomes.flatMap((one) => (of(one) && one.metres !== null ? [one.metres] : [])).sort((a, b) => a - b);
  const all = metres(() => true);
  const [house, near] = [metres(({ by }) => by === 'house'), metres(({ by }) => by === 'near')];
  const known = outcomes.filter(({ isWithin }) => isWithin !== null);
  const unsure = outcomes.filter(({ isAmbiguous }) => isAmbiguous);
  const groups = Map.groupBy(outcomes, ({ by }) => by);
  return {
    n,
    found: share(all.length, n),
    foundHouse: share(house.length, n),
    foundNear: share(near.length, n),
    medianMeters: quantile(all, 0.5),
    p95Meters: quantile(all, 0.95),
    medianMetersHouse: quantile(house, 0.5),
    medianMetersNear: quantile(near, 0.5),
    withinMunicipality:
      known.length === 0
        ? null
        : share(known.filter(({ isWithin }) => isWithin === true).length, known.length),
    ambiguous: share(unsure.length, n),
    offeredRight: share(unsure.filter(({ isOffered }) => isOffered).length, unsure.length),
    byPrecision: Object.fromEntries([...groups].map(([by, rows]) => [by, share(rows.length, n)])),
  };
}

const share = (count: number, of: number): number =>
  of === 0 ? 0 : Math.round((count / of) * 10_000) / 10_000;

/** Metres to one decimal; `sorted` ascending. 0 where there is nothing to measure. */
const quantile = (sorted: readonly number[], at: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0) * 10) / 10;
