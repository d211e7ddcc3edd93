import { sql } from 'kysely';
import type { Boundary, Bounds, FeatureCollection } from '#kernel/geo-json.ts';
import type { LocalDate } from '#kernel/time/local-date.ts';
import type { WorkingHours } from '#kernel/time/schedule.ts';
import { wholeRegion, withScope, type Db, type Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { ProductionCalendar } from '../rules/calendar.ts';
import { regionLayers, type RegionLayer } from '../rules/region-layer.ts';
import type { Topic } from '../rules/topic.ts';

export interface NewRegion {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
  readonly isDefault: boolean;
  readonly bounds: Bounds | null;
  readonly municipalities: readonly {
    readonly id: number;
    readonly name: string;
    readonly oktmo: string | null;
    readonly population: number | null;
    readonly boundary: Boundary | null;
  }[];
  readonly settlements: readonly {
    readonly id: number;
    readonly municipalityId: number;
    /** The settlement it is a part of; absent for most. */
    readonly parentId?: number | null;
    readonly name: string;
    readonly kind: string;
    readonly population: number | null;
    readonly lat: number | null;
    readonly lon: number | null;
  }[];
  readonly authorities: readonly {
    readonly id: number;
    readonly name: string;
    readonly shortName: string;
    readonly kind: string;
    readonly municipalityId: number | null;
    readonly parentId: number | null;
    readonly contact: string | null;
  }[];
  readonly executors: readonly { readonly id: number; readonly authorityId: number; readonly name: string }[];
  readonly streets: readonly {
    readonly id: number;
    readonly settlementId: number;
    readonly name: string;
    readonly kind: string;
    readonly oldNames: readonly string[];
    readonly ownerId: number | null;
    readonly lat: number | null;
    readonly lon: number | null;
  }[];
  readonly houses: readonly {
    readonly id: number;
    readonly streetId: number;
    readonly number: string;
    readonly numberBase: number;
    readonly lat: number;
    readonly lon: number;
    readonly managerId: number | null;
  }[];
  readonly topics: readonly Topic[];
  readonly calendars: readonly ProductionCalendar[];
  readonly rules: readonly {
    readonly id: number;
    readonly topic: string | null;
    readonly sector: string | null;
    readonly responsibleKind: string | null;
    readonly municipalityId: number | null;
    readonly authorityId: number;
    readonly executorId: number | null;
    readonly source: string;
    readonly sourceDate: LocalDate;
  }[];
  readonly layers: Readonly<Partial<Record<RegionLayer, FeatureCollection>>>;
  readonly at: Date;
}

const BATCH = 5000;
/** A boundary may weigh megabytes: few of them make one statement. */
const BOUNDARIES = 10;

/** Inserts in batches: a register of a million houses does not fit one statement. */
async function inBatches<T>(
  rows: readonly T[],
  insert: (batch: readonly T[]) => Promise<void>,
  size = BATCH,
): Promise<void> {
  for (let from = 0; from < rows.length; from += size) await insert(rows.slice(from, from + size));
}

/**
 * Makes a region with its territory, bodies, register, topics and calendars, all or nothing. Returns its id.
 * Staff and channels are added afterwards.
 */
export async function createRegion(db: Db, region: NewRegion): Promise<number> {
  const id = await nextRegionId(db);
  await withScope(db, wholeRegion(id), async (tx) => {
    await sql`insert into region (id, slug, name, time_zone, is_default, working_hours, bounds, created_at) overriding system value
      values (${id}, ${region.slug}, ${region.name}, ${region.timeZone}, ${region.isDefault}, ${JSON.stringify(region.workingHours)}::jsonb,
        ${region.bounds === null ? null : JSON.stringify(region.bounds)}::jsonb, ${region.at})`.execute(tx);
    await addTerritory(tx, id, region);
    await addBodies(tx, id, region);
    await addAddresses(tx, id, region);
    await addReference(tx, id, region);
  });
  return id;
}

async function nextRegionId(db: Db): Promise<number> {
  const rows = await sql<{
    id: number;
  }>`select nextval(pg_get_serial_sequence('region', 'id')) as id`.execute(db);
  const id = rows.rows[0]?.id;
  if (id === undefined) throw new Error('the sequence of regions gave nothing');
  return id;
}

async function addTerritory(tx: Writer, regionId: number, region: NewRegion): Promise<void> {
  await inBatches(
    region.municipalities,
    (batch) =>
      insertRows(
        tx,
        'municipality',
        batch.map((one) => ({
          region_id: regionId,
          id: one.id,
          name: one.name,
          oktmo: one.oktmo,
          population: one.population,
          boundary: one.boundary,
        })),
      ),
    BOUNDARIES,
  );
  await inBatches(region.settlements, (batch) =>
    insertRows(
      tx,
      'settlement',
      batch.map((one) => ({
        region_id: regionId,
        id: one.id,
        municipality_id: one.municipalityId,
        parent_id: one.parentId ?? null,
        name: one.name,
        kind: one.kind,
        population: one.population,
        lat: one.lat,
        lon: one.lon,
      })),
    ),
  );
  await insertRows(
    tx,
    'region_layer',
    regionLayers.flatMap((name) => {
      const features = region.layers[name];
      return features === undefined ? [] : [{ region_id: regionId, name, features }];
    }),
  );
}

async function addBodies(tx: Writer, regionId: number, region: NewRegion): Promise<void> {
  await inBatches(region.authorities, (batch) =>
    insertRows(
      tx,
      'authority',
      batch.map((one) => ({
        region_id: regionId,
        id: one.id,
        name: one.name,
        short_name: one.shortName,
        kind: one.kind,
        municipality_id: one.municipalityId,
        parent_id: one.parentId,
        contact: one.contact,
      })),
    ),
  );
  await inBatches(region.executors, (batch) =>
    insertRows(
      tx,
      'executor',
      batch.map((one) => ({
        region_id: regionId,
        id: one.id,
        authority_id: one.authorityId,
        name: one.name,
      })),
    ),
  );
}

async function addAddresses(tx: Writer, regionId: number, region: NewRegion): Promise<void> {
  await inBatches(region.streets, (batch) =>
    insertRows(
      tx,
      'street',
      batch.map((one) => ({
        region_id: regionId,
        id: one.id,
        settlement_id: one.settlementId,
        name: one.name,
        kind: one.kind,
        old_names: [...one.oldNames],
        owner_id: one.ownerId,
        lat: one.lat,
        lon: one.lon,
      })),
    ),
  );
  await inBatches(region.houses, (batch) =>
    insertRows(
      tx,
      'house',
      batch.map((one) => ({
        region_id: regionId,
        id: one.id,
        street_id: one.streetId,
        number: one.number,
        number_base: one.numberBase,
        lat: one.lat,
        lon: one.lon,
        manager_id: one.managerId,
      })),
    ),
  );
}

async function addReference(tx: Writer, regionId: number, region: NewRegion): Promise<void> {
  await inBatches(region.topics, (batch) =>
    insertRows(
      tx,
      'topic',
      batch.map((one) => ({
        region_id: regionId,
        code: one.code,
        sector: one.sector,
        passport: one,
        is_active: true,
      })),
    ),
  );
  await insertRows(
    tx,
    'calendar_year',
    region.calendars.map((one) => ({
      region_id: regionId,
      year: one.year,
      calendar: one,
      provisional: one.provisional,
    })),
  );
  await inBatches(region.rules, (batch) =>
    insertRows(
      tx,
      'responsibility_rule',
      batch.map((one) => ({
        region_id: regionId,
        id: one.id,
        topic: one.topic,
        sector: one.sector,
        responsible_kind: one.responsibleKind,
        municipality_id: one.municipalityId,
        authority_id: one.authorityId,
        executor_id: one.executorId,
        source: one.source,
        source_date: one.sourceDate,
      })),
    ),
  );
}
