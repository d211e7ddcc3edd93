import { describe, expect, test } from 'vitest';
import { parseSearch, stringifySearch } from '../app/search.ts';
import { narrowedBy, readQueueFilter, tabNames, tabOf, throughTab, widened } from './queue-filter.ts';

const throughAddress = (search: string) => stringifySearch(readQueueFilter(parseSearch(search)));

describe('the filter in the address bar', () => {
  test('is what waits for me, urgent first, when the address says nothing', () => {
    expect(readQueueFilter({})).toEqual({ view: 'mine', order: 'urgent' });
  });

  test.each([
    '?view=all&topic=road_potholes,yard_potholes&order=newest',
    '?view=all&stage=triage,in_work&municipality=3,7&order=urgent',
    '?view=all&overdue=true&order=urgent',
    '?view=mine&search=%D0%9C%D0%B8%D1%80%D0%B0+12&from=2026-11-01&to=2026-11-20&order=urgent',
  ])('comes back the same: %s', (search) => {
    expect(readQueueFilter(parseSearch(throughAddress(search)))).toEqual(
      readQueueFilter(parseSearch(search)),
    );
  });

  test('keeps commas readable', () => {
    expect(throughAddress('?topic=a,b')).toContain('topic=a,b');
  });

  test('drops what it does not understand and keeps the rest', () => {
    expect(readQueueFilter({ stage: 'dancing', overdue: 'perhaps', municipality: '5', bogus: '1' })).toEqual({
      view: 'mine',
      order: 'urgent',
      municipality: [5],
    });
  });

  test('accepts a value already read, as the router gives it again', () => {
    const once = readQueueFilter({ view: 'all', danger: 'true', channel: 'vk,email' });
    expect(readQueueFilter(once)).toEqual(once);
  });
});

describe('tabs', () => {
  test.each(tabNames)('%s is recognised after it is chosen', (tab) => {
    expect(tabOf(throughTab(readQueueFilter({}), tab))).toBe(tab);
  });

  test('a tab keeps the place and the words of the search', () => {
    const filter = readQueueFilter({ municipality: '5', search: 'яма', stage: 'closed', view: 'all' });
    expect(throughTab(filter, 'overdue')).toEqual({
      view: 'all',
      order: 'urgent',
      municipality: [5],
      search: 'яма',
      overdue: true,
    });
  });

  test('a state chosen by hand belongs to no tab and counts as a filter', () => {
    const filter = readQueueFilter({ view: 'all', stage: 'closed', topic: 'road_potholes' });
    expect(tabOf(filter)).toBeNull();
    expect(narrowedBy(filter)).toBe(2);
  });

  test('clearing leaves the tab', () => {
    const filter = {
      ...throughTab(readQueueFilter({ topic: 'road_potholes' }), 'danger'),
      from: '2026-11-01',
    };
    expect(widened(filter)).toEqual({ view: 'all', order: 'urgent', danger: true });
  });
});
