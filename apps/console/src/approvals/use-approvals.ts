import { useInfiniteQuery } from '@tanstack/react-query';
import { queue } from '#contract/queue.ts';
import { failureOf, read, type CallFailure } from '../app/call.ts';
import { pendings } from '../app/pending.ts';
import { useSignal } from '../app/signal.ts';
import type { QueueRow } from '../queue/merge-fresh.ts';

export type Approvals =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: CallFailure; readonly retry: () => void }
  | { readonly status: 'empty' }
  | {
      readonly status: 'ready';
      readonly rows: readonly QueueRow[];
      readonly isAll: boolean;
      loadMore(): void;
    };

const pollMs = 20_000;

/** Answers that wait for a decision; those just approved leave the list at once and come back if that failed. */
export function useApprovals(): Approvals {
  const pages = useInfiniteQuery({
    queryKey: ['approvals'],
    queryFn: ({ pageParam }) =>
      read(queue, {
        query: {
          view: 'all',
          stage: ['on_approval'],
          order: 'urgent',
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: pollMs,
  });
  const leaving = useSignal(pendings).flatMap(({ appealId, state }) =>
    state.status === 'failed' ? [] : [appealId],
  );
  if (pages.data === undefined) {
    return pages.isError
      ? { status: 'failed', failure: failureOf(pages.error), retry: () => void pages.refetch() }
      : { status: 'loading' };
  }
  const rows = pages.data.pages.flatMap((page) => page.rows).filter(({ id }) => !leaving.includes(id));
  if (rows.length === 0) return { status: 'empty' };
  return { status: 'ready', rows, isAll: !pages.hasNextPage, loadMore: () => void pages.fetchNextPage() };
}
