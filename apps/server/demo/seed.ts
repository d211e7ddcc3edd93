import { addChannels } from '#centre/acts/add-channels.ts';
import { createRegion } from '#centre/acts/create-region.ts';
import { dropRegion, publishRegion } from '#centre/acts/publish-region.ts';
import { hashPassword } from '#centre/acts/sign-in.ts';
import { addPeople, type NewPerson } from '#centre/queries/people.ts';
import { allRegions } from '#centre/queries/regions.ts';
import { demoRegion, type DemoRegion } from '#data/demo/demo-region.ts';
import { demoHistory, type DemoMessage } from '#data/demo/history.ts';
import { staffDesk } from '#data/demo/history/staff-desk.ts';
import { addFiles } from '#flow/intake/queries/files.ts';
import type { App } from '#house/app.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { demoChannels, demoPassword } from './accounts.ts';
import { drawPictures, type Pictures } from './pictures.ts';
import { planRegion, type DemoIds } from './plan-region.ts';
import { askAboutPromises } from './promised-day.ts';
import { settleClocks, settleEyes } from './settle-clocks.ts';
import { takeDay } from './take-day.ts';
import { tellUntil } from './tell-wave.ts';
import type { Teller, Told } from './telling.ts';

export const seedingParts = ['region', 'plan', 'history', 'finish'] as const;
export type SeedingPart = (typeof seedingParts)[number];

export interface SeedingProgress {
  readonly part: SeedingPart;
  /** From 0 to 1, of this part. */
  readonly share: number;
}

export interface SeedingRequest {
  /** The last moment of the history: now. */
  readonly until: Date;
  /** How many days back it begins. */
  readonly days?: number;
  readonly report?: (progress: SeedingProgress) => void;
}

/** What a seeding made, for the log and for tests. */
export interface Seeded {
  readonly regionId: number;
  readonly messages: number;
  readonly cases: number;
  /** Milliseconds of each part. */
  readonly took: Readonly<Record<SeedingPart, number>>;
}

/** The address a region bears until it is complete; nobody is shown it, and a next start takes it away. */
const UNFINISHED = 'demo-unfinished';
const SEED = 1703;
const DAY_MS = 86_400_000;

/**
 * Fills an empty database with the invented region and its last months, by the acts that live data comes by. Nothing is sent.
 * A seeding that was interrupted leaves a region without its address; the next one takes it away and begins anew.
 *
 * @returns `null` when there is a region already: nothing is done then
 */
export async function seedDemo(app: App, request: SeedingRequest): Promise<Seeded | null> {
  const { until, days = 90, report = () => {} } = request;
  const regions = await allRegions(app.db);
  for (const region of regions) if (region.slug === UNFINISHED) await dropRegion(app.db, region.id);
  if (regions.some((region) => region.slug !== UNFINISHED)) return null;

  const watch = stopwatch(report);
  const began = new Date(until.getTime() - (days + 1) * DAY_MS);
  const pictures = drawPictures(app.files);
  const demo = demoRegion();
  const { region, ids } = planRegion(demo, { slug: UNFINISHED, isDefault: false }, began);
  const regionId = await createRegion(app.db, region);
  const people = await hire(app, regionId, demo, ids, began);
  await withScope(app.db, wholeRegion(regionId), async (tx) => {
    await addChannels(tx, regionId, demoChannels(), app.seals);
    await addFiles(tx, regionId, (await pictures).files, began);
  });
  watch.begin('plan');
  const messages = demoHistory({ region: demo, until, days, seed: SEED });
  const teller = await makeTeller(app, regionId, demo, { ids, people, pictures: await pictures, until });
  watch.begin('history');
  const cases = await tell(teller, messages, (share) => report({ part: 'history', share }));
  watch.begin('finish');
  await withScope(app.db, wholeRegion(regionId), async (tx) => {
    await settleClocks(tx, teller);
    await settleEyes(tx, teller);
  });
  await publishRegion(app.db, regionId, { slug: demo.slug, isDefault: true });
  app.knowledge.forget();
  return { regionId, messages: messages.length, cases, took: watch.end() };
}

function stopwatch(report: (progress: SeedingProgress) => void) {
  const took: Record<SeedingPart, number> = { region: 0, plan: 0, history: 0, finish: 0 };
  let part: SeedingPart = 'region';
  let since = performance.now();
  const close = (): void => {
    took[part] = Math.round(performance.now() - since);
    since = performance.now();
  };
  report({ part, share: 0 });
  return {
    begin(next: SeedingPart): void {
      close();
      part = next;
      report({ part, share: 0 });
    },
    end(): Readonly<Record<SeedingPart, number>> {
      close();
      report({ part, share: 1 });
      return took;
    },
  };
}

/** Everyone signs in with the same password, so its slow hash is made once. */
async function hire(
  app: App,
  regionId: number,
  demo: DemoRegion,
  ids: DemoIds,
  at: Date,
): Promise<Map<string, string>> {
  const passwordHash = await hashPassword(demoPassword);
  const hired = demo.staff.map(({ login, name, position, grants }): NewPerson => ({
    id: newId(at),
    login,
    name,
    position,
    passwordHash,
    grants: grants.map(({ role, municipality, authority, sectors }) => ({
      id: newId(at),
      role,
      municipalityId: municipality === null ? null : (ids.municipality.get(municipality) ?? null),
      authorityId: authority === null ? null : (ids.authority.get(authority) ?? null),
      sectors,
    })),
  }));
  await withScope(app.db, wholeRegion(regionId), (tx) => addPeople(tx, regionId, hired, at));
  return new Map(hired.map(({ login, id }) => [login, id]));
}

async function makeTeller(
  app: App,
  regionId: number,
  demo: DemoRegion,
  known: {
    readonly ids: DemoIds;
    readonly people: ReadonlyMap<string, string>;
    readonly pictures: Pictures;
    readonly until: Date;
  },
): Promise<Teller> {
  app.knowledge.forget();
  const knowledge = await app.knowledge.of(regionId);
  return {
    ...known,
    app,
    // Links in letters bear the address the region is about to get.
    knowledge: { ...knowledge, region: { ...knowledge.region, slug: demo.slug, isDefault: true } },
    desk: staffDesk(demo),
    post: { letters: 0 },
  };
}

/** Day after day: messages come in, promised days are asked about, stories go on. Returns how many cases there were. */
async function tell(
  teller: Teller,
  messages: readonly DemoMessage[],
  report: (share: number) => void,
): Promise<number> {
  const { app, knowledge, until } = teller;
  const { time } = knowledge;
  const [first] = messages;
  if (first === undefined) return 0;
  const byDay = Map.groupBy(messages, ({ sentAt }) => time.dayOf(sentAt));
  const all = new Map<string, Told>();
  let open: Told[] = [];
  const begins = time.startOf(time.dayOf(first.sentAt)).getTime();
  for (let from = begins; from <= until.getTime(); from += DAY_MS) {
    const day = time.dayOf(new Date(from + DAY_MS / 2));
    const opened = await takeDay(teller, byDay.get(day) ?? []);
    for (const told of opened) all.set(told.appealId, told);
    const asksAt = new Date(time.startOf(day).getTime() + 60_000);
    await withScope(app.db, wholeRegion(knowledge.region.id), (tx) =>
      askAboutPromises(tx, teller, all, day, asksAt),
    );
    const ends = Math.min(time.startOf(day).getTime() + DAY_MS, until.getTime());
    open = await tellUntil(teller, [...open, ...opened], new Date(ends));
    report((from - begins) / (until.getTime() - begins));
  }
  return all.size;
}
