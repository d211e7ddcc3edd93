import { use, useSyncExternalStore } from 'react';
import { useTexts } from './language.ts';
import { MeContext } from './session.ts';

let now = new Date();
const listeners = new Set<() => void>();
const everyMs = 20_000;
setInterval(() => {
  now = new Date();
  for (const listener of listeners) listener();
}, everyMs);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The present moment, told anew every twenty seconds, the same for the whole screen. */
export const useNow = (): Date => useSyncExternalStore(subscribe, () => now);

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The calendar day of a moment in a zone, as `2026-05-12`. */
export const dayIn = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);

export interface WrittenTime {
  readonly now: Date;
  readonly zone: string;
  /** Today in the region, `2026-05-12`. */
  readonly today: string;
  /** «сегодня, 14:20» of an ISO instant. */
  moment(instant: string): string;
  /** «12 мая 2026, 14:20» of an ISO instant. */
  exact(instant: string): string;
  /** «12 мая» of a calendar day. */
  day(day: string): string;
}

/** Moments in the words of the language and by the clock of the region. */
export function useTime(): WrittenTime {
  const { time } = useTexts();
  const at = useNow();
  const zone = use(MeContext)?.region.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = dayIn(at, zone);
  return {
    now: at,
    zone,
    today,
    moment: (instant) => time.moment(new Date(instant), at, zone),
    exact: (instant) => time.exact(new Date(instant), zone),
    day: (day) => time.day(noon(day), noon(today), 'UTC'),
  };
}
