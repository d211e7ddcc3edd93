import type { QueryClient } from '@tanstack/react-query';

/** After a change made outside the open card: everything on the screens that may show this case is asked anew. */
export async function refreshCase(queries: QueryClient, appealId: string): Promise<void> {
  const keys = [['card', appealId], ['queue-news'], ['queue-counts'], ['approvals']];
  await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
}
