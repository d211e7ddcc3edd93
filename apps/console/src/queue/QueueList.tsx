import { useVirtualizer } from '@tanstack/react-virtual';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../app/language.ts';
import { useNames } from '../app/reference.ts';
import { useKeys } from '../app/shortcuts.ts';
import type { QueueRow as Row } from './merge-fresh.ts';
import classes from './Queue.module.css';
import { QueueRow } from './QueueRow.tsx';
import { useQueueFilter } from './use-filter.ts';

const rowHeight = 56;
const loadBefore = 15;

export interface QueueListProps {
  readonly rows: readonly Row[];
  readonly isMine: boolean;
  readonly isAll: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

/** Moves the focus along the rows by keys; the row under the focus is the one Enter opens. */
function useRowKeys(
  rows: readonly Row[],
  scroll: React.RefObject<HTMLDivElement | null>,
  show: (index: number) => void,
) {
  const { appealId } = useParams({ strict: false });
  const wanted = useRef<string | null>(null);
  const focusedId = () => {
    const row = document.activeElement?.closest('[data-appeal]');
    return row === null || row === undefined ? null : row.getAttribute('data-appeal');
  };
  const step = (by: number) => () => {
    const from = rows.findIndex(({ id }) => id === (focusedId() ?? wanted.current ?? appealId));
    const index = Math.min(rows.length - 1, Math.max(0, from === -1 ? 0 : from + by));
    const row = rows[index];
    if (row === undefined) return;
    wanted.current = row.id;
    show(index);
    // The row may be drawn only after the scroll.
    requestAnimationFrame(() => {
      scroll.current?.querySelector<HTMLElement>(`[data-appeal="${CSS.escape(row.id)}"]`)?.focus();
    });
  };
  useKeys({ KeyJ: step(1), KeyK: step(-1) });
}

/** The endless list: only the rows in sight exist. */
export function QueueList({ rows, isMine, isAll, isLoadingMore, loadMore }: QueueListProps) {
  const { queue } = useTexts();
  const names = useNames();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  useRowKeys(rows, scroll, (index) => virtual.scrollToIndex(index));
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - loadBefore) loadMore();
  }, [last, rows.length, loadMore]);

  return (
    <>
      <div className={classes['scroll']} ref={scroll}>
        <ul
          className={classes['list']}
          style={{ height: virtual.getTotalSize() }}
          aria-label={queue.listLabel}
        >
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <li
                  key={item.key}
                  className={classes['item']}
                  style={{ transform: `translateY(${item.start}px)` }}
                  aria-posinset={item.index + 1}
                  aria-setsize={isAll ? rows.length : -1}
                >
                  <QueueRow row={row} names={names} isMine={isMine} />
                </li>
              )
            );
          })}
        </ul>
      </div>
      <div className={classes['foot']} role="status">
        {isLoadingMore ? queue.more : queue.loaded(rows.length, isAll)}
      </div>
    </>
  );
}

/** Back to the list with Esc; used by the card. */
export function useBackToList() {
  const navigate = useNavigate();
  const filter = useQueueFilter();
  return () => void navigate({ to: '/queue', search: filter });
}
