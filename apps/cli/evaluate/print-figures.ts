import type { Surroundings, Typed } from '../command.ts';

/** Figures of a measurement: a flat or nested object that JSON can carry. */
export type Figures = Readonly<Record<string, string | number | boolean | object | null | undefined>>;

/** One JSON object with `--json`, else a line for each figure. */
export function printFigures(figures: Figures, typed: Typed, { out }: Surroundings): void {
  if (typed.isOn('json')) return out(JSON.stringify(figures));
  const width = Math.max(...Object.keys(figures).map((name) => name.length)) + 2;
  for (const [name, value] of Object.entries(figures))
    out(`${name.padEnd(width)}${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
}
