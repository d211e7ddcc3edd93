import { connectors } from '#channels/index.ts';
import type { Connector } from '#channels/connector.ts';
import { withProvisionalYears, type ProductionCalendar } from '#centre/rules/calendar.ts';
import type { AssetKind } from '#centre/rules/asset-kind.ts';
import type { Topic } from '#centre/rules/topic.ts';
import { assetKindsOf } from '#centre/queries/assets.ts';
import {
  accountsOf,
  authoritiesOf,
  calendarsOf,
  executorsOf,
  municipalitiesOf,
  rulesOf,
  streetsOf,
  topicsOf,
} from '#centre/queries/reference.ts';
import { allRegions, type Region } from '#centre/queries/regions.ts';
import { defaultClocks } from '#data/clocks/clocks.ts';
import type { RouteKnowledge } from '#flow/route/acts/route-appeals.ts';
import { loadOwners } from '#flow/route/acts/load-owners.ts';
import { buildComplaintIndex } from '#flow/route/rules/complained-of.ts';
import { buildRegister, type RegisteredAuthority } from '#flow/route/rules/responsible.ts';
import { loadUnderstandKnowledge, type UnderstandKnowledge } from '#flow/understand/acts/load-knowledge.ts';
import { scheduleFor } from '#kernel/time/schedule.ts';
import { wholeRegion, withScope, type Db, type Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import { localTime, type LocalTime } from './local-time.ts';

/** A connected account of a channel with its settings opened. */
export interface Account {
  readonly id: number;
  readonly regionId: number;
  readonly key: string;
  readonly name: string;
  readonly channel: string;
  readonly isEnabled: boolean;
  /** Its settings are not what its connector asks for. */
  readonly isMisconfigured: boolean;
  readonly connector: Connector<unknown>;
  readonly settings: unknown;
}

export interface Body extends RegisteredAuthority {
  readonly kind: string;
  readonly municipalityId: number | null;
  readonly contact: string | null;
  readonly executors: readonly { readonly id: number; readonly name: string }[];
}

/** Everything the stages need to know about a region, read once and kept for some minutes. */
export interface RegionKnowledge {
  readonly region: Region;
  readonly time: LocalTime;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly municipalities: ReadonlyMap<number, string>;
  /** Kinds of which the region's register has objects. */
  readonly assetKinds: ReadonlySet<AssetKind>;
  readonly bodies: ReadonlyMap<number, Body>;
  readonly accounts: ReadonlyMap<number, Account>;
  readonly route: RouteKnowledge;
  readonly understand: UnderstandKnowledge;
  /** Years whose decree is loaded. */
  readonly publishedYears: readonly number[];
}

export interface KnowledgeStore {
  regions(): Promise<readonly Region[]>;
  of(regionId: number): Promise<RegionKnowledge>;
  /** The next question reads the region anew: after an import or a change of settings. */
  forget(): void;
}

const KEPT_MS = 300_000;

export function createKnowledgeStore(db: Db, seals: Seals, now: () => Date): KnowledgeStore {
  let regions: Promise<readonly Region[]> | null = null;
  let readAt = 0;
  const known = new Map<number, Promise<RegionKnowledge>>();
  const refresh = (): void => {
    if (now().getTime() - readAt < KEPT_MS) return;
    readAt = now().getTime();
    regions = null;
    known.clear();
  };
  const forget = (): void => {
    readAt = 0;
  };
  const kept = <T>(promise: Promise<T>): Promise<T> => {
    // A failed reading must not be remembered as the answer.
    promise.catch(forget);
    return promise;
  };
  return {
    forget,
    regions: () => {
      refresh();
      return (regions ??= kept(allRegions(db)));
    },
    async of(regionId) {
      refresh();
      const found = known.get(regionId);
      if (found !== undefined) return found;
      const reading = kept(
        (async () => {
          const region = (await allRegions(db)).find((one) => one.id === regionId);
          if (region === undefined) throw new Error(`region ${regionId} does not exist`);
          return withScope(db, wholeRegion(regionId), (tx) => readRegion(tx, region, seals));
        })(),
      );
      known.set(regionId, reading);
      return reading;
    },
  };
}

async function readRegion(tx: Writer, region: Region, seals: Seals): Promise<RegionKnowledge> {
  const topics = new Map((await topicsOf(tx, region.id)).map((topic) => [topic.code, topic]));
  const municipalities = new Map((await municipalitiesOf(tx, region.id)).map((one) => [one.id, one.name]));
  const bodies = await readBodies(tx, region.id);
  const streets = await streetsOf(tx, region.id);
  const published = (await calendarsOf(tx, region.id)).filter((calendar) => !calendar.provisional);
  const clockwork = {
    clocks: defaultClocks,
    schedule: scheduleFor(yearsAround(published), region.workingHours),
    topics,
  };
  const rules = await rulesOf(tx, region.id);
  return {
    region,
    time: localTime(region.timeZone),
    topics,
    municipalities,
    assetKinds: await assetKindsOf(tx, region.id),
    bodies,
    accounts: await readAccounts(tx, region.id, seals),
    route: {
      register: buildRegister(
        rules.map((rule) => ({
          id: rule.id,
          topic: rule.topic,
          sector: rule.sector,
          responsibleKind: rule.responsible_kind,
          municipalityId: rule.municipality_id,
          authorityId: rule.authority_id,
          executorId: rule.executor_id,
          source: rule.source,
          sourceDate: rule.source_date,
        })),
        [...bodies.values()],
      ),
      owners: await loadOwners(tx, region.id),
      complaints: buildComplaintIndex([...bodies.values()]),
      clockwork,
      municipalityNames: municipalities,
      streetOwners: new Map(
        streets.flatMap((street) =>
          street.owner_id === null ? [] : [[street.id, street.owner_id] as const],
        ),
      ),
    },
    understand: await loadUnderstandKnowledge(tx, region.id, topics),
    publishedYears: published.map((calendar) => calendar.year),
  };
}

/** From the first published year to three years past the last: what is not published yet counts by a provisional calendar. */
function yearsAround(published: readonly ProductionCalendar[]): readonly ProductionCalendar[] {
  const years = published.map((calendar) => calendar.year);
  const first = Math.min(...years);
  const last = Math.max(...years);
  return Number.isFinite(first)
    ? withProvisionalYears(published, first, last + 3)
    : withProvisionalYears([], 2020, 2030);
}

async function readBodies(tx: Writer, regionId: number): Promise<Map<number, Body>> {
  const executors = await executorsOf(tx, regionId);
  const rows = await authoritiesOf(tx, regionId);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        shortName: row.short_name,
        parentId: row.parent_id,
        kind: row.kind,
        municipalityId: row.municipality_id,
        contact: row.contact,
        executors: executors
          .filter((executor) => executor.authority_id === row.id)
          .map(({ id, name }) => ({ id, name })),
      },
    ]),
  );
}

async function readAccounts(tx: Writer, regionId: number, seals: Seals): Promise<Map<number, Account>> {
  const rows = await accountsOf(tx, regionId);
  return new Map(
    rows.flatMap((row) => {
      const connector = connectors[row.channel];
      if (connector === undefined) return [];
      // Settings of an older version may not fit any more: that channel is switched off and named, the region goes on.
      const settings = connector.settings.safeParse(seals.open('channel', row.sealed_settings));
      const account: Account = {
        id: row.id,
        regionId,
        key: row.key,
        name: row.name,
        channel: row.channel,
        isEnabled: row.is_enabled && settings.success,
        isMisconfigured: !settings.success,
        connector,
        settings: settings.success ? settings.data : null,
      };
      return [[row.id, account] as const];
    }),
  );
}

/** The account of one of our own forms or of files: every region has them from the start. */
export function ownAccount(
  knowledge: RegionKnowledge,
  comesBy: 'portal_form' | 'desk_form' | 'file',
): Account {
  const found = [...knowledge.accounts.values()].find(
    (account) => account.connector.traits.comesBy === comesBy,
  );
  if (found === undefined)
    throw new Error(`region ${knowledge.region.slug} has no account that comes by ${comesBy}`);
  return found;
}
