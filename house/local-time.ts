import { dayNumberOf } from '#kernel/time/local-date.ts';
import { instantAt } from '#kernel/time/zone.ts';

/** Local calendar facts of a zone, with the formatter made once. */
export interface LocalTime {
  readonly zone: string;
  /** YYYY-MM-DD */
  readonly dayOf: (at: Date) => string;
  readonly yearOf: (at: Date) => number;
  /** The midnight a day begins with. @param day YYYY-MM-DD */
  readonly startOf: (day: string) => Date;
}

export function localTime(zone: string): LocalTime {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayOf = (at: Date): string => format.format(at);
  return {
    zone,
    dayOf,
    yearOf: (at) => Number(dayOf(at).slice(0, 4)),
    startOf: (day) => new Date(instantAt(zone, dayNumberOf(day), 0)),
  };
}
