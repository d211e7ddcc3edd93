import type { Db, Writer } from '#store/connection.ts';

export interface Look {
  readonly at: Date;
  /** What they are at work; `null` where nobody wrote it down. */
  readonly position: string | null;
  readonly reason: string;
}

/** Who of the staff opened the contact of a case, when and why, oldest first. Positions, never names: its author reads this. */
export async function looksAtContact(
  db: Db | Writer,
  regionId: number,
  appealId: string,
): Promise<readonly Look[]> {
  const rows = await db
    .selectFrom('audit_entry as e')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.region_id', '=', 'e.region_id').onRef('s.id', '=', 'e.actor'),
    )
    .select(['e.at', 's.position', 'e.details'])
    .where('e.region_id', '=', regionId)
    .where('e.subject_kind', '=', 'appeal')
    .where('e.subject_id', '=', appealId)
    .where('e.action', '=', 'looked_at_contact')
    .orderBy('e.at')
    .execute();
  return rows.map((row) => ({ at: row.at, position: row.position, reason: reasonIn(row.details) }));
}

/** What the log says of a clock of a case that ran out. */
export const DEADLINE_PASSED = 'deadline_passed';

/** Whether a clock of this case ran out before. */
export async function wasLateBefore(tx: Db | Writer, regionId: number, appealId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('audit_entry')
    .select('id')
    .where('region_id', '=', regionId)
    .where('subject_kind', '=', 'appeal')
    .where('subject_id', '=', appealId)
    .where('action', '=', DEADLINE_PASSED)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function reasonIn(details: unknown): string {
  const reason: unknown =
    typeof details === 'object' && details !== null ? Reflect.get(details, 'reason') : undefined;
  return typeof reason === 'string' ? reason : '';
}
