import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { RegisterFinding } from '../rules/register-findings.ts';

/** Findings that people dismissed, the newest first, with who and why. */
export const dismissalsOf = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('register_finding_dismissal as one')
    .leftJoin('staff', (join) =>
      join.onRef('staff.region_id', '=', 'one.region_id').onRef('staff.id', '=', 'one.by_staff'),
    )
    .select([
      'one.id',
      'one.topic',
      'one.responsible_kind as responsibleKind',
      'one.municipality_id as municipalityId',
      'one.owner_id as ownerId',
      'one.authority_id as authorityId',
      'one.cases',
      'one.ended',
      'one.at',
      'one.reason',
      'staff.name as by',
    ])
    .where('one.region_id', '=', regionId)
    .orderBy('one.at', 'desc')
    .execute();

export interface NewDismissal {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** Remembers that a person has looked and why nothing is to be changed. */
export const recordDismissal = (
  tx: Writer,
  regionId: number,
  { topic, responsibleKind, municipalityId, ownerId, authorityId, cases, ended }: RegisterFinding,
  { id, at, by, reason }: NewDismissal,
): Promise<void> =>
  insertRows(tx, 'register_finding_dismissal', [
    {
      region_id: regionId,
      id,
      topic,
      responsible_kind: responsibleKind,
      municipality_id: municipalityId,
      owner_id: ownerId,
      authority_id: authorityId,
      cases,
      ended,
      at,
      by_staff: by,
      reason,
    },
  ]);
