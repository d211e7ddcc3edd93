import type { Point } from '#kernel/place.ts';

import { weigh } from './duplicates-features.ts';
import type { Rarity, WeighedTrace } from './duplicates-features.ts';
import { kindOfToken } from './duplicates-trace.ts';
import type { ProblemTrace } from './duplicates-trace.ts';

/** A square of the grid that points are listed by; a neighbour's square is always looked into. */
const SQUARE_METRES = 300;
const METRES_IN_DEGREE = 111_195;
/** Limits that bound the time of one search, whatever the text says. */
const MOST_OF_ONE_TOKEN = 1_500;
const MOST_LISTED = 8_000;
const MOST_IN_OWN_SQUARE = 400;
const MOST_IN_NEXT_SQUARE = 80;
const MOST_IN_HOUSE = 200;
/** Candidates that are compared in full. */
const MOST_COMPARED = 120;

/** Appeals by where and in which words they speak: finds, in well under a millisecond, whatever may be about the same problem. */
export class ProblemIndex<Id> {
  readonly #rarity: Rarity;
  readonly #ids: Id[] = [];
  readonly #traces: WeighedTrace[] = [];
  readonly #byToken = new Map<number, number[]>();
  readonly #bySquare = new Map<number, number[]>();
  readonly #byHouse = new Map<string, number[]>();
  #hints = new Float32Array(1024);

  constructor(rarity: Rarity) {
    this.#rarity = rarity;
  }

  add(id: Id, trace: ProblemTrace): void {
    const at = this.#ids.push(id) - 1;
    const weighed = weigh(trace, this.#rarity);
    this.#traces.push(weighed);
    for (const token of weighed.stems) listUnder(this.#byToken, token, at);
    if (trace.point !== null) listUnder(this.#bySquare, squareOf(trace.point, 0, 0), at);
    if (trace.houseId !== null) listUnder(this.#byHouse, trace.houseId, at);
    if (at >= this.#hints.length) this.#hints = new Float32Array(this.#hints.length * 2);
  }

  /** Whatever may be about the same problem as this trace, weighed; at most 120, the likeliest by a rough count. */
  near(trace: ProblemTrace): { readonly sought: WeighedTrace; readonly found: readonly Candidate<Id>[] } {
    const sought = weigh(trace, this.#rarity);
    const touched: number[] = [];
    this.#hintByPlace(sought, touched);
    this.#hintByTokens(sought, touched);
    const hints = this.#hints;
    const found: Candidate<Id>[] = [];
    for (const at of likeliest(touched, hints)) {
      const [id, other] = [this.#ids[at], this.#traces[at]];
      if (id !== undefined && other !== undefined) found.push({ id, trace: other });
    }
    for (const at of touched) hints[at] = 0;
    return { sought, found };
  }

  #hint(at: number, by: number, touched: number[]): void {
    const before = this.#hints[at] ?? 0;
    if (before === 0) touched.push(at);
    this.#hints[at] = before + by;
  }

  #hintByPlace(sought: WeighedTrace, touched: number[]): void {
    const inHouse = sought.houseId === null ? [] : (this.#byHouse.get(sought.houseId) ?? []);
    for (let i = oldestOf(inHouse, MOST_IN_HOUSE); i < inHouse.length; i += 1)
      this.#hint(inHouse[i] ?? 0, 3, touched);
    if (sought.point === null) return;
    for (let up = -1; up <= 1; up += 1)
      for (let right = -1; right <= 1; right += 1) {
        const isOwn = up === 0 && right === 0;
        const listed = this.#bySquare.get(squareOf(sought.point, up, right)) ?? [];
        let i = oldestOf(listed, isOwn ? MOST_IN_OWN_SQUARE : MOST_IN_NEXT_SQUARE);
        for (; i < listed.length; i += 1)
          this.#hint(listed[i] ?? 0, closeness(sought, this.#traces[listed[i] ?? 0]), touched);
      }
  }

  /** The rarest tokens first: they tell most and list fewest. */
  #hintByTokens(sought: WeighedTrace, touched: number[]): void {
    const order = sought.stems
      .map((token, i) => ({ token, weight: weightOfHint(token, sought.weights[i] ?? 0) }))
      .sort((a, b) => b.weight - a.weight);
    let listed = 0;
    for (const { token, weight } of order) {
      const list = this.#byToken.get(token);
      if (list === undefined) continue;
      if (listed >= MOST_LISTED) break;
      for (let i = oldestOf(list, MOST_OF_ONE_TOKEN); i < list.length; i += 1)
        this.#hint(list[i] ?? 0, weight, touched);
      listed += Math.min(list.length, MOST_OF_ONE_TOKEN);
    }
  }
}

export interface Candidate<Id> {
  readonly id: Id;
  readonly trace: WeighedTrace;
}

/** A house named by its street is worth several words; a bare number next to nothing. */
function weightOfHint(token: number, weight: number): number {
  const kind = kindOfToken(token);
  if (kind === 0) return weight ** 2;
  return kind === 2 || kind === 3 ? 2 : 0.02;
}

function closeness(one: WeighedTrace, two: WeighedTrace | undefined): number {
  if (one.point === null || two === undefined || two.point === null) return 0;
  const north = (one.point.lat - two.point.lat) * METRES_IN_DEGREE;
  const east = (one.point.lon - two.point.lon) * METRES_IN_DEGREE * Math.cos((one.point.lat * Math.PI) / 180);
  const sameTopic = one.topics[0]?.topic === two.topics[0]?.topic ? 1 : 0;
  return (3 + sameTopic) / (1 + Math.hypot(north, east) / 40);
}

/** Of long lists only the newest are looked at; lists ascend. */
const oldestOf = (list: readonly number[], most: number): number => Math.max(0, list.length - most);

/** Those with the strongest hints, the newest of equals first; bounded, without sorting all of them. */
function likeliest(touched: readonly number[], hints: Float32Array): number[] {
  let least = 0;
  if (touched.length > MOST_COMPARED) {
    const sorted = Float32Array.from(touched, (at) => hints[at] ?? 0).sort();
    least = sorted[sorted.length - MOST_COMPARED] ?? 0;
  }
  return touched
    .filter((at) => (hints[at] ?? 0) >= least)
    .sort((a, b) => (hints[b] ?? 0) - (hints[a] ?? 0) || b - a)
    .slice(0, MOST_COMPARED);
}

function listUnder<Key>(map: Map<Key, number[]>, key: Key, at: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [at]);
  else list.push(at);
}

/** Rows of equal height; in each row squares of equal width, so that a neighbour is always the next number. */
function squareOf({ lat, lon }: Point, up: number, right: number): number {
  const row = Math.floor((lat * METRES_IN_DEGREE) / SQUARE_METRES) + up;
  const narrowing = Math.cos((((row + 0.5) * SQUARE_METRES) / METRES_IN_DEGREE) * (Math.PI / 180));
  const column = Math.floor((lon * METRES_IN_DEGREE * narrowing) / SQUARE_METRES) + right;
  return row * 1_000_003 + column;
}
