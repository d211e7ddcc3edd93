import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';

export interface Period {
  /** YYYY-MM-DD, both inclusive, local days of the region */
  readonly from: string;
  readonly to: string;
}

/** Sums of events of a period, by day, topic and municipality. Reads the maintained counts, never the cases. */
export async function countsOf(db: Db | Writer, regionId: number, period: Period) {
  const rows = await sql<{ day: string; event: string; municipality_id: number; topic: string; n: number }>`
    select day, event, municipality_id, topic, sum(n) as n from daily_count
    where region_id = ${regionId} and day between ${period.from}::date and ${period.to}::date
    group by day, event, municipality_id, topic`.execute(db);
  return rows.rows;
}

/** What became of the answers of a period that asked "is it really gone?". */
export async function verdictsOf(
  db: Db | Writer,
  regionId: number,
  from: Date,
  to: Date,
): Promise<Map<string, number>> {
  const rows = await sql<{ verdict: string; n: number }>`
    select verdict, count(*) as n from (
      select distinct on (appeal_id) appeal_id, verdict from confirmation
      where region_id = ${regionId} and at >= ${from} and at < ${to} order by appeal_id, seq desc
    ) x group by verdict`.execute(db);
  return new Map(rows.rows.map((row) => [row.verdict, row.n]));
}

export async function promisesOf(
  db: Db | Writer,
  regionId: number,
  period: Period,
): Promise<{ kept: number; broken: number; waiting: number }> {
  const rows = await sql<{ kept: boolean | null; n: number }>`
    select kept, count(*) as n from promise
    where region_id = ${regionId} and promised_on between ${period.from}::date and ${period.to}::date group by kept`.execute(
    db,
  );
  const of = (kept: boolean | null): number => rows.rows.find((row) => row.kept === kept)?.n ?? 0;
  return { kept: of(true), broken: of(false), waiting: of(null) };
}

export async function verifiedOnSite(
  db: Db | Writer,
  regionId: number,
  from: Date,
  to: Date,
): Promise<number> {
  const rows = await sql<{ n: number }>`select count(*) as n from incident_move
    where region_id = ${regionId} and to_state = 'verified_on_site' and at >= ${from} and at < ${to}`.execute(
    db,
  );
  return rows.rows[0]?.n ?? 0;
}
