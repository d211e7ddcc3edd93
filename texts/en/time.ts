import { daysApart, isSameYear } from '../calendar-day.ts';
import { pluralEn } from '../plural.ts';
import type { TimeTexts } from '../ru/time.ts';

const HOUR = 60;
const NBSP = '\u00a0';

const write = (at: Date, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(at);

const clock = (at: Date, zone: string): string => write(at, zone, { hour: '2-digit', minute: '2-digit' });

const nearDays: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

export const time: TimeTexts = {
  day(at, now, zone) {
    return nearDays[daysApart(at, now, zone)] ?? time.date(at, now, zone);
  },

  date(at, now, zone) {
    const year = isSameYear(at, now, zone) ? {} : { year: 'numeric' as const };
    return write(at, zone, { day: 'numeric', month: 'long', ...year }).replaceAll(' ', NBSP);
  },

  moment(at, now, zone) {
    const isNear = Math.abs(daysApart(at, now, zone)) <= 1;
    return isNear ? `${time.day(at, now, zone)}, ${clock(at, zone)}` : time.day(at, now, zone);
  },

  until(at, now, zone) {
    const days = daysApart(at, now, zone);
    if (days === 0 || days === 1) return `${nearDays[days]} by ${clock(at, zone)}`;
    return `by ${time.date(at, now, zone)}`;
  },

  exact(at, zone) {
    const day = write(at, zone, { day: 'numeric', month: 'long', year: 'numeric' }).replaceAll(' ', NBSP);
    return `${day}, ${clock(at, zone)}`;
  },

  duration(minutes) {
    const whole = Math.floor(minutes);
    if (whole < 1) return 'less than a minute';
    const hours = Math.floor(whole / HOUR);
    const rest = whole % HOUR;
    return [hours > 0 ? `${hours}${NBSP}h` : '', rest > 0 ? `${rest}${NBSP}min` : '']
      .filter(Boolean)
      .join(' ');
  },

  workingLeft(minutes, minutesInDay = 8 * HOUR) {
    const days = Math.floor(minutes / minutesInDay);
    if (days >= 2) return `${pluralEn(days, 'working day', 'working days')} left`;
    return `${time.duration(minutes)} of working time left`;
  },

  workingOver(minutes, minutesInDay = 8 * HOUR) {
    const days = Math.floor(minutes / minutesInDay);
    if (days >= 2) return `overdue by ${pluralEn(days, 'working day', 'working days')}`;
    return `overdue by ${time.duration(minutes)} of working time`;
  },
};
