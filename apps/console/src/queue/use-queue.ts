import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { queue, queueCounts } from '#contract/queue.ts';
import { failureOf, read, type CallFailure } from '../app/call.ts';
import { mergeFresh, type QueueRow } from './merge-fresh.ts';
import { toQuery, type QueueFilter } from './queue-filter.ts';

export type Queue =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: CallFailure; readonly retry: () => void }
  | { readonly status: 'empty'; readonly fresh: number; readonly showFresh: () => void }
  | {
      readonly status: 'ready';
      readonly rows: readonly QueueRow[];
      readonly isAll: boolean;
      readonly isLoadingMore: boolean;
      readonly fresh: number;
      loadMore(): void;
      showFresh(): void;
    };

const pollMs = 20_000;
const page = (filter: QueueFilter, after: string | null) =>
  read(queue, { query: { ...toQuery(filter), ...(after === null ? {} : { after }) } });

/** The queue by pages, and its first page asked again and again to notice news. */
export function useQueue(filter: QueueFilter): Queue {
  const queries = useQueryClient();
  const pages = useInfiniteQuery({
    queryKey: ['queue', filter],
    queryFn: ({ pageParam }) => page(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const polled = useQuery({
    queryKey: ['queue-news', filter],
    queryFn: () => page(filter, null),
    refetchInterval: pollMs,
    enabled: pages.isSuccess,
  });

  if (pages.data === undefined) {
    return pages.isError
      ? { status: 'failed', failure: failureOf(pages.error), retry: () => void pages.refetch() }
      : { status: 'loading' };
  }
  const shown = pages.data.pages.flatMap(({ rows }) => rows);
  const { rows, fresh } = mergeFresh(shown, polled.data?.rows ?? []);
  const showFresh = () => void queries.resetQueries({ queryKey: ['queue', filter] });
  if (rows.length === 0) return { status: 'empty', fresh, showFresh };
  return {
    status: 'ready',
    rows,
    fresh,
    isAll: !pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore() {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
    },
    showFresh,
  };
}

/** How many wait in each tab; the last known numbers stay while new ones are on the way. */
export function useQueueCounts() {
  return useQuery({
    queryKey: ['queue-counts'],
    queryFn: () => read(queueCounts, {}),
    refetchInterval: pollMs,
    placeholderData: keepPreviousData,
  }).data;
}
