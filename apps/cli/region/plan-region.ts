import type { NewRegion } from '#centre/acts/create-region.ts';
import { responsibleKinds } from '#centre/rules/topic.ts';
import { publishedCalendars } from '#data/calendars/calendars.ts';
import { topics } from '#data/topics/topics.ts';
import type { DayHours, WorkingHours } from '#kernel/time/schedule.ts';
import type { LocalDate } from '#kernel/time/local-date.ts';
import type { ListedHouse } from './addresses.ts';
import type { Boundaries } from './boundaries.ts';
import { startingRegister } from './responsibility.ts';
import { buildTerritory } from './territory.ts';

export interface RegionRequest {
  readonly name: string;
  readonly slug: string;
  /** IANA name. */
  readonly zone: string;
  readonly isDefault: boolean;
  readonly at: Date;
  /** Local day of the command. */
  readonly today: LocalDate;
}

const hour = (n: number): number => n * 60;
const workday: DayHours = {
  opens: hour(9),
  closes: hour(18),
  lunch: { from: hour(13), to: hour(14) },
};

/** Nine to six with an hour of lunch, Monday to Friday; an eve of a holiday is an hour shorter (Labour Code, art. 95). */
const usualHours = (zone: string): WorkingHours => ({
  zone,
  weekdays: [workday, workday, workday, workday, workday, null, null],
  shortenedByMinutes: 60,
});

/** Everything a new region is made of: its land from the files, topics and calendars as shipped, a register to begin with. */
export function planRegion(
  request: RegionRequest,
  { territories, bounds }: Boundaries,
  houses: readonly ListedHouse[],
): NewRegion {
  const land = buildTerritory(territories, houses);
  return {
    slug: request.slug,
    name: request.name,
    timeZone: request.zone,
    workingHours: usualHours(request.zone),
    isDefault: request.isDefault,
    bounds,
    ...land,
    ...startingRegister(request.name, land.municipalities, responsibleKinds, request.today),
    executors: [],
    topics,
    calendars: publishedCalendars,
    layers: {},
    at: request.at,
  };
}
