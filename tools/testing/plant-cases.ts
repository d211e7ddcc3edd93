import { sql } from 'kysely';
import type { Db } from '#store/connection.ts';

/** A case as the machine judged it and as people left it, for tests of what is learnt from cases. */
export interface JudgedCase {
  readonly at: Date;
  readonly text: string;
  readonly said: string | null;
  readonly confidence: number;
  readonly alone: boolean;
  /** The topic it bears now. */
  readonly truth: string | null;
  /** What a person did: gave the topic, gave the case to a body, or nothing. */
  readonly person: 'corrected' | 'assigned' | null;
  readonly stage: 'in_work' | 'closed' | 'declined';
  readonly municipalityId?: number;
  readonly modelVersion?: string;
}

/**
 * Puts cases straight into the tables, thousands a second: the way through a channel is tested elsewhere. Each comes by the
 * portal, is routed to the body given and, where corrected, bears a correction by `staffId`.
 */
export async function plantCases(
  owner: Db,
  regionId: number,
  cases: readonly JudgedCase[],
  { staffId, authorityId }: { readonly staffId: string; readonly authorityId: number },
): Promise<void> {
  const rows = cases.map((one, index) => ({
    ...one,
    municipalityId: one.municipalityId ?? 1,
    modelVersion: one.modelVersion ?? 'topics-test rules-test',
    number: `${one.at.getTime()}-${index}`,
    candidates: one.said === null ? [] : [{ topic: one.said, confidence: one.confidence }],
  }));
  await sql`
    with given as (
      select gen_random_uuid() as id, x.* from json_to_recordset(${JSON.stringify(rows)}::json) as x (
        at timestamptz, text text, said text, confidence real, alone boolean, truth text, person text, stage text,
        "municipalityId" int, "modelVersion" text, number text, candidates jsonb)
    ),
    messages as (
      insert into message (region_id, id, account_id, external_id, thread_hash, direction, is_public, sent_at, received_at)
      select ${regionId}, id, 1, 'planted ' || number || id, '\\x00', 'in', false, at, at from given
    ),
    appeals as (
      insert into appeal (region_id, id, number, account_id, message_id, regime, received_at)
      select ${regionId}, id, number || id, 1, id, 'platform', at from given
    ),
    texts as (
      insert into appeal_text (region_id, appeal_id, masked_text) select ${regionId}, id, text from given
    ),
    judged as (
      insert into understanding (region_id, appeal_id, seq, at, model_version, kind, kind_confidence, kind_reason, topic,
        topic_confidence, topic_candidates, acts_alone, place_precision)
      select ${regionId}, id, 1, at, "modelVersion", 'problem', 1, 'test', said, case when said is null then null else confidence end,
        candidates, alone, 'none' from given
    ),
    states as (
      insert into appeal_state (region_id, appeal_id, version, number, stage, stage_since, kind, regime, account_id, channel,
        received_at, excerpt, topic, place_precision, municipality_id, authority_id, closed_as, declined_as, changed_at)
      select ${regionId}, id, 1, number || id, stage, at, 'problem', 'platform', 1, 'portal', at, text, truth, 'none',
        "municipalityId", ${authorityId}, case stage when 'closed' then 'no_reply' end, case stage when 'declined' then 'no_facts' end, at
      from given
    ),
    moves as (
      insert into appeal_move (region_id, appeal_id, version, action, from_stage, to_stage, at, by_staff, by_whom)
      select ${regionId}, id, 1, 'assign', 'triage', 'assigned', at, ${staffId}, 'staff' from given where person = 'assigned'
    )
    insert into correction (region_id, id, appeal_id, field, was, became, model_version, at, by_staff)
    select ${regionId}, gen_random_uuid(), id, 'topic', said, truth, "modelVersion", at + interval '1 hour', ${staffId}
    from given where person = 'corrected'`.execute(owner);
}
