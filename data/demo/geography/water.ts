import type { Random } from '../random.ts';
import { blob, contains, distanceToLine, wiggle } from './plane.ts';
import type { Spot } from './plane.ts';

export interface River {
  readonly name: string;
  readonly line: readonly Spot[];
  /** Kilometres from bank to bank. */
  readonly width: number;
}

export interface Water {
  readonly lake: readonly Spot[];
  readonly rivers: readonly River[];
}

interface RiverPlan {
  readonly name: string;
  readonly width: number;
  readonly through: readonly Spot[];
}

const plans: readonly RiverPlan[] = [
  // The Велея enters from the north-east, crosses the lake and leaves through the capital.
  {
    name: 'Велея',
    width: 0.16,
    through: [
      [112, 70],
      [60, 33.5],
      [28, 30],
      [2, 16],
      [-4, 5],
      [0.6, -4],
      [-9, -20],
      [-50, -31],
      [-78, -58],
      [-104, -70],
    ],
  },
  {
    name: 'Тальша',
    width: 0.09,
    through: [
      [22, 88],
      [14.5, 53],
      [2, 38],
      [-4, 22],
    ],
  },
  {
    name: 'Журавка',
    width: 0.06,
    through: [
      [122, -18],
      [76, -34],
      [44, -12.5],
      [24, -14],
      [-9, -20],
    ],
  },
];

function course({ name, width, through }: RiverPlan, chance: Random): River {
  const line = through.flatMap((from, index) => {
    const to = through[index + 1];
    return to === undefined ? [from] : wiggle(from, to, chance, 0.2, 0.3).slice(0, -1);
  });
  return { name, width, line };
}

/** The lake «Ясное» and three rivers. */
export function drawWater(chance: Random): Water {
  return {
    lake: blob([-4, 16], [8.5, 12], chance.fork('lake'), 96, 0.12),
    rivers: plans.map((plan) => course(plan, chance.fork(plan.name))),
  };
}

/** What of the water may matter near a place: a cheap copy for many questions. */
export function waterNear({ lake, rivers }: Water, [east, north]: Spot, radius: number): Water {
  const isNear = (spot: Spot) =>
    Math.abs(spot[0] - east) < radius + 1.5 && Math.abs(spot[1] - north) < radius + 1.5;
  return {
    lake: lake.some(isNear) || contains(lake, [east, north]) ? lake : [],
    rivers: rivers.flatMap((river) => {
      const first = river.line.findIndex(isNear);
      if (first < 0) return [];
      const last = river.line.findLastIndex(isNear);
      return [{ ...river, line: river.line.slice(Math.max(0, first - 1), last + 2) }];
    }),
  };
}

/** Whether a place keeps its distance (kilometres) from every bank. */
export function isDry({ lake, rivers }: Water, spot: Spot, bank: number): boolean {
  if (
    lake.length > 0 &&
    (contains(lake, spot) || distanceToLine(spot, [...lake, ...lake.slice(0, 1)]) < bank)
  )
    return false;
  return rivers.every((river) => distanceToLine(spot, river.line) >= river.width / 2 + bank);
}

/** Kilometres to the nearest bank. */
export function distanceToWater({ lake, rivers }: Water, spot: Spot): number {
  const toLake = lake.length > 0 ? distanceToLine(spot, lake) : Number.POSITIVE_INFINITY;
  return Math.min(toLake, ...rivers.map((river) => distanceToLine(spot, river.line) - river.width / 2));
}
