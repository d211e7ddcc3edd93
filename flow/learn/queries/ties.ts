import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';

/** A case that a person tied to another problem. */
export interface TieByPerson {
  readonly at: Date;
  readonly by_staff: string;
  readonly was: string | null;
  readonly became: string;
  /** The problem began with this very tie. */
  readonly is_new: boolean;
  /** It came back by taking a merge apart. */
  readonly is_undone: boolean;
  /** Of the first case of that problem that did not come with it, as far as the asker sees one. */
  readonly number: string | null;
}

/** Every tie of a case that a person made, in the order of time. */
export async function tiesByPeople(
  db: Db | Writer,
  regionId: number,
  appealId: string,
): Promise<TieByPerson[]> {
  const { rows } = await sql<TieByPerson>`
    select c.at, c.by_staff, c.was, c.became,
      exists (select 1 from incident_move m where m.region_id = ${regionId} and m.incident_id = c.became::uuid and m.version = 1
        and m.appeal_id = c.appeal_id and m.at = c.at) as is_new,
      exists (select 1 from incident_merge g where g.region_id = ${regionId} and g.from_incident = c.became::uuid
        and g.into_incident = c.was::uuid and g.undone_at = c.at) as is_undone,
      (select s.number from appeal_state s where s.region_id = ${regionId} and s.incident_id = c.became::uuid
        and s.appeal_id <> c.appeal_id and not exists (select 1 from correction o where o.region_id = ${regionId}
          and o.appeal_id = s.appeal_id and o.field = 'incident' and o.at = c.at)
        order by s.received_at, s.appeal_id limit 1) as number
    from correction c
    where c.region_id = ${regionId} and c.appeal_id = ${appealId} and c.field = 'incident' and c.became is not null
    order by c.at, c.id`.execute(db);
  return rows;
}

/** Other cases that came to a problem, or left it again, by one act of a person. */
export interface TiedTogether {
  readonly at: Date;
  readonly by_staff: string;
  /** Of those cases, as far as the asker sees them. */
  readonly numbers: readonly string[];
}

/** Cases that people put into a problem since a moment and that are there still, besides this one. */
export async function takenIn(
  db: Db | Writer,
  regionId: number,
  incidentId: string,
  { appealId, since }: { readonly appealId: string; readonly since: Date },
): Promise<TiedTogether[]> {
  const { rows } = await sql<TiedTogether>`
    select j.joined_at as at, j.by_staff, array_agg(s.number order by s.number) as numbers
    from incident_appeal j join appeal_state s on s.region_id = j.region_id and s.appeal_id = j.appeal_id
    where j.region_id = ${regionId} and j.incident_id = ${incidentId} and j.appeal_id <> ${appealId}
      and j.reason = 'merged_by_hand' and j.by_staff is not null and j.joined_at > ${since}
    group by j.joined_at, j.by_staff order by j.joined_at`.execute(db);
  return rows;
}

/** Whole problems that people put into this one since a moment and took out of it again. */
export async function takenOutAgain(
  db: Db | Writer,
  regionId: number,
  incidentId: string,
  { appealId, since }: { readonly appealId: string; readonly since: Date },
): Promise<{ readonly put: TiedTogether; readonly undone: TiedTogether }[]> {
  const { rows } = await sql<{
    at: Date;
    by_staff: string;
    undone_at: Date;
    undone_by: string;
    numbers: string[];
  }>`
    select m.at, m.by_staff, m.undone_at, m.undone_by,
      array(select s.number from appeal_state s where s.region_id = ${regionId} and s.appeal_id = any(m.appeal_ids)
        order by s.number) as numbers
    from incident_merge m
    where m.region_id = ${regionId} and m.into_incident = ${incidentId} and m.undone_at is not null and m.at > ${since}
      and ${appealId}::uuid <> all(m.appeal_ids)
    order by m.at`.execute(db);
  return rows.map(({ at, by_staff, undone_at, undone_by, numbers }) => ({
    put: { at, by_staff, numbers },
    undone: { at: undone_at, by_staff: undone_by, numbers },
  }));
}
