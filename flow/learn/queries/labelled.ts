import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import type { TruthBasis } from '../rules/quality.ts';
import { judgedCases } from './quality.ts';

/** A case whose topic is known: what a model learns from. Its words are masked, no others are ever learnt. */
export interface LabelledCase {
  readonly appeal_id: string;
  readonly received_at: Date;
  readonly masked_text: string;
  readonly topic: string;
  readonly basis: TruthBasis;
}

/** Cases of known topic received before `until`, the oldest first; of more than `most` the newest. */
export async function labelledCases(
  db: Db | Writer,
  regionId: number,
  until: Date,
  most: number,
): Promise<LabelledCase[]> {
  const { rows } = await sql<LabelledCase>`
    with judged as (${judgedCases(regionId, { from: new Date(0), to: until })})
    select * from (
      select j.appeal_id, j.received_at, t.masked_text, j.truth as topic, j.basis
      from judged j join appeal_text t on t.region_id = ${regionId} and t.appeal_id = j.appeal_id
      where j.basis is not null and t.masked_text <> ''
      order by j.received_at desc, j.appeal_id desc limit ${most}
    ) newest order by received_at, appeal_id`.execute(db);
  return rows;
}

/** A correction as it leaves the centre: masked words, what the machine said and what a person made of it. */
export interface ExportedCorrection {
  readonly at: Date;
  readonly field: string;
  readonly was: string | null;
  readonly became: string | null;
  readonly model_version: string;
  readonly masked_text: string;
}

/** Corrections after one moment and id, in their order, at most `most`: page by page to the end. */
export async function correctionsAfter(
  db: Db | Writer,
  regionId: number,
  after: { readonly at: Date; readonly id: string } | null,
  most: number,
): Promise<(ExportedCorrection & { readonly id: string })[]> {
  const { rows } = await sql<ExportedCorrection & { readonly id: string }>`
    select c.id, c.at, c.field, c.was, c.became, c.model_version, t.masked_text
    from correction c join appeal_text t on t.region_id = c.region_id and t.appeal_id = c.appeal_id
    where c.region_id = ${regionId} and c.was is distinct from c.became
      ${after === null ? sql`` : sql`and (c.at, c.id) > (${after.at}, ${after.id})`}
    order by c.at, c.id limit ${most}`.execute(db);
  return rows;
}
