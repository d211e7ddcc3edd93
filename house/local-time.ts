/** Local calendar facts of a zone, with the formatter made once. */
export interface LocalTime {
  readonly zone: string;
  /** YYYY-MM-DD */
  readonly dayOf: (at: Date) => string;
  readonly yearOf: (at: Date) => number;
}

export function localTime(zone: string): LocalTime {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayOf = (at: Date): string => format.format(at);
  return { zone, dayOf, yearOf: (at) => Number(dayOf(at).slice(0, 4)) };
}
