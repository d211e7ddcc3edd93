import type { DemoRegion } from '../demo-region.ts';
import type { Random } from '../random.ts';
import { findPlace, neighbours } from './atlas.ts';
import type { Atlas, Found } from './atlas.ts';
import { later, laterDays, momentOfDay, monthOf } from './clock.ts';
import { topicNamed } from './problems.ts';
import type { Matter, Report } from './problems.ts';

/** An event: where, what about, when it began, how many wrote over how many hours. */
interface Event {
  readonly surge: string;
  readonly settlements: readonly string[];
  readonly topics: readonly string[];
  readonly from: Date;
  readonly hours: number;
  readonly count: number;
  /** Whether all of it is one problem, or one in each settlement, or as many as places. */
  readonly together: 'all' | 'by_settlement' | 'apart';
}

function centreOf(region: DemoRegion, municipality: string): string {
  return region.municipalities.find(({ code }) => code === municipality)?.centre ?? '';
}

/** The event of a season: in which months, in which municipalities (their centres), what about, how long and how many. */
interface SeasonEvent extends Pick<Event, 'surge' | 'topics' | 'hours' | 'count' | 'together'> {
  readonly months: readonly number[];
  readonly municipalities: readonly string[];
}

const towns = ['yasnozersk', 'yasnozersk', 'rudoyarsk', 'verkhnyaya_pristan', 'novotalsk'];
const upAndDownTheRiver = ['verkhnyaya_pristan', 'rudoyarsk'];

// prettier-ignore
const seasons: readonly SeasonEvent[] = [
  { surge: 'snowfall', months: [12, 1, 2], municipalities: towns, topics: ['yard_snow', 'sidewalk_snow', 'road_snow', 'yard_snow', 'icicles'], hours: 72, count: 190, together: 'apart' },
  { surge: 'flood', months: [3, 4, 5], municipalities: upAndDownTheRiver, topics: ['flood', 'road_flooding', 'yard_flooding', 'road_flooding'], hours: 96, count: 150, together: 'by_settlement' },
  { surge: 'storm', months: [6, 7, 8], municipalities: towns, topics: ['power_outage', 'dangerous_tree', 'power_outage', 'road_flooding'], hours: 30, count: 160, together: 'apart' },
  { surge: 'late_heating', months: [9, 10], municipalities: ['rudoyarsk'], topics: ['no_heating', 'no_heating', 'school_heating'], hours: 120, count: 150, together: 'by_settlement' },
  { surge: 'black_ice', months: [11], municipalities: towns, topics: ['sidewalk_snow', 'yard_snow', 'road_snow'], hours: 60, count: 160, together: 'apart' },
];

function seasonal(region: DemoRegion, until: Date): Event[] {
  const from = laterDays(until, -21);
  return seasons
    .filter(({ months }) => months.includes(monthOf(from)))
    .map((season) => ({
      ...season,
      from,
      settlements: season.municipalities.map((code) => centreOf(region, code)),
    }));
}

function events(region: DemoRegion, until: Date): Event[] {
  const velets = region.settlements
    .filter(({ municipality, population }) => municipality === 'veletsky' && population > 150)
    .map(({ code }) => code);
  return [
    {
      surge: 'waste_failure',
      settlements: [centreOf(region, 'veletsky'), ...velets],
      topics: ['waste_not_collected', 'waste_not_collected', 'waste_containers', 'waste_not_collected'],
      from: laterDays(until, -36),
      hours: 168,
      count: 120,
      together: 'by_settlement',
    },
    ...seasonal(region, until),
    {
      surge: 'power_cut_today',
      settlements: [centreOf(region, 'tikhoborsky')],
      topics: ['power_outage'],
      from: later(until, -290),
      hours: 4.5,
      count: 26,
      together: 'all',
    },
  ];
}

function growth(from: Date, hours: number, chance: Random): Date {
  return later(from, chance.next() ** 1.7 * hours * 60);
}

function unfold(event: Event, atlas: Atlas, chance: Random): Matter[] {
  const matters = new Map<string, { topic: string; reports: Report[] }>();
  for (let index = 0; index < event.count; index += 1) {
    const settlement = chance.pick(event.settlements);
    const topic = event.together === 'all' ? (event.topics[0] ?? '') : chance.pick(event.topics);
    const found = findPlace(atlas, settlement, topicNamed(topic), chance);
    const at =
      event.hours > 40
        ? momentOfDay(growth(event.from, event.hours, chance), chance)
        : growth(event.from, event.hours, chance);
    const place =
      event.together === 'apart'
        ? (found.place.house?.code ?? found.place.street?.code ?? settlement)
        : event.together === 'all'
          ? 'all'
          : settlement;
    const key = `${event.surge}-${topic}-${place}`;
    const matter = matters.get(key) ?? { topic, reports: [] };
    matter.reports.push({ ...found, at });
    matters.set(key, matter);
  }
  const fixedAt = later(event.from, event.hours * 60 + 120);
  return [...matters].map(([key, { topic, reports }]) => ({
    key,
    kind: 'problem',
    topic: topicNamed(topic),
    surge: event.surge,
    fixedAt,
    reports,
  }));
}

/** A main bursts in the capital: the houses around have no water and write about one and the same thing. */
function burstMain(region: DemoRegion, atlas: Atlas, until: Date, chance: Random): Matter {
  const capital = atlas.local.get(centreOf(region, 'yasnozersk'));
  if (capital === undefined) throw new Error('no capital');
  const from = later(momentOfDay(laterDays(until, -9), chance), 0);
  const houses = neighbours(atlas, chance.pick(capital.apartments), 70);
  const reports = Array.from({ length: 95 }, (): Report => {
    const house = chance.pick(houses);
    const found: Found = {
      place: {
        settlement: capital.settlement,
        street: atlas.streets.get(house.street) ?? null,
        house,
        landmark: null,
      },
      mention: chance.weighted({ house: 0.55, street: 0.25, vague: 0.1, none: 0.1 }),
    };
    return { ...found, at: growth(from, 30, chance) };
  });
  return {
    key: 'burst_main',
    kind: 'problem',
    topic: topicNamed('no_cold_water'),
    surge: 'burst_main',
    fixedAt: later(from, 34 * 60),
    reports,
  };
}

/** Events that make the series jump. */
export function surgeMatters(region: DemoRegion, atlas: Atlas, until: Date, chance: Random): Matter[] {
  return [
    burstMain(region, atlas, until, chance.fork('burst')),
    ...events(region, until).flatMap((event) => unfold(event, atlas, chance.fork(event.surge))),
  ];
}
