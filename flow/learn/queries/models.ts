import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { Comparison, Condition, TrainingCounts, TrainingOutcome } from '../rules/promotion.ts';

export const modelKinds = ['topics', 'owners'] as const;
export type ModelKind = (typeof modelKinds)[number];

export const modelStates = ['candidate', 'in_use', 'retired', 'lost'] as const;
export type ModelState = (typeof modelStates)[number];

export const modelOrigins = ['trained', 'imported'] as const;
export type ModelOrigin = (typeof modelOrigins)[number];

/** What a model was taught: cases by what stood behind their truth, and the newest of them. */
export interface LearntFrom {
  readonly [source: string]: number | string;
}

/** A model without its bytes. */
export interface ModelRow {
  readonly id: string;
  readonly kind: ModelKind;
  readonly version: string;
  readonly base_version: string | null;
  readonly origin: ModelOrigin;
  readonly state: ModelState;
  readonly made_at: Date;
  readonly used_since: Date | null;
  readonly learnt_from: LearntFrom;
  readonly measured: Comparison | null;
  readonly has_bytes: boolean;
}

const columns = sql`id, kind, version, base_version, origin, state, made_at, used_since, learnt_from, measured, bytes is not null as has_bytes`;

/** Models a region learnt or was given, the newest first. */
export async function modelsOf(db: Db | Writer, regionId: number, kind: ModelKind): Promise<ModelRow[]> {
  const { rows } = await sql<ModelRow>`
    select ${columns} from model where region_id = ${regionId} and kind = ${kind} order by made_at desc, id desc`.execute(
    db,
  );
  return rows;
}

export const modelInUse = async (
  db: Db | Writer,
  regionId: number,
  kind: ModelKind,
): Promise<ModelRow | undefined> =>
  (
    await sql<ModelRow>`select ${columns} from model where region_id = ${regionId} and kind = ${kind} and state = 'in_use'`.execute(
      db,
    )
  ).rows[0];

/** A copy that lies by itself: a buffer of the driver is a window into a larger one. */
export async function modelBytes(db: Db | Writer, regionId: number, id: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('model')
    .select('bytes')
    .where('region_id', '=', regionId)
    .where('id', '=', id)
    .executeTakeFirst();
  const bytes = row?.bytes ?? null;
  return bytes === null ? null : new Uint8Array(bytes);
}

export interface NewModel {
  readonly kind: ModelKind;
  readonly version: string;
  readonly baseVersion: string | null;
  readonly origin: ModelOrigin;
  readonly state: 'candidate' | 'lost';
  readonly at: Date;
  readonly by: string | null;
  readonly learntFrom: LearntFrom;
  readonly measured: Comparison | null;
  readonly bytes: Uint8Array;
}

/** Models whose bytes are kept besides the one in use: enough to go back. */
const KEPT_BYTES = 6;

