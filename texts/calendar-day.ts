/** Whole days between two moments as the wall calendar of a time zone counts them: −1 yesterday, 0 today, 1 tomorrow. */
export function daysApart(at: Date, now: Date, zone: string): number {
  return (dayNumber(at, zone) - dayNumber(now, zone)) / 86_400_000;
}

/** Whether two moments fall into one calendar year there. */
export function isSameYear(at: Date, now: Date, zone: string): boolean {
  return partsOf(at, zone).year === partsOf(now, zone).year;
}

function dayNumber(at: Date, zone: string): number {
  const { year, month, day } = partsOf(at, zone);
  return Date.UTC(year, month - 1, day);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: Date, zone: string): { year: number; month: number; day: number } {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = format.formatToParts(at);
  const read = (type: 'year' | 'month' | 'day') => Number(parts.find((part) => part.type === type)?.value);
  return { year: read('year'), month: read('month'), day: read('day') };
}
