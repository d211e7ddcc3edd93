import { IconAlertTriangleFilled, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { openStages } from '#flow/work/rules/lifecycle.ts';
import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import type { Names } from '../app/reference.ts';
import { useTime } from '../app/use-time.ts';
import { ChannelName } from './ChannelName.tsx';
import { dueIn } from './due.ts';
import type { QueueRow as Row } from './merge-fresh.ts';
import classes from './Queue.module.css';
import { useQueueFilter } from './use-filter.ts';

function DueWords({ row }: { row: Row }) {
  const texts = useTexts();
  const { now, exact } = useTime();
  const isOpen = openStages.some((stage) => stage === row.stage);
  if (!isOpen) return null;
  if (row.stage === 'clarifying') return <span>{texts.queue.pausedShort}</span>;
  if (row.dueAt === null) return <span>{texts.queue.due.none}</span>;
  const due = dueIn(row.dueAt, now, texts);
  return (
    <time
      className={classes['due']}
      data-tone={due.tone}
      dateTime={row.dueAt}
      title={texts.queue.due.until(exact(row.dueAt))}
    >
      {due.words}
    </time>
  );
}

function Marks({ row }: { row: Row }) {
  const { lifecycle, queue } = useTexts();
  return (
    <span className={classes['side']}>
      {row.danger !== null && (
        <span className={`${classes['mark']} ${classes['danger']}`}>
          <IconAlertTriangleFilled size={12} aria-hidden />
          {lifecycle.danger[row.danger]}
        </span>
      )}
      {row.neighbours > 0 && (
        <span className={classes['mark']} title={queue.neighboursLabel(row.neighbours)}>
          <IconUsers size={12} stroke={1.5} aria-hidden />
          <span aria-hidden>{queue.neighbours(row.neighbours)}</span>
          <span className="visually-hidden">{queue.neighboursLabel(row.neighbours)}</span>
        </span>
      )}
    </span>
  );
}

/** One case in 56 pixels: what, where, whence, till when. */
export function QueueRow({ row, names, isMine }: { row: Row; names: Names; isMine: boolean }) {
  const { lifecycle, queue } = useTexts();
  const filter = useQueueFilter();
  const about = [
    names.topic(row.topic) ?? queue.noTopic,
    row.place ?? names.municipality(row.municipalityId) ?? queue.noPlace,
  ];
  return (
    <Link
      to="/queue/$appealId"
      params={{ appealId: row.id }}
      search={filter}
      className={classes['row']}
      activeOptions={{ includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      data-appeal={row.id}
      data-mine={isMine}
      data-danger={row.danger !== null}
    >
      <span className={classes['line']}>
        <span className={classes['excerpt']} title={row.excerpt}>
          {row.excerpt}
        </span>
        <span className={classes['side']}>
          <DueWords row={row} />
        </span>
      </span>
      <span className={classes['line']}>
        <span className={classes['about']}>{about.join(' · ')}</span>
        <span className={classes['side']}>{lifecycle.stage[row.stage]}</span>
      </span>
      <span className={classes['line']}>
        <span className={classes['meta']}>
          <span>{row.number}</span>
          <ChannelName channel={row.channel} />
          <Moment at={row.receivedAt} />
          {row.attention !== null && (
            <span className={classes['attention']}>{lifecycle.attention[row.attention]}</span>
          )}
        </span>
        <Marks row={row} />
      </span>
    </Link>
  );
}
