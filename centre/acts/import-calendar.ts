import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { CalendarDay, DayKind } from '#kernel/time/schedule.ts';
import { productionCalendarSchema, type ProductionCalendar } from '../rules/calendar.ts';

/** `t` of the file: 1 a day off, 2 a shortened day, 3 a working weekend day. */
const kindOf: ReadonlyMap<string, DayKind> = new Map([
  ['1', 'off'],
  ['2', 'shortened'],
  ['3', 'working'],
]);
const monthAndDay = z.string().regex(/^\d{2}\.\d{2}$/);
const fileSchema = z.object({
  calendar: z.object({
    year: z.string().regex(/^\d{4}$/),
    country: z.literal('ru').default('ru'),
    holidays: z.unknown().optional(),
    days: z.object({
      day: z
        .array(z.object({ d: monthAndDay, t: z.enum(['1', '2', '3']), f: monthAndDay.optional() }))
        .min(1),
    }),
  }),
});

const MAX_CHARACTERS = 1_000_000;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  processEntities: false,
  isArray: (name) => name === 'day',
});

/**
 * Reads a production calendar from its common XML form (`<day d="05.08" t="2"/>`, `f` the day it was moved from).
 *
 * @param basis what the calendar rests on: the decree, in a sentence
 * @returns `calendar_malformed` with what is wrong: not XML, a missing part, a day that does not exist or comes twice
 * @source docs/law/calendar.md
 */
export function readCalendarXml(
  xml: string,
  basis: string,
): Result<ProductionCalendar, 'calendar_malformed'> {
  if (xml.length > MAX_CHARACTERS) return malformed(`${xml.length} characters`);
  const validity = XMLValidator.validate(xml);
  if (validity !== true) return malformed(`line ${validity.err.line}: ${validity.err.msg}`);
  const file = fileSchema.safeParse(parser.parse(xml));
  if (!file.success) return malformed(firstIssue(file.error));

  const { year, days } = file.data.calendar;
  const read = ({ d, t, f }: (typeof days.day)[number]): CalendarDay => ({
    date: `${year}-${d.replace('.', '-')}`,
    kind: kindOf.get(t) ?? 'off',
    ...(f === undefined ? {} : { movedFrom: `${year}-${f.replace('.', '-')}` }),
  });
  const calendar = productionCalendarSchema.safeParse({
    year: Number(year),
    country: 'RU',
    provisional: false,
    basis,
    days: days.day.map(read),
  });
  return calendar.success ? ok(calendar.data) : malformed(firstIssue(calendar.error));
}

function malformed(detail: string) {
  return fail({ code: 'calendar_malformed', detail });
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'unknown' : `${issue.path.join('.')}: ${issue.message}`;
}
