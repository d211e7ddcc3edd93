import { FEW, type Quality, type Share } from './shares.ts';

export type Week = Quality['weeks'][number];

const WEEK_MS = 7 * 86_400_000;

/** The weeks in a row, with a hole where nothing came: time goes on evenly in the picture. */
export function wholeWeeks<T extends { readonly week: string }>(
  weeks: readonly T[],
): readonly { readonly day: string; readonly week: T | null }[] {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Map(weeks.map((one) => [one.week, one]));
  const start = Date.parse(first.week);
  const count = Math.round((Date.parse(last.week) - start) / WEEK_MS) + 1;
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(start + index * WEEK_MS).toISOString().slice(0, 10);
    return { day, week: known.get(day) ?? null };
  });
}

/** A point of a line: which week it is of, its share, and whether it is of too few cases to mean something. */
export interface WeekPoint {
  readonly index: number;
  readonly share: number;
  readonly isThin: boolean;
}

/** Points of a line; a week nothing is known of has none. */
export const pointsOfLine = (shares: readonly (Share | null)[]): WeekPoint[] =>
  shares.flatMap((one, index) =>
    one === null || one.share === null ? [] : [{ index, share: one.share, isThin: one.of < FEW }],
  );

/** Neighbouring points tied together; over a hole nothing is drawn, at a thin point the tie is thin. */
export const tiesOf = (
  points: readonly WeekPoint[],
): { readonly from: WeekPoint; readonly to: WeekPoint; readonly isThin: boolean }[] =>
  points.slice(1).flatMap((to, index) => {
    const from = points[index];
    if (from === undefined || to.index !== from.index + 1) return [];
    return [{ from, to, isThin: from.isThin || to.isThin }];
  });
