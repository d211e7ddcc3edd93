import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { RouteDecision } from '../rules/responsible.ts';

export const responsibilityCauses = ['first', 'correction', 'transfer', 'sent_back', 'arbiter'] as const;
export type ResponsibilityCause = (typeof responsibilityCauses)[number];

export interface NewResponsibility {
  readonly appealId: string;
  readonly seq: number;
  readonly at: Date;
  readonly byStaff: string | null;
  readonly cause: ResponsibilityCause;
  readonly decision: RouteDecision;
  readonly note: string | null;
}

/** Adds decisions; the earlier ones stay as history. */
export const recordResponsibilities = (
  tx: Writer,
  regionId: number,
  list: readonly NewResponsibility[],
): Promise<void> =>
  insertRows(
    tx,
    'responsibility',
    list.map((one) => ({
      region_id: regionId,
      appeal_id: one.appealId,
      seq: one.seq,
      at: one.at,
      by_staff: one.byStaff,
      cause: one.cause,
      authority_id: one.decision.authorityId,
      executor_id: one.decision.executorId,
      rule_id: one.decision.ruleId,
      explanation: one.decision.explanation,
      note: one.note,
    })),
  );

/** Every decision about one case, oldest first. */
export const responsibilitiesOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('responsibility')
    .select(['seq', 'at', 'by_staff', 'cause', 'authority_id', 'executor_id', 'explanation', 'note'])
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('seq')
    .execute();

/** The next sequence numbers of these cases. */
export async function nextSeqs(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql<{ appeal_id: string; seq: number }>`
    select appeal_id, max(seq) as seq from responsibility
    where region_id = ${regionId} and appeal_id = any(${appealIds}::uuid[]) group by appeal_id`.execute(tx);
  const last = new Map(rows.rows.map((row) => [row.appeal_id, row.seq]));
  return new Map(appealIds.map((id) => [id, (last.get(id) ?? 0) + 1]));
}
