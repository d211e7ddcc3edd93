import type { z } from 'zod';
import type { queueRow } from '#contract/queue.ts';

export type QueueRow = z.output<typeof queueRow>;

/**
 * Live news without moving anything: rows already on the screen are refreshed where they stand, and rows not
 * seen before are only counted. The list changes its order when the person asks for it.
 */
export function mergeFresh(
  shown: readonly QueueRow[],
  polled: readonly QueueRow[],
): { rows: readonly QueueRow[]; fresh: number } {
  const news = new Map(polled.map((row) => [row.id, row]));
  const ids = new Set(shown.map(({ id }) => id));
  return {
    rows: shown.map((row) => {
      const polledRow = news.get(row.id);
      return polledRow !== undefined && polledRow.version >= row.version ? polledRow : row;
    }),
    fresh: polled.filter(({ id }) => !ids.has(id)).length,
  };
}
