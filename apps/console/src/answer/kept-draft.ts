import { z } from 'zod';
import { resolution } from '#contract/shapes.ts';
import type { Draft } from './draft.ts';

const shape = z.object({
  kind: z.enum(['interim', 'final']),
  text: z.string(),
  resolution: resolution.nullable(),
  needsMoney: z.boolean(),
  promisedOn: z.string(),
  moneySum: z.string(),
  reviewOn: z.string(),
  handedTo: z.string(),
  refusedWhy: z.string(),
  files: z.array(z.string()),
});

const keyOf = (appealId: string): string => `otklik.kept.${appealId}.answer`;

/** What was typed in this tab and not saved; `null` when there is nothing, or nothing that can be read. */
export function readKept(appealId: string): Draft | null {
  try {
    return shape.parse(JSON.parse(sessionStorage.getItem(keyOf(appealId)) ?? 'null'));
  } catch {
    return null;
  }
}

/** Keeps the draft in this tab; `null` forgets it. */
export function keep(appealId: string, draft: Draft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(keyOf(appealId));
    else sessionStorage.setItem(keyOf(appealId), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still lets one write and save.
  }
}
