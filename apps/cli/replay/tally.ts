import { isHeld } from '#flow/understand/rules/hash.ts';
import type { PlacePrecision, Point } from '#kernel/place.ts';
import type { Refusal, Truth } from './read-row.ts';

/** What the machine made of one message. */
export interface Outcome {
  readonly topic: string | null;
  readonly precision: PlacePrecision;
  readonly point: Point | null;
  /** It joined a problem that was known already. */
  readonly isDuplicate: boolean;
}

export interface Figures {
  /** Rows of the file that are messages, each id once. */
  readonly messages: number;
  /** Of them taken by this run; the others were there before. */
  readonly taken: number;
  readonly appeals: number;
  /** Rows whose id came before in the same file. */
  readonly repeats: number;
  readonly refused: Readonly<Partial<Record<Refusal, number>>>;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p95Ms: number | null;
  readonly topicAccuracy: number | null;
  readonly topicsCompared: number;
  readonly placed: number;
  readonly precision: Readonly<Partial<Record<PlacePrecision, number>>>;
  readonly medianMeters: number | null;
  readonly p90Meters: number | null;
  readonly duplicates: number;
  readonly rssMb: number;
}

const placedPrecisions: ReadonlySet<PlacePrecision> = new Set(['point', 'house', 'street']);

/** Adds up what a replay did. Messages taken by an earlier run count like the others, so a restart ends in the same totals. */
export class Tally {
  #appeals = 0;
  #taken = 0;
  #repeats = 0;
  #duplicates = 0;
  #compared = 0;
  #right = 0;
  #placed = 0;
  #messages = 0;
  readonly #refused: Partial<Record<Refusal, number>> = {};
  readonly #precision: Partial<Record<PlacePrecision, number>> = {};
  readonly #metres: number[] = [];
  readonly #latencies: number[] = [];

  /** A message; `outcome` is `null` where it opened no case. */
  add(id: string, truth: Truth, outcome: Outcome | null): void {
    this.#messages += 1;
    if (outcome === null) return;
    this.#appeals += 1;
    this.#precision[outcome.precision] = (this.#precision[outcome.precision] ?? 0) + 1;
    if (outcome.isDuplicate) this.#duplicates += 1;
    if (placedPrecisions.has(outcome.precision)) this.#placed += 1;
    if (outcome.point !== null && truth.point !== null)
      this.#metres.push(metresBetween(outcome.point, truth.point));
    if (truth.topic === null || !isHeld(id)) return;
    this.#compared += 1;
    if (outcome.topic === truth.topic) this.#right += 1;
  }

  refuse(why: Refusal): void {
    this.#refused[why] = (this.#refused[why] ?? 0) + 1;
  }

  repeat(): void {
    this.#repeats += 1;
  }

  /** Messages of a committed batch, by how long each waited from being read to its case open. */
  took(latenciesMs: readonly number[]): void {
    this.#taken += latenciesMs.length;
    for (const ms of latenciesMs) this.#latencies.push(ms);
  }

  get rows(): number {
    return this.#messages + this.#repeats + Object.values(this.#refused).reduce((sum, n) => sum + n, 0);
  }

  figures(seconds: number, rssBytes: number): Figures {
    return {
      messages: this.#messages,
      taken: this.#taken,
      appeals: this.#appeals,
      repeats: this.#repeats,
      refused: this.#refused,
      seconds: round(seconds, 1),
      perSecond: seconds === 0 ? 0 : round(this.#taken / seconds, 1),
      p95Ms: percentile(this.#latencies, 0.95, 0),
      topicAccuracy: this.#compared === 0 ? null : round(this.#right / this.#compared, 4),
      topicsCompared: this.#compared,
      placed: this.#appeals === 0 ? 0 : round(this.#placed / this.#appeals, 4),
      precision: this.#precision,
      medianMeters: percentile(this.#metres, 0.5, 0),
      p90Meters: percentile(this.#metres, 0.9, 0),
      duplicates: this.#duplicates,
      rssMb: Math.round(rssBytes / 1_048_576),
    };
  }
}

function percentile(values: readonly number[], share: number, digits: number): number | null {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
  return value === undefined ? null : round(value, digits);
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Along the sphere, accurate enough for a town and for a region. */
function metresBetween(one: Point, other: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const lat = radians(other.lat - one.lat);
  const lon = radians(other.lon - one.lon) * Math.cos(radians((one.lat + other.lat) / 2));
  return Math.hypot(lat, lon) * 6_371_000;
}
