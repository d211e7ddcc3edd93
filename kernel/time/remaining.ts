/** What is left, or how much is overdue, in whole pieces for a sentence. The last minute begun is not counted. */
export interface Remaining {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly overdue: boolean;
}

const MINUTES_PER_HOUR = 60;

/**
 * Splits minutes into days, hours and minutes.
 *
 * @param minutes left; negative when the deadline has passed
 * @param minutesPerDay 1440 for ordinary time, the length of a working day (480) for working time
 */
export function remaining(minutes: number, minutesPerDay: number): Remaining {
  const whole = Math.floor(Math.abs(minutes));
  const rest = whole % minutesPerDay;
  return {
    days: Math.floor(whole / minutesPerDay),
    hours: Math.floor(rest / MINUTES_PER_HOUR),
    minutes: rest % MINUTES_PER_HOUR,
    overdue: minutes < 0,
  };
}
