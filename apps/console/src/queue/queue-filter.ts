import type { z } from 'zod';
import { queueFilter } from '#contract/queue.ts';
import { readByOne } from '../app/search.ts';

/** What the queue shows. The address bar holds exactly this, so a link is a saved view. */
export type QueueFilter = z.output<typeof queueFilter>;

const names = Object.keys(queueFilter.shape);

/** The filter in the address bar; what is not understood there is left out, never an error. */
export function readQueueFilter(search: Readonly<Record<string, unknown>>): QueueFilter {
  return queueFilter.parse(readByOne(search, names, (candidate) => queueFilter.safeParse(candidate)));
}

/** The filter as the contract takes it in a query. */
export function toQuery(filter: QueueFilter): z.input<typeof queueFilter> {
  const { overdue, danger, ...rest } = filter;
  return {
    ...rest,
    ...(overdue === undefined ? {} : { overdue: String(overdue) }),
    ...(danger === undefined ? {} : { danger: String(danger) }),
  };
}

export const tabNames = ['mine', 'all', 'triage', 'onApproval', 'overdue', 'danger'] as const;
export type Tab = (typeof tabNames)[number];

/** The quick choices above the list: each is a filter of its own. */
export const tabs = {
  mine: { view: 'mine' },
  all: { view: 'all' },
  triage: { view: 'all', stage: ['triage'] },
  onApproval: { view: 'all', stage: ['on_approval'] },
  overdue: { view: 'all', overdue: true },
  danger: { view: 'all', danger: true },
} as const satisfies Record<Tab, Partial<QueueFilter>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const decidedByTab = ['view', 'stage', 'overdue', 'danger'] as const;

/** The tab a filter belongs to, or `null` when a person built a view of their own. */
export function tabOf(filter: QueueFilter): Tab | null {
  return (
    tabNames.find((tab) => {
      const wanted: Partial<QueueFilter> = tabs[tab];
      return decidedByTab.every((name) => same(filter[name], wanted[name]));
    }) ?? null
  );
}

/** The same topic, place and period seen through another tab. */
export function throughTab(filter: QueueFilter, tab: Tab): QueueFilter {
  const { stage: _stage, overdue: _overdue, danger: _danger, ...kept } = filter;
  const wanted: Partial<QueueFilter> = tabs[tab];
  return { ...kept, ...wanted, view: wanted.view ?? 'all' };
}

const narrowing = ['topic', 'sector', 'municipality', 'authority', 'channel', 'kind', 'from', 'to'] as const;

/** How many filters besides the tab, the search and the order are on. */
export function narrowedBy(filter: QueueFilter): number {
  const own = tabOf(filter) === null && filter.stage !== undefined ? 1 : 0;
  return own + narrowing.filter((name) => filter[name] !== undefined).length;
}

/** The filter without what narrows it; tab and order stay. */
export function widened(filter: QueueFilter): QueueFilter {
  const tab = tabOf(filter);
  const base: QueueFilter = { view: filter.view, order: filter.order };
  return tab === null ? base : throughTab(base, tab);
}
