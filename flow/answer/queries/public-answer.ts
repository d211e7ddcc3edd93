import type { Db, Writer } from '#store/connection.ts';

/**
 * An approved answer that its channel could not carry and that therefore has a page of its own; answers about sensitive
 * topics never have one. `undefined`: there is no such page.
 */
export const publicAnswer = (db: Db | Writer, regionId: number, answerId: string) =>
  db
    .selectFrom('answer as a')
    .innerJoin('appeal_state as s', (join) =>
      join.onRef('s.region_id', '=', 'a.region_id').onRef('s.appeal_id', '=', 'a.appeal_id'),
    )
    .innerJoin('delivery as d', (join) =>
      join.onRef('d.region_id', '=', 'a.region_id').onRef('d.answer_id', '=', 'a.id'),
    )
    .select([
      'a.id',
      'a.appeal_id',
      'a.kind',
      'a.text',
      'a.resolution',
      'a.promised_on',
      'a.approved_at',
      's.number',
      's.authority_id',
    ])
    .where('a.region_id', '=', regionId)
    .where('a.id', '=', answerId)
    .where('a.state', '=', 'approved')
    .where('s.is_sensitive', '=', false)
    .where(({ or, eb }) =>
      or([
        eb('d.state', 'in', ['undeliverable', 'misconfigured', 'manual']),
        eb('d.detail', '=', 'sent_by_hand'),
        eb('d.fallback', '=', true),
      ]),
    )
    .executeTakeFirst();
