import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';

/** What a rule of the register is about and whom it names. */
export interface RuleContent {
  readonly topic: string | null;
  readonly sector: string | null;
  readonly responsibleKind: string | null;
  readonly municipalityId: number | null;
  readonly authorityId: number;
  readonly executorId: number | null;
}

export interface RuleInForce extends RuleContent {
  readonly id: number;
}

export interface NewRule extends RuleContent {
  readonly id: number;
  readonly source: string;
  /** YYYY-MM-DD */
  readonly sourceDate: string;
  readonly addedAt: Date;
  readonly addedBy: string;
}

/** A number no other lock of the program has: changes of a register come one after another. */
const REGISTER_LOCK = 7_310_605;

/** Until the transaction ends nobody else changes the register of this region. */
export async function lockRegister(tx: Writer, regionId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${REGISTER_LOCK}, ${regionId})`.execute(tx);
}

const inForce = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('responsibility_rule')
    .select([
      'id',
      'topic',
      'sector',
      'responsible_kind as responsibleKind',
      'municipality_id as municipalityId',
      'authority_id as authorityId',
      'executor_id as executorId',
    ])
    .where('region_id', '=', regionId)
    .where('withdrawn_at', 'is', null);

/** The rules in force that name this topic, kind of responsibility or sector in this municipality, or in the whole region. */
export const rulesNaming = (
  db: Db | Writer,
  regionId: number,
  { topic, sector, responsibleKind, municipalityId }: Omit<RuleContent, 'authorityId' | 'executorId'>,
): Promise<RuleInForce[]> =>
  inForce(db, regionId)
    .where('municipality_id', 'is not distinct from', municipalityId)
    .where((row) =>
      topic !== null
        ? row('topic', '=', topic)
        : row.and([
            row('topic', 'is', null),
            responsibleKind !== null
              ? row('responsible_kind', '=', responsibleKind)
              : row.and([row('responsible_kind', 'is', null), row('sector', '=', sector)]),
          ]),
    )
    .execute();

export const ruleInForce = (
  db: Db | Writer,
  regionId: number,
  ruleId: number,
): Promise<RuleInForce | undefined> => inForce(db, regionId).where('id', '=', ruleId).executeTakeFirst();

/** The next number; numbers of withdrawn rules are never given again, decisions of the past refer to them. */
export async function nextRuleId(tx: Writer, regionId: number): Promise<number> {
  const rows = await sql<{
    last: number | null;
  }>`select max(id) as last from responsibility_rule where region_id = ${regionId}`.execute(tx);
  return (rows.rows[0]?.last ?? 0) + 1;
}

export const insertRule = (tx: Writer, regionId: number, rule: NewRule): Promise<void> =>
  insertRows(tx, 'responsibility_rule', [
    {
      region_id: regionId,
      id: rule.id,
      topic: rule.topic,
      sector: rule.sector,
      responsible_kind: rule.responsibleKind,
      municipality_id: rule.municipalityId,
      authority_id: rule.authorityId,
      executor_id: rule.executorId,
      source: rule.source,
      source_date: rule.sourceDate,
      added_at: rule.addedAt,
      added_by: rule.addedBy,
    },
  ]);

/** Why a rule acts no more: a person said so, or another rule stands in its place. */
export interface Withdrawal {
  readonly at: Date;
  readonly by: string;
  readonly why: { readonly reason: string } | { readonly replacedBy: number };
}

/** The rule acts no more; the row stays, decisions of the past refer to it. */
export async function markWithdrawn(
  tx: Writer,
  regionId: number,
  ruleId: number,
  { at, by, why }: Withdrawal,
): Promise<void> {
  const said = 'reason' in why ? { withdrawn_why: why.reason } : { replaced_by: why.replacedBy };
  await tx
    .updateTable('responsibility_rule')
    .set({ withdrawn_at: at, withdrawn_by: by, ...said })
    .where('region_id', '=', regionId)
    .where('id', '=', ruleId)
    .execute();
}

/** Whether the asker answers for this territory; row-level security asks the same. @param municipalityId `null`: the whole region */
export async function answersForTerritory(tx: Writer, municipalityId: number | null): Promise<boolean> {
  const rows = await sql<{ own: boolean }>`select session_sees_all()
    or coalesce(${municipalityId}::int = any(session_municipalities()), false) as own`.execute(tx);
  return rows.rows[0]?.own === true;
}

/** The register in force with who added each rule: the rules of the asker's territory and those of the whole region. */
export async function registerRows(db: Db | Writer, regionId: number) {
  const { rows } = await sql<
    RuleInForce & {
      readonly source: string;
      readonly sourceDate: string;
      readonly addedAt: Date | null;
      readonly addedBy: string | null;
      readonly isOwn: boolean;
    }
  >`
    select r.id, r.topic, r.sector, r.responsible_kind as "responsibleKind", r.municipality_id as "municipalityId",
      r.authority_id as "authorityId", r.executor_id as "executorId", r.source, r.source_date as "sourceDate",
      r.added_at as "addedAt", s.name as "addedBy",
      session_sees_all() or coalesce(r.municipality_id = any(session_municipalities()), false) as "isOwn"
    from responsibility_rule r
    left join staff s on s.region_id = r.region_id and s.id = r.added_by
    where r.region_id = ${regionId} and r.withdrawn_at is null
      and (session_sees_all() or r.municipality_id is null or r.municipality_id = any(session_municipalities()))
    order by r.added_at desc nulls last, r.id`.execute(db);
  return rows;
}
