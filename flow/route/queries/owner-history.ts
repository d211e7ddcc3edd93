import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';

/** A case a body answered for in the end. Its words are masked, no others are ever learnt. */
export interface EndedCaseRow {
  readonly receivedAt: Date;
  readonly maskedText: string;
  readonly topic: string | null;
  readonly municipality: string | null;
  readonly authorityId: number;
}

/**
 * Answered cases received before `until` with the body that had them last, the oldest first; of more than `most` the newest.
 * Complaints that went past the body they name, and cases withdrawn, say nothing of whose matter it was.
 */
export async function endedCases(
  db: Db | Writer,
  regionId: number,
  until: Date,
  most: number,
): Promise<EndedCaseRow[]> {
  const { rows } = await sql<EndedCaseRow>`
    select * from (
      select s.appeal_id, s.received_at as "receivedAt", t.masked_text as "maskedText", s.topic,
        m.name as municipality, d.authority_id as "authorityId"
      from appeal_state s
      join appeal_text t on t.region_id = s.region_id and t.appeal_id = s.appeal_id
      join lateral (
        select r.authority_id, r.explanation ->> 'code' as code from responsibility r
        where r.region_id = s.region_id and r.appeal_id = s.appeal_id order by r.seq desc limit 1
      ) d on d.authority_id is not null and d.code <> 'supervisor_instead'
      left join municipality m on m.region_id = s.region_id and m.id = s.municipality_id
      where s.region_id = ${regionId} and s.received_at < ${until} and t.masked_text <> ''
        and s.stage in ('answered', 'closed') and s.closed_as is distinct from 'withdrawn'
        and s.kind not in ('spam', 'not_a_problem')
      order by s.received_at desc, s.appeal_id desc limit ${most}
    ) newest order by "receivedAt", appeal_id`.execute(db);
  return rows;
}
