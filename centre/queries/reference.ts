import type { Db, Writer } from '#store/connection.ts';
import type { ProductionCalendar } from '../rules/calendar.ts';
import type { Topic } from '../rules/topic.ts';

export const municipalitiesOf = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('municipality')
    .select(['id', 'name', 'population'])
    .where('region_id', '=', regionId)
    .orderBy('id')
    .execute();

/** Boundaries as GeoJSON geometries; heavy, read once and kept. */
export const boundariesOf = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('municipality')
    .select(['id', 'name', 'boundary'])
    .where('region_id', '=', regionId)
    .orderBy('id')
    .execute();

/** Layers of our own ground by name, GeoJSON; heavy, read once and kept. */
export async function layersOf(db: Db | Writer, regionId: number): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db
    .selectFrom('region_layer')
    .select(['name', 'features'])
    .where('region_id', '=', regionId)
    .execute();
  return new Map(rows.map((row) => [row.name, row.features]));
}

export const settlementsOf = (db: Db | Writer, regionId: number) =>
  db.selectFrom('settlement').selectAll().where('region_id', '=', regionId).orderBy('id').execute();

export const streetsOf = (db: Db | Writer, regionId: number) =>
  db.selectFrom('street').selectAll().where('region_id', '=', regionId).orderBy('id').execute();

export const authoritiesOf = (db: Db | Writer, regionId: number) =>
  db.selectFrom('authority').selectAll().where('region_id', '=', regionId).orderBy('id').execute();

export const executorsOf = (db: Db | Writer, regionId: number) =>
  db.selectFrom('executor').selectAll().where('region_id', '=', regionId).orderBy('id').execute();

/** The register in force; what was withdrawn stays in its table as a fact. */
export const rulesOf = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('responsibility_rule')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();

/** The region's topics: the shipped ones and its own. */
export async function topicsOf(db: Db | Writer, regionId: number): Promise<Topic[]> {
  const rows = await db
    .selectFrom('topic')
    .select(['sector', 'passport'])
    .where('region_id', '=', regionId)
    .where('is_active', '=', true)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ ...row.passport, sector: row.sector }));
}

export async function calendarsOf(db: Db | Writer, regionId: number): Promise<ProductionCalendar[]> {
  const rows = await db
    .selectFrom('calendar_year')
    .select('calendar')
    .where('region_id', '=', regionId)
    .orderBy('year')
    .execute();
  return rows.map((row) => row.calendar);
}

export const accountsOf = (db: Db | Writer, regionId: number) =>
  db.selectFrom('channel_account').selectAll().where('region_id', '=', regionId).orderBy('id').execute();
