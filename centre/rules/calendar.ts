/**
 * Production calendars: which days of a year differ from their weekday. Facts of yearly decrees ship as data
 * (`data/calendars`); a year without a decree yet gets a provisional calendar from the Labour Code.
 *
 * @source docs/law/calendar.md
 */
import { z } from 'zod';
import { dayNumber, dayNumberOf, localDate, weekdayOf, type LocalDate } from '#kernel/time/local-date.ts';
import { dayKinds, type CalendarDay } from '#kernel/time/schedule.ts';

const date = z.string().refine((text) => dayNumber(text) !== null);

export const productionCalendarSchema = z
  .strictObject({
    year: z.int().min(1992).max(2200),
    country: z.literal('RU'),
    provisional: z.boolean(),
    /** What the days rest on, in a sentence for the administrator. */
    basis: z.string().min(1),
    days: z.array(z.strictObject({ date, kind: z.enum(dayKinds), movedFrom: date.optional() })).min(1),
  })
  .refine((calendar) => calendar.days.every((day) => day.date.startsWith(`${calendar.year}-`)), {
    error: 'a day of another year',
  })
  .refine((calendar) => new Set(calendar.days.map((day) => day.date)).size === calendar.days.length, {
    error: 'a day named twice',
  });
export type ProductionCalendar = z.infer<typeof productionCalendarSchema>;

const NEW_YEAR_HOLIDAYS = 8;
/** Non-working holidays of article 112 outside January, month and day. */
const holidays = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'] as const;
const SATURDAY = 5;

/**
 * The calendar of a year whose decree is not published yet: holidays of the Labour Code (art. 112), a holiday on a
 * weekend moved to the next working day, the eve of a holiday shortened (art. 95). Where the Government will move
 * the January days is not guessed, so real years have up to two working days less.
 */
export function provisionalCalendar(year: number): ProductionCalendar {
  const newYear = dayNumberOf(`${year}-01-01`);
  const january = Array.from({ length: NEW_YEAR_HOLIDAYS }, (_, i) => newYear + i);
  const others = holidays.map((holiday) => dayNumberOf(`${year}-${holiday}`));
  const off = new Map<number, CalendarDay>();
  for (const day of [...january, ...others]) off.set(day, { date: localDate(day), kind: 'off' });
  for (const day of others) {
    if (!isWeekend(day)) continue;
    let next = day + 1;
    while (isWeekend(next) || off.has(next)) next++;
    off.set(next, { date: localDate(next), kind: 'off', movedFrom: localDate(day) });
  }
  const eves = [...others, dayNumberOf(`${year + 1}-01-01`)]
    .map((day) => day - 1)
    .filter((day) => !isWeekend(day) && !off.has(day));
  const shortened = eves.map((day): CalendarDay => ({ date: localDate(day), kind: 'shortened' }));
  return {
    year,
    country: 'RU',
    provisional: true,
    basis:
      'ст. 95 и 112 Трудового кодекса РФ; постановление о переносе выходных на этот год ещё не загружено',
    days: [...off.values(), ...shortened].toSorted((a, b) => a.date.localeCompare(b.date)),
  };
}

/** The published calendars with provisional ones for every year missing from `fromYear` to `throughYear`. */
export function withProvisionalYears(
  published: readonly ProductionCalendar[],
  fromYear: number,
  throughYear: number,
): readonly ProductionCalendar[] {
  const known = new Map(published.map((calendar) => [calendar.year, calendar]));
  const years = Array.from({ length: throughYear - fromYear + 1 }, (_, i) => fromYear + i);
  return years.map((year) => known.get(year) ?? provisionalCalendar(year));
}

/** What an administrator should be told about calendars. */
export interface CalendarWarning {
  /** `missing`: the running year counts by a guess. `provisional`: the next year still does, though decrees are out by now. */
  readonly code: 'calendar_missing' | 'calendar_provisional';
  readonly year: number;
}

/** Decrees on moved days off are published from August to October. */
const DECREE_EXPECTED_BY = '-10-15';

/**
 * @param knownYears years with a published calendar
 * @param today local date of the region
 */
export function calendarWarnings(knownYears: readonly number[], today: LocalDate): CalendarWarning[] {
  const year = Number(today.slice(0, 4));
  const warnings: CalendarWarning[] = [];
  if (!knownYears.includes(year)) warnings.push({ code: 'calendar_missing', year });
  if (!knownYears.includes(year + 1) && today >= `${year}${DECREE_EXPECTED_BY}`)
    warnings.push({ code: 'calendar_provisional', year: year + 1 });
  return warnings;
}

function isWeekend(day: number): boolean {
  return weekdayOf(day) >= SATURDAY;
}
