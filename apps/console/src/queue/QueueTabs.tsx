import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/language.ts';
import { tabNames, tabOf, throughTab, type QueueFilter, type Tab } from './queue-filter.ts';
import classes from './Queue.module.css';
import { useQueueCounts } from './use-queue.ts';

const burning: readonly Tab[] = ['overdue', 'danger'];

/** Quick choices with how many wait in each. */
export function QueueTabs({ filter }: { filter: QueueFilter }) {
  const { queue } = useTexts();
  const counts = useQueueCounts();
  const current = tabOf(filter);
  return (
    <nav className={classes['tabs']} aria-label={queue.tabsLabel}>
      {tabNames.map((tab) => {
        const count = tab === 'all' ? undefined : counts?.[tab];
        return (
          <Link
            key={tab}
            to="/queue"
            search={throughTab(filter, tab)}
            className={classes['tab']}
            activeOptions={{ exact: true }}
            aria-current={tab === current ? 'true' : undefined}
            data-current={tab === current}
          >
            {queue.tabs[tab]}
            {count !== undefined && (
              <span className={classes['count']} data-burns={burning.includes(tab) && count > 0}>
                {queue.count(count)}
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
