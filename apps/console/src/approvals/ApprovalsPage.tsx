import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { EmptyState } from '#ui/components/EmptyState.tsx';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { usePageTitle } from '../app/page-title.ts';
import { useNames } from '../app/reference.ts';
import { useKeys } from '../app/shortcuts.ts';
import { useTime } from '../app/use-time.ts';
import { dueIn } from '../queue/due.ts';
import type { QueueRow } from '../queue/merge-fresh.ts';
import classes from './Approvals.module.css';
import { Review } from './Review.tsx';
import { useApprovals } from './use-approvals.ts';

const route = getRouteApi('/staff/approvals');

function Item({ row, isCurrent }: { row: QueueRow; isCurrent: boolean }) {
  const texts = useTexts();
  const names = useNames();
  const { now } = useTime();
  const due = row.dueAt === null ? null : dueIn(row.dueAt, now, texts);
  return (
    <li>
      <Link
        to="/approvals"
        search={{ case: row.id }}
        className={classes['item']}
        activeOptions={{ exact: true }}
        aria-current={isCurrent ? 'true' : undefined}
        data-current={isCurrent}
      >
        <span className={classes['excerpt']}>{row.excerpt}</span>
        <span className={classes['quiet']}>
          <span>{names.topic(row.topic) ?? texts.queue.noTopic}</span>
          <span>{row.number}</span>
        </span>
        <span className={classes['quiet']}>
          <span>{names.authority(row.authorityId)?.shortName}</span>
          {due !== null && (
            <span className={due.tone === 'over' ? classes['over'] : undefined}>{due.words}</span>
          )}
        </span>
      </Link>
    </li>
  );
}

/** Keys j and k go along the answers; `after` names the one to look at once this is decided. */
function useSteps(rows: readonly QueueRow[], current: string | undefined) {
  const navigate = useNavigate();
  const at = rows.findIndex(({ id }) => id === current);
  const go = (row: QueueRow | undefined) =>
    void navigate({ to: '/approvals', search: row === undefined ? {} : { case: row.id } });
  useKeys({
    KeyJ: () => go(rows[Math.min(rows.length - 1, at + 1)]),
    KeyK: () => go(rows[Math.max(0, at - 1)]),
    Escape: () => go(undefined),
  });
  return { next: () => go(rows[at + 1] ?? rows[at - 1]), back: () => go(undefined) };
}

function TwoPanes({
  rows,
  isAll,
  loadMore,
}: {
  rows: readonly QueueRow[];
  isAll: boolean;
  loadMore: () => void;
}) {
  const { answer, queue } = useTexts();
  const t = answer.approvals;
  const { case: current } = route.useSearch();
  const { next, back } = useSteps(rows, current);
  return (
    <div className={classes['page']} data-open={current !== undefined}>
      <h1 className="visually-hidden">{t.title}</h1>
      <div className={classes['left']}>
        <div className={classes['head']}>
          <Title order={2} size="h1">
            {t.title}
          </Title>
          <Text size="xs" c="dimmed" role="status">
            {t.waiting(rows.length, isAll)}
          </Text>
        </div>
        <ul className={classes['list']} aria-label={t.listLabel}>
          {rows.map((row) => (
            <Item key={row.id} row={row} isCurrent={row.id === current} />
          ))}
          {!isAll && (
            <li>
              <Button variant="subtle" fullWidth onClick={loadMore}>
                {queue.more}
              </Button>
            </li>
          )}
        </ul>
      </div>
      <div className={classes['right']}>
        {current === undefined ? (
          <EmptyState text={t.choose} hint={queue.chooseHint} />
        ) : (
          <Review key={current} appealId={current} next={next} back={back} />
        )}
      </div>
    </div>
  );
}

/** Answers one after another: read, approve or return. */
export function ApprovalsPage() {
  const { answer, console: shell } = useTexts();
  const t = answer.approvals;
  usePageTitle(t.title);
  const approvals = useApprovals();
  switch (approvals.status) {
    case 'loading':
      return (
        <Stack p="md" gap="sm" role="status" aria-label={shell.loading}>
          <Skeleton h={28} w={240} />
          <Skeleton h={64} />
          <Skeleton h={64} />
          <Skeleton h={64} />
        </Stack>
      );
    case 'failed':
      return (
        <Stack p="md">
          <Title order={1}>{t.title}</Title>
          <FailureNotice failure={approvals.failure} retry={approvals.retry} />
        </Stack>
      );
    case 'empty':
      return (
        <Stack p="md">
          <Title order={1}>{t.title}</Title>
          <EmptyState text={t.empty} />
        </Stack>
      );
    case 'ready':
      return <TwoPanes rows={approvals.rows} isAll={approvals.isAll} loadMore={approvals.loadMore} />;
  }
}
