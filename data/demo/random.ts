/** A stream of repeatable chance. The same seed and the same calls give the same values on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number between both bounds, both included. */
  int(min: number, max: number): number;
  /** A number between the bounds. */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  /** One element; an empty list is a bug. */
  pick<T>(list: readonly T[]): T;
  /** One key of a table of weights. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
  /** A copy in another order. */
  shuffle<T>(list: readonly T[]): T[];
  /** About a bell curve: mean 0, deviation 1, never beyond ±3.5. */
  normal(): number;
  /** An independent stream: drawing more from one never moves the other. */
  fork(label: string): Random;
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** The generator mulberry32: 32 bits of state, enough for a demonstration and identical everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function weightedKey<K extends string>(weights: Readonly<Partial<Record<K, number>>>, share: number): K {
  let total = 0;
  for (const key in weights) total += weights[key] ?? 0;
  let left = share * total;
  let last: K | null = null;
  for (const key in weights) {
    const weight = weights[key] ?? 0;
    if (weight <= 0) continue;
    last = key;
    left -= weight;
    if (left < 0) return key;
  }
  if (last === null) throw new Error('weighted choice from nothing');
  return last;
}

/** A stream from a whole number. */
export function random(seed: number): Random {
  const next = mulberry32(seed);
  const self: Random = {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    between: (min, max) => min + next() * (max - min),
    chance: (probability) => next() < probability,
    pick: (list) => {
      const found = list[Math.floor(next() * list.length)];
      if (found === undefined) throw new Error('choice from an empty list');
      return found;
    },
    weighted: (weights) => weightedKey(weights, next()),
    shuffle: (list) => {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = Math.floor(next() * (last + 1));
        const [a, b] = [copy[last], copy[other]];
        if (a !== undefined && b !== undefined) [copy[last], copy[other]] = [b, a];
      }
      return copy;
    },
    normal: () => Math.max(-3.5, Math.min(3.5, (next() + next() + next() + next() - 2) * 1.732)),
    fork: (label) => random((seed ^ hash(label)) >>> 0),
  };
  return self;
}
