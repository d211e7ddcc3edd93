import { pluralEn } from '../plural.ts';
import type { PortalTexts } from '../ru/portal.ts';

export const portalMap: PortalTexts['map'] = {
  title: 'Map of problems',
  lead: 'What is wrong now and what has been fixed. Texts of messages and names are not shown here.',
  filters: 'What to show',
  topic: 'Topic',
  anyTopic: 'All topics',
  wholeSector: (sector) => `${sector}: everything`,
  state: 'State',
  anyState: 'Any',
  period: 'Period',
  periods: {
    week: 'last week',
    month: 'last month',
    quarter: 'last three months',
    year: 'last year',
    all: 'all time',
  },
  submit: 'Show',
  reset: 'Clear',
  states: { open: 'Waiting', in_work: 'In work', done: 'Fixed', disputed: 'Residents disagree' },
  found: (n) => (n === 0 ? 'Nothing found' : pluralEn(n, 'problem', 'problems')),
  withoutPlace: (n) =>
    n === 0 ? '' : `${pluralEn(n, 'problem has', 'problems have')} no place: not on the map, but counted.`,
  empty: 'Nothing matches. Try another topic or a longer period.',
  list: 'The same as a list',
  place: 'Place',
  body: 'Dealt with by',
  nobody: 'not determined yet',
  since: 'When',
  next: 'Next',
  previous: 'Back',
  mapLabel: 'Map of problems of the region',
  noScript: 'The map needs JavaScript. Below is the same as a list.',
};
