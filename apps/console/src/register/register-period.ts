import { readByOne } from '../app/search.ts';
import { registerFindings } from '#contract/register.ts';

/** How many days back the register is judged; none in the address bar means the last ninety. */
export interface RegisterPeriod {
  readonly days?: number;
}

export const usualDays = 90;

export function readRegisterPeriod(search: Readonly<Record<string, unknown>>): RegisterPeriod {
  const { days } = readByOne(search, ['days'], (candidate) => registerFindings.query.safeParse(candidate));
  return days === undefined || Number(days) === usualDays ? {} : { days: Number(days) };
}
