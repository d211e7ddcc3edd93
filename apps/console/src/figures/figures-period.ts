import { figures } from '#contract/learn.ts';
import { readByOne } from '../app/search.ts';

/** Days from and to, both inclusive; empty means the last thirty days. */
export interface FiguresPeriod {
  readonly from?: string;
  readonly to?: string;
}

/** The period in the address bar; half of one, or one that ends before it begins, is none. */
export function readFiguresPeriod(search: Readonly<Record<string, unknown>>): FiguresPeriod {
  const period = figures.query.partial();
  const { from, to } = readByOne(search, ['from', 'to'], (candidate) => period.safeParse(candidate));
  return from !== undefined && to !== undefined && from <= to ? { from, to } : {};
}

const dayMs = 86_400_000;

/** The last `days` days, today included. */
export function lastDays(days: number, today: string): { from: string; to: string } {
  const from = new Date(new Date(`${today}T12:00:00Z`).getTime() - (days - 1) * dayMs);
  return { from: from.toISOString().slice(0, 10), to: today };
}

/** As many days right before the period. */
export function periodBefore({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const start = new Date(`${from}T12:00:00Z`).getTime();
  const days = Math.round((new Date(`${to}T12:00:00Z`).getTime() - start) / dayMs) + 1;
  return lastDays(days, new Date(start - dayMs).toISOString().slice(0, 10));
}
