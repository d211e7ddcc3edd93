/** How many wrong passwords are free before waiting begins. */
const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 900;
/** After this long without a failure the count begins anew. */
const FORGET_MS = 3_600_000;

/** Seconds to wait before the next try; 0 when it may be made now. The wait doubles with each failure, up to fifteen minutes. */
export function waitSeconds(failures: number, lastAt: Date, now: Date): number {
  if (failures < FREE_FAILURES || isForgotten(lastAt, now)) return 0;
  const wait = Math.min(LONGEST_WAIT_SECONDS, 2 ** (failures - FREE_FAILURES) * 5);
  return Math.max(0, Math.ceil((lastAt.getTime() + wait * 1000 - now.getTime()) / 1000));
}

/** Whether a failure now is the first again. */
export const isForgotten = (lastAt: Date, now: Date): boolean => now.getTime() - lastAt.getTime() > FORGET_MS;
