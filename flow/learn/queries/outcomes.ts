import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { ConfirmationOutcome, RatingSubject } from '../rules/verdict.ts';

export const confirmationsOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('confirmation')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('seq')
    .execute();

export interface NewConfirmation {
  readonly appealId: string;
  readonly at: Date;
  readonly verdict: ConfirmationOutcome;
  readonly reason: string | null;
  readonly messageId: string | null;
}

/** What residents said about the fix, or that they said nothing; a case comes once in a list. */
export async function recordConfirmations(
  tx: Writer,
  regionId: number,
  list: readonly NewConfirmation[],
): Promise<void> {
  if (list.length === 0) return;
  const rows = list.map((one) => ({
    appeal_id: one.appealId,
    at: one.at,
    verdict: one.verdict,
    reason: one.reason,
    message_id: one.messageId,
  }));
  await sql`insert into confirmation (region_id, appeal_id, seq, at, verdict, reason, message_id)
    select ${regionId}, n.appeal_id,
      coalesce((select max(c.seq) from confirmation c where c.region_id = ${regionId} and c.appeal_id = n.appeal_id), 0) + 1,
      n.at, n.verdict, n.reason, n.message_id
    from json_populate_recordset(null::confirmation, ${JSON.stringify(rows)}::json) n`.execute(tx);
}

export const recordConfirmation = (tx: Writer, regionId: number, one: NewConfirmation): Promise<void> =>
  recordConfirmations(tx, regionId, [one]);

export const ratingsOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('rating')
    .select(['subject', 'score', 'at'])
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .execute();

export interface NewRating {
  readonly appealId: string;
  readonly subject: RatingSubject;
  readonly score: number;
  readonly at: Date;
}

/** A later rating of the same thing replaces the earlier: people may change their mind. A thing comes once in a list. */
export async function recordRatings(tx: Writer, regionId: number, list: readonly NewRating[]): Promise<void> {
  if (list.length === 0) return;
  const rows = list.map((one) => ({
    region_id: regionId,
    appeal_id: one.appealId,
    subject: one.subject,
    score: one.score,
    at: one.at,
  }));
  await sql`insert into rating (region_id, appeal_id, subject, score, at)
    select region_id, appeal_id, subject, score, at from json_populate_recordset(null::rating, ${JSON.stringify(rows)}::json)
    on conflict (region_id, appeal_id, subject) do update set score = excluded.score, at = excluded.at`.execute(
    tx,
  );
}

export const recordRating = (tx: Writer, regionId: number, one: NewRating): Promise<void> =>
  recordRatings(tx, regionId, [one]);

export const correctedFields = ['kind', 'topic', 'place', 'responsible', 'incident'] as const;
export type CorrectedField = (typeof correctedFields)[number];

export interface Correction {
  readonly appealId: string;
  readonly field: CorrectedField;
  readonly was: string | null;
  readonly became: string | null;
  readonly modelVersion: string;
  readonly at: Date;
  readonly by: string;
}

/** What people corrected: models learn from it. */
export const recordCorrections = (tx: Writer, regionId: number, list: readonly Correction[]): Promise<void> =>
  insertRows(
    tx,
    'correction',
    list.map((one) => ({
      region_id: regionId,
      id: newId(one.at),
      appeal_id: one.appealId,
      field: one.field,
      was: one.was,
      became: one.became,
      model_version: one.modelVersion,
      at: one.at,
      by_staff: one.by,
    })),
  );

/** What people corrected of one case, in the order of time. */
export const correctionsOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('correction')
    .select(['field', 'at', 'by_staff'])
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('at')
    .orderBy('id')
    .execute();

export const countedEvents = ['received', 'answered', 'confirmed', 'disputed', 'overdue'] as const;
export type CountedEvent = (typeof countedEvents)[number];

export interface Counted {
  /** YYYY-MM-DD, local */
  readonly day: string;
  readonly event: CountedEvent;
  readonly municipalityId: number | null;
  readonly topic: string | null;
  readonly channel: string;
  readonly hasPlace: boolean;
}

/** Adds to the daily counts. One statement for a batch; facts of one key are added up first, in one order, so batches do not deadlock. */
export async function count(tx: Writer, regionId: number, events: readonly Counted[]): Promise<void> {
  const sums = new Map<string, { readonly one: Counted; n: number }>();
  for (const one of events) {
    const key = [
      one.day,
      one.event,
      one.municipalityId ?? 0,
      one.topic ?? '',
      one.channel,
      one.hasPlace,
    ].join('|');
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { one, n: 1 });
    else sum.n += 1;
  }
  if (sums.size === 0) return;
  const rows = [...sums.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { one, n }]) => ({
      region_id: regionId,
      day: one.day,
      event: one.event,
      municipality_id: one.municipalityId ?? 0,
      topic: one.topic ?? '',
      channel: one.channel,
      has_place: one.hasPlace,
      n,
    }));
  await sql`insert into daily_count (region_id, day, event, municipality_id, topic, channel, has_place, n)
    select region_id, day, event, municipality_id, topic, channel, has_place, n
    from json_populate_recordset(null::daily_count, ${JSON.stringify(rows)}::json)
    on conflict (region_id, day, event, municipality_id, topic, channel, has_place) do update set n = daily_count.n + excluded.n`.execute(
    tx,
  );
}
