import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import type { PastGroup } from '../rules/register-findings.ts';
import type { TriedCase } from '../rules/rule-trial.ts';

/**
 * Who was responsible for a case `s` first and last, and whether that says anything: a case proves where it belongs when it
 * was answered or a person decided about it, and it was neither declined nor withdrawn nor waits to be routed again.
 * What only a rule that is withdrawn since has decided proves nothing.
 */
const decisions = sql`join lateral (
    select
      (array_agg(r.authority_id order by r.seq))[1] as first_authority,
      (array_agg(r.authority_id order by r.seq desc))[1] as last_authority,
      max(r.at) - min(r.at) as lost,
      bool_or(r.by_staff is not null) as is_by_people,
      bool_or(r.explanation ->> 'code' = 'supervisor_instead') as is_complaint,
      (array_agg(case when r.by_staff is null then r.rule_id end order by r.seq desc))[1] as last_rule
    from responsibility r where r.region_id = s.region_id and r.appeal_id = s.appeal_id
  ) d on true
  left join responsibility_rule gone
    on gone.region_id = s.region_id and gone.id = d.last_rule and gone.withdrawn_at is not null`;

const isSettled = sql`(d.last_authority is not null and gone.id is null
  and s.stage not in ('triage', 'declined') and s.closed_as is distinct from 'withdrawn'
  and (s.stage in ('answered', 'closed') or d.is_by_people))`;

/**
 * Settled cases of a period, counted by what the register looks at and by where they ended; complaints are left out, they go
 * past the body they name. As people understand the cases now, not as the machine did at first.
 *
 * @param since cases received from this moment on; only those the asker may see
 */
export async function settledGroups(db: Db | Writer, regionId: number, since: Date): Promise<PastGroup[]> {
  const rows = await sql<PastGroup>`
    select 'problem' as kind, s.topic, s.municipality_id as "municipalityId", h.manager_id as "houseManagerId",
      t.owner_id as "streetOwnerId", a.owner_id as "objectOwnerId", d.last_authority as "endedAt", count(*) as cases,
      count(distinct coalesce(s.incident_id, s.appeal_id)) as problems,
      count(*) filter (where d.first_authority is distinct from d.last_authority) as moved,
      coalesce(sum(extract(epoch from d.lost)) filter (where d.first_authority is distinct from d.last_authority), 0)::float8
        * 1000 as "lostMs"
    from appeal_state s
    join lateral (
      select u.street_id, u.house_id from understanding u
      where u.region_id = s.region_id and u.appeal_id = s.appeal_id order by u.seq desc limit 1
    ) u on true
    ${decisions}
    left join lateral (
      select o.asset_id from appeal_asset o
      where o.region_id = s.region_id and o.appeal_id = s.appeal_id order by o.seq desc limit 1
    ) o on true
    left join asset a on a.region_id = s.region_id and a.id = o.asset_id
    left join house h on h.region_id = s.region_id and h.id = u.house_id
    left join street t on t.region_id = s.region_id and t.id = u.street_id
    where s.region_id = ${regionId} and s.received_at >= ${since} and s.topic is not null
      and s.kind not in ('spam', 'not_a_problem') and ${isSettled} and not d.is_complaint
    group by s.topic, s.municipality_id, h.manager_id, t.owner_id, a.owner_id, d.last_authority`.execute(db);
  return rows.rows;
}

/** How many cases of a period a batch holds at most. */
const BATCH = 5000;

/** Which cases a rule may concern. */
export interface Reach {
  readonly since: Date;
  readonly topics: readonly string[];
  readonly municipalityId: number | null;
}

/**
 * A batch of the cases a rule may concern, the newest first, each as the machine first understood it: that is what it asked the
 * register then.
 *
 * @param last of the batch before; `null`: the first batch
 */
export async function casesInReach(
  db: Db | Writer,
  regionId: number,
  { since, topics, municipalityId }: Reach,
  last: TriedCase | null,
): Promise<readonly TriedCase[]> {
  const after =
    last === null
      ? sql``
      : sql`and s.received_at <= ${last.receivedAt}
        and (s.received_at < ${last.receivedAt} or s.appeal_id > ${last.appealId})`;
  const { rows } = await sql<TriedCase>`
      select s.appeal_id as "appealId", s.number, s.received_at as "receivedAt", s.kind, s.topic,
        s.municipality_id as "municipalityId", h.manager_id as "houseManagerId", t.owner_id as "streetOwnerId",
        a.owner_id as "objectOwnerId", case when ${isSettled} then d.last_authority end as "endedAt"
      from (
        select s.region_id, s.appeal_id, s.number, s.received_at, s.stage, s.closed_as,
          u.kind, u.topic, u.municipality_id, u.street_id, u.house_id
        from appeal_state s
        join understanding u on u.region_id = s.region_id and u.appeal_id = s.appeal_id and u.seq = 1
        where s.region_id = ${regionId} and s.received_at >= ${since} and u.topic = any(${topics}::text[])
          and (${municipalityId}::int is null or u.municipality_id = ${municipalityId}::int) ${after}
        order by s.received_at desc, s.appeal_id limit ${BATCH}
      ) s
      ${decisions}
      left join appeal_asset o on o.region_id = s.region_id and o.appeal_id = s.appeal_id and o.seq = 1
      left join asset a on a.region_id = s.region_id and a.id = o.asset_id
      left join house h on h.region_id = s.region_id and h.id = s.house_id
      left join street t on t.region_id = s.region_id and t.id = s.street_id
      order by s.received_at desc, s.appeal_id`.execute(db);
  return rows;
}
