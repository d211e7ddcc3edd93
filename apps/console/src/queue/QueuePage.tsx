import { Skeleton, Stack } from '@mantine/core';
import { Outlet, useParams } from '@tanstack/react-router';
import { EmptyState } from '#ui/components/EmptyState.tsx';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { usePageTitle } from '../app/page-title.ts';
import { narrowedBy, type QueueFilter } from './queue-filter.ts';
import classes from './Queue.module.css';
import { QueueControls } from './QueueControls.tsx';
import { QueueList } from './QueueList.tsx';
import { useQueueFilter } from './use-filter.ts';
import { useQueue } from './use-queue.ts';

const skeletonRows = 10;

function FreshBar({ count, show }: { count: number; show: () => void }) {
  const { queue } = useTexts();
  return (
    <div role="status">
      {count > 0 && (
        <button type="button" className={classes['fresh']} onClick={show}>
          {queue.fresh(count)}
        </button>
      )}
    </div>
  );
}

function List({ filter }: { filter: QueueFilter }) {
  const { queue: t, console: shell } = useTexts();
  const queue = useQueue(filter);
  switch (queue.status) {
    case 'loading':
      return (
        <Stack gap={4} p={12} role="status" aria-label={shell.loading}>
          {Array.from({ length: skeletonRows }, (_, index) => (
            <Skeleton key={index} h={52} />
          ))}
        </Stack>
      );
    case 'failed':
      return (
        <Stack p={12}>
          <FailureNotice failure={queue.failure} retry={queue.retry} />
        </Stack>
      );
    case 'empty': {
      const isFiltered = narrowedBy(filter) > 0 || filter.search !== undefined;
      return (
        <>
          <FreshBar count={queue.fresh} show={queue.showFresh} />
          <EmptyState
            text={isFiltered ? t.nothing.filtered : filter.view === 'mine' ? t.nothing.mine : t.nothing.all}
          />
        </>
      );
    }
    case 'ready':
      return (
        <>
          <FreshBar count={queue.fresh} show={queue.showFresh} />
          <QueueList
            rows={queue.rows}
            isMine={filter.view === 'mine'}
            isAll={queue.isAll}
            isLoadingMore={queue.isLoadingMore}
            loadMore={queue.loadMore}
          />
        </>
      );
  }
}

/** The queue at the left, the chosen case at the right; one after the other on a phone. */
export function QueuePage() {
  const { queue } = useTexts();
  const filter = useQueueFilter();
  const { appealId } = useParams({ strict: false });
  usePageTitle(queue.title);
  return (
    <div className={classes['page']} data-open={appealId !== undefined}>
      <h1 id="queue-title" className="visually-hidden">
        {queue.title}
      </h1>
      <section className={classes['left']} aria-labelledby="queue-title">
        <QueueControls filter={filter} />
        <List filter={filter} />
      </section>
      <div className={classes['right']}>
        <Outlet />
      </div>
    </div>
  );
}
