import type { Db, Writer } from '#store/connection.ts';
import type { PastCase } from '../rules/topic-trial.ts';

/** The latest cases the asker may see, with their masked texts; only appeals count, not spam. */
export const pastCases = (db: Db | Writer, regionId: number, limit: number): Promise<PastCase[]> =>
  db
    .selectFrom('appeal_state as s')
    .innerJoin('appeal_text as t', (join) =>
      join.onRef('t.region_id', '=', 's.region_id').onRef('t.appeal_id', '=', 's.appeal_id'),
    )
    .select(['s.appeal_id as appealId', 's.number', 't.masked_text as text', 's.topic'])
    .where('s.region_id', '=', regionId)
    .where('s.kind', 'not in', ['spam', 'not_a_problem'])
    .orderBy('s.received_at', 'desc')
    .limit(limit)
    .execute();
