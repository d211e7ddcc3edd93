/** A day as the calendar names it, `YYYY-MM-DD`, without a time zone. */
export type LocalDate = string;

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a local date; `null` when the text is not a real day (30 February, a missing zero). */
export function dayNumber(date: LocalDate): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return null;
  const number = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / MS_PER_DAY;
  return localDate(number) === date ? number : null;
}

/** The same for a date that our own code or checked data wrote; anything else is a bug and is thrown. */
export function dayNumberOf(date: LocalDate): number {
  const number = dayNumber(date);
  if (number === null) throw new Error(`Not a calendar day: ${date}`);
  return number;
}

/** The local date of a day number. */
export function localDate(day: number): LocalDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The date `days` later, or earlier when negative. */
export function shiftDate(date: LocalDate, days: number): LocalDate {
  return localDate(dayNumberOf(date) + days);
}
