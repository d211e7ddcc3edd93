import type { StaffTexts } from '#texts/ru/staff.ts';

export interface Due {
  readonly tone: 'calm' | 'soon' | 'over';
  readonly words: string;
}

const minutesInDay = 24 * 60;
const soonMinutes = 4 * 60;
/** From here on minutes say nothing. */
const wholeHoursFrom = 10 * 60;

/**
 * A deadline in the words of a list: «ещё 3 ч 20 мин», «ещё 2 дня», «просрочено на 2 дня». Counted by the
 * calendar, since a list has no room to explain working time; the card tells working minutes.
 */
export function dueIn(dueAt: string, now: Date, { queue, time }: Pick<StaffTexts, 'queue' | 'time'>): Due {
  const left = Math.floor((new Date(dueAt).getTime() - now.getTime()) / 60_000);
  const length = Math.abs(left);
  const words =
    length >= 2 * minutesInDay
      ? queue.due.days(Math.floor(length / minutesInDay))
      : time.duration(length >= wholeHoursFrom ? length - (length % 60) : length);
  if (left < 0) return { tone: 'over', words: queue.due.over(words) };
  return { tone: left <= soonMinutes ? 'soon' : 'calm', words: queue.due.left(words) };
}
