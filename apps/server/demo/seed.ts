import { addChannels } from '#centre/acts/add-channels.ts';
import { createRegion } from '#centre/acts/create-region.ts';
import { publishRegion } from '#centre/acts/publish-region.ts';
import { hashPassword } from '#centre/acts/sign-in.ts';
import { addPeople, type NewPerson } from '#centre/queries/people.ts';
import { allRegions } from '#centre/queries/regions.ts';
import { demoRegion, type DemoRegion } from '#data/demo/demo-region.ts';
import { demoHistory, type DemoMessage } from '#data/demo/history.ts';
import { staffDesk } from '#data/demo/history/staff-desk.ts';
import { addFiles } from '#flow/intake/queries/files.ts';
import type { App } from '#house/app.ts';
import type { LocalTime } from '#house/local-time.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { eraseRegion } from '#store/erase-region.ts';
import { newId } from '#store/ids.ts';
import { addObjects } from './add-objects.ts';
import { demoChannels, demoPassword } from './accounts.ts';
import { drawPictures, type Pictures } from './pictures.ts';
import { planRegion, type DemoIds } from './plan-region.ts';
import { askAboutPromises } from './promised-day.ts';
import { settleClocks, settleEyes } from './settle-clocks.ts';
import { takeMessages } from './take-messages.ts';
import { tellUntil } from './tell-wave.ts';
import { inStory, type Teller, type Told } from './telling.ts';

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
/** Steps that make a wave worth a transaction, while nobody looks closely yet. */
const FEWEST = 60;

/**
 * Fills an empty database with the invented region and its last months, by the acts that live data comes by. Nothing is sent.
 * A seeding that was interrupted leaves a region without its address; the next one takes it away and begins anew.
 *
 * @returns `null` when there is a region already: nothing is done then
 */
export async function seedDemo(app: App, request: SeedingRequest): Promise<Seeded | null> {
  const { until, days = 90, report = () => {} } = request;
  const regions = await allRegions(app.db);
  for (const region of regions) if (region.slug === UNFINISHED) await eraseRegion(app.db, region.id);
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
    await addObjects(tx, regionId, demo, ids, began);
  });
  watch.begin('plan');
  const messages = demoHistory({ region: demo, until, days, seed: SEED });
  const teller = await makeTeller(app, regionId, demo, { ids, people, pictures: await pictures, until });
  watch.begin('history');
  const cases = await tell(teller, messages, (share) => report({ part: 'history', share }));
  watch.begin('finish');
  await inStory(teller, async (tx) => {
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
    problems: new Map(),
    post: { letters: 0 },
  };
}

/** Days told together: at the end, where people look, each by itself. */
const spanAt = (left: number): number => (left > 8 ? 3 : 1);

interface Span {
  readonly days: readonly { readonly day: string; readonly asksAt: Date }[];
  readonly ends: Date;
}

/** The days of the history in their order, some at a time. */
function spansOf({ knowledge: { time }, until }: Teller, from: Date): Span[] {
  const last = Math.round((noon(time, until) - noon(time, from)) / DAY_MS);
  const spans: Span[] = [];
  for (let first = 0; first <= last; first += spans.at(-1)?.days.length ?? 1) {
    const days = Array.from({ length: Math.min(spanAt(last - first), last - first + 1) }, (_, index) => {
      const day = time.dayOf(new Date(noon(time, from) + (first + index) * DAY_MS));
      return { day, asksAt: new Date(time.startOf(day).getTime() + 60_000) };
    });
    const ends = (days.at(-1)?.asksAt.getTime() ?? 0) - 60_000 + DAY_MS;
    spans.push({ days, ends: new Date(Math.min(ends, until.getTime())) });
  }
  return spans;
}

/** The middle of a local day, which no change of clocks moves to another. */
const noon = (time: LocalTime, at: Date): number => time.startOf(time.dayOf(at)).getTime() + DAY_MS / 2;

/**
 * Some days after some days: messages come in, promised days are asked about, stories go on. While the stories of some days
 * are told, the messages of the next come in. Returns how many cases there were.
 */
async function tell(
  teller: Teller,
  messages: readonly DemoMessage[],
  report: (share: number) => void,
): Promise<number> {
  const { time } = teller.knowledge;
  const [first] = messages;
  if (first === undefined) return 0;
  const byDay = Map.groupBy(messages, ({ sentAt }) => time.dayOf(sentAt));
  const spans = spansOf(teller, first.sentAt);
  const take = (span: Span | undefined): Promise<Told[]> =>
    takeMessages(teller, span?.days.flatMap(({ day }) => byDay.get(day) ?? []) ?? []);
  const all = new Map<string, Told>();
  let open: readonly Told[] = [];
  let coming = await take(spans[0]);
  for (const [index, span] of spans.entries()) {
    for (const told of coming) all.set(told.appealId, told);
    await askAboutPromises(teller, all, span.days);
    const [left, next] = await Promise.all([
      tellUntil(teller, [...open, ...coming], span.ends, span.days.length > 1 ? FEWEST : 1),
      take(spans[index + 1]),
    ]);
    open = left;
    coming = next;
    report((index + 1) / spans.length);
  }
  return all.size;
}
