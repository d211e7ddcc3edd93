import { z } from 'zod';
import type { DayHours, WorkingHours } from '#kernel/time/schedule.ts';
import { isKnownZone } from '#kernel/time/zone.ts';

/**
 * Working hours as a region or an authority keeps them: `{ "zone": "Asia/Omsk", "weekdays": [{ "opens": "09:00",
 * "closes": "18:00", "lunch": { "from": "13:00", "to": "14:00" } }, …, null, null], "shortenedByMinutes": 60 }`.
 * Monday first; `null` is a day off; a day may end at `24:00`, never after midnight.
 */
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'a time like 09:00' })
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const dayHoursSchema = z
  .strictObject({
    opens: clockTime,
    closes: clockTime,
    lunch: z.strictObject({ from: clockTime, to: clockTime }).nullable(),
  })
  .refine((day) => day.opens < day.closes, { error: 'closes before it opens' })
  .refine(
    ({ opens, closes, lunch }) =>
      lunch === null || (opens <= lunch.from && lunch.from < lunch.to && lunch.to <= closes),
    { error: 'lunch outside the day' },
  );

export const workingHoursSchema = z.strictObject({
  zone: z.string().refine(isKnownZone, { error: 'an IANA time zone' }),
  weekdays: z
    .array(dayHoursSchema.nullable())
    .length(7)
    .refine((week) => week.some((day) => day !== null), { error: 'no open day' }),
  shortenedByMinutes: z.int().min(0).max(480).default(60),
});

/** Eight working hours, Monday to Friday, with an hour for lunch: what a region has until it says otherwise. */
export function usualWorkingHours(zone: string): WorkingHours {
  const day: DayHours = { opens: 9 * 60, closes: 18 * 60, lunch: { from: 13 * 60, to: 14 * 60 } };
  return { zone, weekdays: [day, day, day, day, day, null, null], shortenedByMinutes: 60 };
}

/** Working minutes of a usual day, for texts that count in working days. */
export function minutesOfWorkingDay(hours: WorkingHours): number {
  const lengths = hours.weekdays.flatMap((day) =>
    day === null ? [] : [day.closes - day.opens - (day.lunch === null ? 0 : day.lunch.to - day.lunch.from)],
  );
  return Math.max(...lengths);
}
