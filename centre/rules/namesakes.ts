import type { Point } from '#kernel/place.ts';

/** A settlement as one line of a register names it. */
export interface SettlementMention {
  readonly name: string;
  /** In full, lower case: «город», «деревня». */
  readonly kind: string;
  /** Where the line stands; `null` where it does not say. */
  readonly point: Point | null;
  /** What makes mentions of one name one settlement wherever they stand: their municipality, a settlement that is known. */
  readonly ties: readonly string[];
}

/** Squares of some three kilometres: houses of one village stand in the same or in touching ones. */
const SQUARE_DEGREES = 0.03;

/**
 * Tells namesakes apart: «деревня Ивановка» of two municipalities is two villages unless their houses stand side by side, as
 * those of a village on a border do. A town is one, however many municipalities it is made of.
 *
 * @returns for each mention the number of its settlement among those of its name, from 0 in the order they are met
 */
export function tellNamesakes(mentions: readonly SettlementMention[]): number[] {
  const groups = new Groups(mentions.length);
  const first = new Map<string, number>();
  const tie = (key: string, at: number): boolean => {
    const known = first.get(key);
    if (known === undefined) first.set(key, at);
    else groups.join(known, at);
    return known === undefined;
  };
  const names = mentions.map(nameKey);
  for (const [at, { kind, point, ties }] of mentions.entries()) {
    const name = names[at] ?? '';
    if (kind === 'город') tie(name, at);
    for (const one of ties) tie(`${name}\n${one}`, at);
    if (point === null) continue;
    const [row, column] = [squareOf(point.lat), squareOf(point.lon)];
    if (!tie(`${name}\n${row} ${column}`, at)) continue;
    for (const [up, right] of around) {
      const known = first.get(`${name}\n${row + up} ${column + right}`);
      if (known !== undefined) groups.join(known, at);
    }
  }
  return numbered(names, groups);
}

const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
const nameKey = ({ name, kind }: SettlementMention): string => fold(`${kind} ${name}`);
const squareOf = (degrees: number): number => Math.floor(degrees / SQUARE_DEGREES);

const around = [-1, 0, 1].flatMap((up) =>
  [-1, 0, 1].flatMap((right) => (up === 0 && right === 0 ? [] : [[up, right] as const])),
);

function numbered(names: readonly string[], groups: Groups): number[] {
  const numbers = new Map<number, number>();
  const next = new Map<string, number>();
  return names.map((name, at) => {
    const group = groups.of(at);
    const known = numbers.get(group);
    if (known !== undefined) return known;
    const number = next.get(name) ?? 0;
    next.set(name, number + 1);
    numbers.set(group, number);
    return number;
  });
}

/** Sets that only grow together. */
class Groups {
  readonly #above: Int32Array;

  constructor(count: number) {
    this.#above = Int32Array.from({ length: count }, (_, at) => at);
  }

  of(at: number): number {
    let top = at;
    for (let next = this.#above[top] ?? top; next !== top; next = this.#above[top] ?? top) top = next;
    // The way is made short for the next question.
    for (let one = at; one !== top;) {
      const next = this.#above[one] ?? top;
      this.#above[one] = top;
      one = next;
    }
    return top;
  }

  join(one: number, two: number): void {
    this.#above[this.of(two)] = this.of(one);
  }
}
