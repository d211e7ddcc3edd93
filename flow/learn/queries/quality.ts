import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import type { BandCell, PairCell, TruthBasis, Verdict, WeekCell } from '../rules/quality.ts';
import type { CorrectedField } from './outcomes.ts';

export interface QualityPeriod {
  readonly from: Date;
  readonly to: Date;
}

/**
 * What the machine said of a case beside what is held true of it: `quality.ts` tells what stands behind a truth. The
 * machine's judgement is the first; later ones are people's.
 */
export const judgedCases = (regionId: number, { from, to }: QualityPeriod) => sql`
  select s.appeal_id, s.received_at, u.topic as said, u.acts_alone as alone, u.topic_confidence as confidence,
    split_part(u.model_version, ' ', 1) as model_version, u.topic_candidates, s.topic as truth,
    case
      when s.stage = 'declined' or s.topic is null or s.closed_as is not distinct from 'withdrawn' then null
      when s.topic is distinct from u.topic then 'corrected'
      when exists (select 1 from correction c where c.region_id = s.region_id and c.appeal_id = s.appeal_id and c.field = 'topic')
        or exists (select 1 from appeal_move m where m.region_id = s.region_id and m.appeal_id = s.appeal_id
          and m.action = 'assign' and m.by_whom = 'staff') then 'confirmed'
      when s.stage in ('answered', 'closed') then 'survived'
    end as basis
  from appeal_state s
  join understanding u on u.region_id = s.region_id and u.appeal_id = s.appeal_id and u.seq = 1 and u.by_staff is null
  where s.region_id = ${regionId} and s.received_at >= ${from} and s.received_at < ${to}`;

export interface VersionCell {
  readonly version: string;
  readonly verdict: Verdict;
  readonly alone: boolean;
  readonly n: number;
}

export interface QualityCells {
  readonly pairs: readonly PairCell[];
  readonly weeks: readonly WeekCell[];
  readonly bands: readonly BandCell[];
  readonly versions: readonly VersionCell[];
}

interface Row {
  readonly part: number;
  readonly said: string | null;
  readonly truth: string | null;
  readonly verdict: Verdict;
  readonly alone: boolean;
  readonly week: string;
  readonly basis: TruthBasis | null;
  readonly among: boolean | null;
  readonly band: number | null;
  readonly version: string;
  readonly n: number;
  readonly confidence: number | null;
}

/**
 * Everything the page of quality shows of topics, counted by the database in one pass over the cases of a period. Who is
 * limited to some municipalities gets the counts of theirs: row-level security on cases decides.
 *
 * @param zone IANA zone the weeks are cut in
 */
export async function qualityCells(
  db: Db | Writer,
  regionId: number,
  period: QualityPeriod,
  zone: string,
): Promise<QualityCells> {
  const { rows } = await sql<Row>`
    with judged as materialized (${judgedCases(regionId, period)}),
    told as (
      select said, alone, basis, model_version as version, confidence,
        case when basis is not null then truth end as truth,
        case when basis is null then 'open' when said is not distinct from truth then 'right' else 'wrong' end as verdict,
        date_trunc('week', received_at at time zone ${zone})::date as week,
        case when basis is not null then said is not distinct from truth
          or topic_candidates @> jsonb_build_array(jsonb_build_object('topic', truth)) end as among,
        case when confidence is not null then least(9, floor(confidence * 10)) end::int as band
      from judged
    )
    select grouping(said, week, band, version) as part, said, truth, verdict, alone, week, basis, among, band, version,
      count(*) as n, sum(confidence) as confidence
    from told
    group by grouping sets ((said, truth, verdict, alone), (week, verdict, basis, alone, among), (band, verdict), (version, verdict, alone))`.execute(
    db,
  );
  const of = (part: number): Row[] => rows.filter((row) => row.part === part);
  return {
    pairs: of(PART.pairs).map(({ said, truth, verdict, alone, n }) => ({ said, truth, verdict, alone, n })),
    weeks: of(PART.weeks).map(({ week, verdict, basis, alone, among, n }) => ({
      week,
      verdict,
      basis,
      alone,
      among,
      n,
    })),
    bands: of(PART.bands).map(({ band, verdict, n, confidence }) => ({
      band,
      verdict,
      n,
      confidence: confidence ?? 0,
    })),
    versions: of(PART.versions).map(({ version, verdict, alone, n }) => ({ version, verdict, alone, n })),
  };
}

/** `grouping(said, week, band, version)`: a bit is 0 where the column is grouped by, the first column the highest bit. */
const PART = { pairs: 0b0111, weeks: 0b1011, bands: 0b1101, versions: 0b1110 } as const;

export interface FieldWeek {
  readonly week: string;
  readonly field: CorrectedField;
  /** The machine said something else. */
  readonly changed: number;
  /** The machine said nothing. */
  readonly filled: number;
}

/** What people corrected, by week and field. */
export async function correctedFieldsByWeek(
  db: Db | Writer,
  regionId: number,
  { from, to }: QualityPeriod,
  zone: string,
): Promise<FieldWeek[]> {
  const { rows } = await sql<FieldWeek>`
    select date_trunc('week', at at time zone ${zone})::date as week, field,
      count(*) filter (where was is not null) as changed, count(*) filter (where was is null) as filled
    from correction
    where region_id = ${regionId} and at >= ${from} and at < ${to} and was is distinct from became
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

export interface CorrectionRow {
  readonly id: string;
  readonly appeal_id: string;
  readonly at: Date;
  readonly field: CorrectedField;
  readonly was: string | null;
  readonly became: string | null;
  readonly model_version: string;
  /** Roles of whoever corrected; never who. */
  readonly roles: readonly string[];
  readonly masked_text: string;
}

/** The newest corrections that changed something, with the masked words of their case. */
export async function newestCorrections(
  db: Db | Writer,
  regionId: number,
  fields: readonly CorrectedField[],
  limit: number,
): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select c.id, c.appeal_id, c.at, c.field, c.was, c.became, split_part(c.model_version, ' ', 1) as model_version, t.masked_text,
      array(select distinct g.role from staff_grant g where g.region_id = c.region_id and g.staff_id = c.by_staff order by 1) as roles
    from correction c
    join appeal_text t on t.region_id = c.region_id and t.appeal_id = c.appeal_id
    where c.region_id = ${regionId} and c.field = any(${fields}::text[]) and c.was is distinct from c.became
    order by c.at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}
