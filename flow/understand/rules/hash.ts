const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units, as an unsigned 32-bit number. `seed` continues an earlier hash. */
export function fnv1a(text: string, seed: number = FNV_OFFSET): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}

/** The hash of one part of a text, without cutting it out. `to` is exclusive. */
export function fnv1aPart(text: string, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}

/** One hash out of two, order matters. Never 0: 0 marks an empty slot in the tables of a model. */
export function joinHashes(first: number, second: number): number {
  let hash = Math.imul(first ^ (second >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ second, 0x297a2d39);
  hash ^= hash >>> 15;
  return hash >>> 0 || 1;
}

/**
 * Whether a message of history is kept aside: never learnt from, only measured on. One fifth of all,
 * chosen by the id alone, so that training, evaluation and replay always agree.
 */
export const isHeld = (id: string): boolean => fnv1a(id) % 5 === 0;
