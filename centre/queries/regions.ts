import { sql } from 'kysely';
import type { Bounds } from '#kernel/geo-json.ts';
import type { WorkingHours } from '#kernel/time/schedule.ts';
import type { Db, Writer } from '#store/connection.ts';

export interface Region {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly hosts: readonly string[];
  readonly isDefault: boolean;
  readonly workingHours: WorkingHours;
  readonly bounds: Bounds | null;
}

/** Every region of this installation. */
export async function allRegions(db: Db | Writer): Promise<Region[]> {
  const rows = await db.selectFrom('region').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    timeZone: row.time_zone,
    hosts: row.hosts,
    isDefault: row.is_default,
    workingHours: row.working_hours,
    bounds: row.bounds,
  }));
}

export const countRegions = async (db: Db | Writer): Promise<number> => {
  const row = await sql<{ n: number }>`select count(*) as n from region`.execute(db);
  return row.rows[0]?.n ?? 0;
};
