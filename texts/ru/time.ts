import { daysApart, isSameYear } from '../calendar-day.ts';
import { plural } from '../plural.ts';

const HOUR = 60;
const NBSP = '\u00a0';

const write = (at: Date, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('ru', { timeZone: zone, ...options }).format(at).replace(/\s*г\.$/, '');

const clock = (at: Date, zone: string): string => write(at, zone, { hour: '2-digit', minute: '2-digit' });

const nearDays: Readonly<Record<number, string>> = { [-1]: 'вчера', 0: 'сегодня', 1: 'завтра' };

/** Dates and durations as people say them. Every function is told the time zone of the region and what moment is now. */
export const time = {
  /** «вчера», «сегодня», «завтра», «12 мая», «12 мая 2024». */
  day(at: Date, now: Date, zone: string): string {
    return nearDays[daysApart(at, now, zone)] ?? time.date(at, now, zone);
  },

  /** The same without relative words, for what was said once and is read later: «12 мая». */
  date(at: Date, now: Date, zone: string): string {
    const year = isSameYear(at, now, zone) ? {} : { year: 'numeric' as const };
    return write(at, zone, { day: 'numeric', month: 'long', ...year }).replaceAll(' ', NBSP);
  },

  /** «сегодня, 14:20» and «завтра, 09:00»; further away the day alone is enough: «12 мая». */
  moment(at: Date, now: Date, zone: string): string {
    const isNear = Math.abs(daysApart(at, now, zone)) <= 1;
    return isNear ? `${time.day(at, now, zone)}, ${clock(at, zone)}` : time.day(at, now, zone);
  },

  /** A deadline: «сегодня до 18:00», «завтра до 18:00», «до 22 мая». */
  until(at: Date, now: Date, zone: string): string {
    const days = daysApart(at, now, zone);
    if (days === 0 || days === 1) return `${nearDays[days]} до ${clock(at, zone)}`;
    return `до ${time.date(at, now, zone)}`;
  },

  /** The exact time shown on hover and read by machines' users: «12 мая 2026, 14:20». */
  exact(at: Date, zone: string): string {
    const day = write(at, zone, { day: 'numeric', month: 'long', year: 'numeric' }).replaceAll(' ', NBSP);
    return `${day}, ${clock(at, zone)}`;
  },

  /** «3 ч 20 мин», «20 мин», «меньше минуты»; minutes are rounded down. */
  duration(minutes: number): string {
    const whole = Math.floor(minutes);
    if (whole < 1) return 'меньше минуты';
    const hours = Math.floor(whole / HOUR);
    const rest = whole % HOUR;
    return [hours > 0 ? `${hours}${NBSP}ч` : '', rest > 0 ? `${rest}${NBSP}мин` : '']
      .filter(Boolean)
      .join(' ');
  },

  /** Working minutes left: «ещё 3 ч 20 мин рабочего времени»; from two working days on they are counted in days. */
  workingLeft(minutes: number, minutesInDay = 8 * HOUR): string {
    const days = Math.floor(minutes / minutesInDay);
    if (days >= 2) return `ещё ${plural(days, 'рабочий день', 'рабочих дня', 'рабочих дней')}`;
    return `ещё ${time.duration(minutes)} рабочего времени`;
  },

  /** Working minutes over the deadline: «просрочено на 40 мин рабочего времени». */
  workingOver(minutes: number, minutesInDay = 8 * HOUR): string {
    const days = Math.floor(minutes / minutesInDay);
    if (days >= 2) return `просрочено на ${plural(days, 'рабочий день', 'рабочих дня', 'рабочих дней')}`;
    return `просрочено на ${time.duration(minutes)} рабочего времени`;
  },
};

export type TimeTexts = typeof time;
