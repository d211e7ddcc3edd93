import { pluralEn } from '../plural.ts';
import type { StaffMapTexts } from '../ru/staff-map.ts';

export const staffMap: StaffMapTexts = {
  title: 'Map of problems',
  listLabel: 'Problems on the map',
  shown: (n) => pluralEn(n, 'problem', 'problems'),
  withoutPlace: (n) => `${pluralEn(n, 'more problem', 'more problems')} without an exact place`,
  toWithoutPlace: 'See in the queue',
  isCut: 'Not all are shown: narrow the filter to see the rest.',
  empty: 'Nothing on the map matches. Remove some filters.',
  state: 'State of the problem',
  appeals: (n) => pluralEn(n, 'case', 'cases'),
  openCard: 'Open the case',
  noCard: 'The case is outside your territory',
  mapFailed: 'The map did not load. The list beside it works.',
  showList: 'List',
  showMap: 'Map',
  legend: 'Legend',
  tones: { open: 'Not solved', promised: 'A date or a decision', done: 'Fixed', disputed: 'Disputed' },
  listCut: (n) => `The first ${n} in the list. Zoom in or narrow the filter.`,
};
