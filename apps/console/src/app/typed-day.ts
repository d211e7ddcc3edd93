const written = /^(\d{1,2})[.\-/ ](\d{1,2})(?:[.\-/ ](\d{2}|\d{4}))?$/;
const iso = /^\d{4}-\d{2}-\d{2}$/;
const centuryYears = 100;

/** «12.05.2026» of `2026-05-12`. */
export const writeDay = (day: string): string => day.split('-').toReversed().join('.');

/**
 * A day as people type it: «12.05.2026», «12.5.26», «12.05» (this year), or `2026-05-12`.
 *
 * @param today `2026-05-10`: gives the year and the century
 * @returns `2026-05-12`, or `null` when there is no such day
 */
export function readTypedDay(text: string, today: string): string | null {
  const typed = text.trim();
  if (iso.test(typed)) return isRealDay(typed) ? typed : null;
  const found = written.exec(typed);
  if (found === null) return null;
  const [, day = '', month = '', year = ''] = found;
  const thisYear = Number(today.slice(0, 4));
  const fullYear =
    year === ''
      ? thisYear
      : year.length === 2
        ? thisYear - (thisYear % centuryYears) + Number(year)
        : Number(year);
  const candidate = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(candidate) ? candidate : null;
}

/** Whether the calendar has this day: 30 February is written well and does not exist. */
function isRealDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
