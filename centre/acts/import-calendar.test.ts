import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedCalendars } from '#data/calendars/calendars.ts';
import { readCalendarXml } from './import-calendar.ts';

/** Real data lie beside the project, or where OTKLIK_REAL_DATA says; a plain clone has none. */
const realData = process.env['OTKLIK_REAL_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
const collected = join(realData, 'calendar/ru');

const xml = (days: string, head = 'year="2031" lang="ru"') => `<?xml version="1.0" encoding="UTF-8"?>
<calendar ${head}>
  <holidays><holiday id="1" title="Новогодние каникулы"/></holidays>
  <days>${days}</days>
</calendar>`;
const problem = (text: string) => {
  const read = readCalendarXml(text, 'basis');
  return read.ok ? 'read' : read.failure;
};

describe('a calendar file', () => {
  test('becomes days off, shortened and working days', () => {
    const days =
      '<day d="01.01" t="1" h="1"/><day d="04.30" t="2"/><day d="12.27" t="3" /><day d="12.29" t="1" f="12.27"/>';
    expect(readCalendarXml(xml(days), 'decree')).toEqual({
      ok: true,
      value: {
        year: 2031,
        country: 'RU',
        provisional: false,
        basis: 'decree',
        days: [
          { date: '2031-01-01', kind: 'off' },
          { date: '2031-04-30', kind: 'shortened' },
          { date: '2031-12-27', kind: 'working' },
          { date: '2031-12-29', kind: 'off', movedFrom: '2031-12-27' },
        ],
      },
    });
  });

  test('with one day is read like any other', () => {
    expect(readCalendarXml(xml('<day d="01.01" t="1"/>'), 'decree').ok).toBe(true);
  });

  test.each([
    ['nothing', '', /./],
    ['not XML', '2031;01.01;1', /line 1/],
    ['a broken tag', xml('<day d="01.01" t="1">'), /line 4/],
    ['another document', '<html><body/></html>', /calendar/],
    ['no days', xml(''), /days/],
    ['no year', xml('<day d="01.01" t="1"/>', 'lang="ru"'), /year/],
    ['another country', xml('<day d="01.01" t="1"/>', 'year="2031" country="kz"'), /country/],
    ['a kind of day nobody knows', xml('<day d="01.01" t="7"/>'), /days\.day\.0\.t/],
    ['a day without a date', xml('<day t="1"/>'), /days\.day\.0\.d/],
    ['the thirtieth of February', xml('<day d="02.30" t="1"/>'), /days\.0\.date/],
    ['a day named twice', xml('<day d="01.01" t="1"/><day d="01.01" t="2"/>'), /named twice/],
    ['a move from nowhere', xml('<day d="01.09" t="1" f="13.40"/>'), /movedFrom/],
  ])('%s is a failure that says what is wrong', (_, text, detail) => {
    expect(problem(text)).toEqual({ code: 'calendar_malformed', detail: expect.stringMatching(detail) });
  });

  test('too large to be one is not parsed', () => {
    expect(problem(xml('<day d="01.01" t="1"/>'.repeat(60_000)))).toMatchObject({
      code: 'calendar_malformed',
    });
  });
});

describe('calendars collected since 2013', () => {
  const isCollected = existsSync(collected);
  const read = (year: number) =>
    readCalendarXml(readFileSync(join(collected, `${year}.xml`), 'utf8'), 'basis');

  test.skipIf(!isCollected)('are all read (skipped: no collected calendars in this clone)', () => {
    for (let year = 2013; year <= 2026; year++) expect(read(year).ok, String(year)).toBe(true);
  });

  test.skipIf(!isCollected)(
    'say the same as the shipped ones (skipped: no collected calendars in this clone)',
    () => {
      for (const calendar of publishedCalendars)
        expect(read(calendar.year)).toEqual({ ok: true, value: { ...calendar, basis: 'basis' } });
    },
  );
});