/** Keeps a model. The same weights learnt again stay one model with the newer figures, in use or not. */
export async function keepModel(tx: Writer, regionId: number, model: NewModel): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into model (region_id, id, kind, version, base_version, origin, state, made_at, made_by, learnt_from, measured, bytes)
    values (${regionId}, ${newId(model.at)}, ${model.kind}, ${model.version}, ${model.baseVersion}, ${model.origin}, ${model.state},
      ${model.at}, ${model.by}, ${JSON.stringify(model.learntFrom)}::jsonb, ${model.measured === null ? null : JSON.stringify(model.measured)}::jsonb,
      ${Buffer.from(model.bytes)})
    on conflict (region_id, kind, version) do update
      set measured = coalesce(excluded.measured, model.measured), learnt_from = excluded.learnt_from, bytes = excluded.bytes,
        made_at = excluded.made_at, state = case when model.state = 'in_use' then 'in_use' else excluded.state end
    returning id`.execute(tx);
  await sql`update model set bytes = null
    where region_id = ${regionId} and kind = ${model.kind} and state <> 'in_use' and bytes is not null and id not in (
      select id from model where region_id = ${regionId} and kind = ${model.kind} and bytes is not null
      order by made_at desc, id desc limit ${KEPT_BYTES})`.execute(tx);
  const [kept] = rows;
  if (kept === undefined) throw new Error('a model was not kept');
  return kept.id;
}

/** Puts a model in force and retires the one before it; `null` goes back to the model that ships. */
export async function putInForce(
  tx: Writer,
  regionId: number,
  kind: ModelKind,
  id: string | null,
  at: Date,
): Promise<void> {
  await sql`update model set state = 'retired'
    where region_id = ${regionId} and kind = ${kind} and state = 'in_use' and id is distinct from ${id}::uuid`.execute(
    tx,
  );
  if (id === null) return;
  await sql`update model set state = 'in_use', used_since = ${at}
    where region_id = ${regionId} and id = ${id} and state <> 'in_use'`.execute(tx);
}

/** What came of a run of learning. Numbers and codes only. */
export interface TrainingDetails {
  readonly counts?: TrainingCounts;
  readonly against?: readonly Condition[];
  readonly comparison?: Comparison;
  /** A code of what went wrong. */
  readonly fault?: 'stopped' | 'not_learnt';
  /** Milliseconds it took. */
  readonly took?: number;
}

export interface TrainingRow {
  readonly id: string;
  readonly kind: ModelKind;
  readonly asked_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly outcome: TrainingOutcome | null;
  readonly model_id: string | null;
  readonly details: TrainingDetails;
}

const trainingColumns = sql`id, kind, asked_at, started_at, ended_at, outcome, model_id, details`;

/** A run whose program has shown no sign of life for so long was stopped with it. */
const SILENT = sql`interval '5 minutes'`;
/** A run asked for so long ago and not begun was lost. */
const NOT_BEGUN = sql`interval '30 minutes'`;

/** Asks for a run of learning; `null` where one is under way. */
export async function askTraining(
  tx: Writer,
  regionId: number,
  kind: ModelKind,
  at: Date,
  by: string | null,
): Promise<string | null> {
  await sql`update model_training set ended_at = ${at}, outcome = 'failed', details = '{"fault": "stopped"}'
    where region_id = ${regionId} and kind = ${kind} and ended_at is null
      and case when started_at is null then asked_at < ${at}::timestamptz - ${NOT_BEGUN}
        else greatest(started_at, beat_at) < ${at}::timestamptz - ${SILENT} end`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    insert into model_training (region_id, id, kind, asked_at, asked_by)
    values (${regionId}, ${newId(at)}, ${kind}, ${at}, ${by})
    on conflict (region_id, kind) where ended_at is null do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Takes a run that was asked for; `null` where it has ended. A run taken before by a program that died is taken again. */
export async function startTraining(
  tx: Writer,
  regionId: number,
  id: string,
  at: Date,
): Promise<{ readonly kind: ModelKind; readonly askedBy: string | null } | null> {
  const { rows } = await sql<{ kind: ModelKind; askedBy: string | null }>`
    update model_training set started_at = ${at} where region_id = ${regionId} and id = ${id} and ended_at is null
    returning kind, asked_by as "askedBy"`.execute(tx);
  return rows[0] ?? null;
}

/** A taken run, as whoever took it knows it: taken again by another program, it is theirs. */
export interface TakenTraining {
  readonly id: string;
  readonly startedAt: Date;
}

/** A sign of life of a run under way; nothing where it has ended or another program has taken it. */
export const beatTraining = async (
  tx: Writer,
  regionId: number,
  { id, startedAt }: TakenTraining,
  at: Date,
): Promise<void> =>
  void (await sql`update model_training set beat_at = ${at}
    where region_id = ${regionId} and id = ${id} and started_at = ${startedAt} and ended_at is null`.execute(
    tx,
  ));

/** Holds a run until the transaction ends; `false`: it has ended, or another program has taken it. */
export async function holdTraining(
  tx: Writer,
  regionId: number,
  { id, startedAt }: TakenTraining,
): Promise<boolean> {
  const { rows } = await sql`select id from model_training
    where region_id = ${regionId} and id = ${id} and started_at = ${startedAt} and ended_at is null for update`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function endTraining(
  tx: Writer,
  regionId: number,
  id: string,
  ended: {
    readonly at: Date;
    readonly outcome: TrainingOutcome;
    readonly modelId: string | null;
    readonly details: TrainingDetails;
  },
): Promise<void> {
  await sql`update model_training set ended_at = ${ended.at}, outcome = ${ended.outcome}, model_id = ${ended.modelId},
      details = ${JSON.stringify(ended.details)}::jsonb
    where region_id = ${regionId} and id = ${id} and ended_at is null`.execute(tx);
}

/** The last runs, the newest first. */
export async function trainingsOf(
  db: Db | Writer,
  regionId: number,
  kind: ModelKind,
  most: number,
): Promise<TrainingRow[]> {
  const { rows } = await sql<TrainingRow>`
    select ${trainingColumns} from model_training where region_id = ${regionId} and kind = ${kind}
    order by asked_at desc, id desc limit ${most}`.execute(db);
  return rows;
}
