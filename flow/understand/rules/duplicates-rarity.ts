import type { Rarity } from './duplicates-features.ts';
import { commonTokens } from './token-rarity.ts';

/** How rare a token is among messages of many regions, by the shipped table of common ones; whatever is not in it is rare. */
export const commonness: Rarity = (token) => commonTokens.get(token) ?? 1;

/** How rare each token is among these texts, where there are enough of them to tell. */
export function rarityAmong(traces: readonly { readonly stems: readonly number[] }[]): Rarity {
  if (traces.length < ENOUGH_TEXTS) return commonness;
  const counts = new Map<number, number>();
  for (const { stems } of traces) for (const token of stems) counts.set(token, (counts.get(token) ?? 0) + 1);
  const whole = Math.log(traces.length + 1);
  return (token) => Math.min(1, Math.log((traces.length + 1) / ((counts.get(token) ?? 0) + 0.5)) / whole);
}

const ENOUGH_TEXTS = 1000;
