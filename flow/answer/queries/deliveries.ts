import { sql, type Selectable } from 'kysely';
import type { SendOutcome } from '#kernel/channel.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Database } from '#store/schema.gen.ts';
import type { AfterAttempt, DeliveryPurpose, DeliveryState } from '../rules/delivery.ts';

export type DeliveryRow = Selectable<Database['delivery']>;

export interface NewDelivery {
  readonly id: string;
  readonly appealId: string;
  readonly answerId: string | null;
  readonly purpose: DeliveryPurpose;
  readonly text: string;
  readonly at: Date;
}

export const addDeliveries = (tx: Writer, regionId: number, list: readonly NewDelivery[]): Promise<void> =>
  insertRows(
    tx,
    'delivery',
    list.map((one) => ({
      region_id: regionId,
      id: one.id,
      appeal_id: one.appealId,
      answer_id: one.answerId,
      purpose: one.purpose,
      text: one.text,
      state: 'pending',
      created_at: one.at,
    })),
  );

/** A letter whose attempts are over: how each ended, and how it stands after the last. */
export interface PastDelivery extends NewDelivery {
  readonly attempts: readonly {
    readonly at: Date;
    readonly outcome: SendOutcome['kind'];
    readonly detail: string | null;
  }[];
  readonly after: AfterAttempt;
  /** Whoever carried it by hand. */
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
}

export async function addPastDeliveries(
  tx: Writer,
  regionId: number,
  list: readonly PastDelivery[],
): Promise<void> {
  await insertRows(
    tx,
    'delivery',
    list.map((one) => ({
      region_id: regionId,
      id: one.id,
      appeal_id: one.appealId,
      answer_id: one.answerId,
      purpose: one.purpose,
      text: one.text,
      state: one.settledAt === null ? one.after.state : ('sent' as const),
      attempts: one.attempts.length,
      claimed_at: one.attempts.at(-1)?.at ?? null,
      next_at: one.after.retryAt,
      external_id: one.after.externalId,
      detail: one.settledBy === null ? one.after.detail : 'sent_by_hand',
      created_at: one.at,
      settled_at: one.settledAt,
      settled_by: one.settledBy,
    })),
  );
  await insertRows(
    tx,
    'delivery_attempt',
    list.flatMap((one) =>
      one.attempts.map((attempt, index) => ({
        region_id: regionId,
        delivery_id: one.id,
        attempt: index + 1,
        at: attempt.at,
        outcome: attempt.outcome,
        detail: attempt.detail,
      })),
    ),
  );
}

/**
 * Claims a delivery for one attempt. Only a waiting one is given: whoever claims first sends, nobody sends twice.
 * `null`: settled, waits for its time, or somebody else is sending it.
 */
export async function claimDelivery(
  tx: Writer,
  regionId: number,
  deliveryId: string,
  at: Date,
): Promise<DeliveryRow | null> {
  const row = await tx
    .updateTable('delivery')
    .set((eb) => ({ state: 'sending', claimed_at: at, attempts: eb('attempts', '+', 1), next_at: null }))
    .where('region_id', '=', regionId)
    .where('id', '=', deliveryId)
    .where('state', 'in', ['pending', 'retry'])
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** An answer the channel does not take gets a page of its own, so that there is something to point at. */
const opensPage = (row: DeliveryRow, state: DeliveryState): boolean =>
  row.answer_id !== null && (state === 'undeliverable' || state === 'manual');

/** Records what became of a claimed attempt. */
export async function recordAttempt(
  tx: Writer,
  row: DeliveryRow,
  after: AfterAttempt,
  outcome: SendOutcome['kind'],
  at: Date,
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({
      state: after.state,
      detail: after.detail,
      next_at: after.retryAt,
      external_id: after.externalId,
      settled_at: after.state === 'sent' ? at : null,
      fallback: row.fallback || opensPage(row, after.state),
    })
    .where('region_id', '=', row.region_id)
    .where('id', '=', row.id)
    .where('state', '=', 'sending')
    .execute();
  await insertRows(
    tx,
    'delivery_attempt',
    [
      {
        region_id: row.region_id,
        delivery_id: row.id,
        attempt: row.attempts,
        at,
        outcome,
        detail: after.detail,
      },
    ],
    'skip',
  );
}

export const lockDelivery = (
  tx: Writer,
  regionId: number,
  deliveryId: string,
): Promise<DeliveryRow | undefined> =>
  tx
    .selectFrom('delivery')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('id', '=', deliveryId)
    .forUpdate()
    .executeTakeFirst();

export async function setDeliveryState(
  tx: Writer,
  row: DeliveryRow,
  set: {
    readonly state: DeliveryState;
    readonly settledAt: Date | null;
    readonly settledBy: string | null;
    readonly detail: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({
      state: set.state,
      settled_at: set.settledAt,
      settled_by: set.settledBy,
      detail: set.detail,
      next_at: null,
      fallback: row.fallback || opensPage(row, set.state),
    })
    .where('region_id', '=', row.region_id)
    .where('id', '=', row.id)
    .execute();
}

export const deliveriesOf = (db: Db | Writer, regionId: number, appealId: string): Promise<DeliveryRow[]> =>
  db
    .selectFrom('delivery')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('created_at')
    .execute();

/** A delivery by what the channel called it: for bounces. */
export const deliveryByExternalId = (tx: Writer, regionId: number, accountId: number, externalId: string) =>
  tx
    .selectFrom('delivery as d')
    .innerJoin('appeal as a', (join) =>
      join.onRef('a.region_id', '=', 'd.region_id').onRef('a.id', '=', 'd.appeal_id'),
    )
    .selectAll('d')
    .where('d.region_id', '=', regionId)
    .where('d.external_id', '=', externalId)
    // A mailbox carries letters of portal cases too, so its own cases come first and are not the only ones.
    .orderBy(sql`a.account_id = ${accountId}`, 'desc')
    .executeTakeFirst();

/** Attempts claimed long ago by a program that did not live to record them: nobody knows whether they arrived. */
export async function abandonedClaims(tx: Writer, regionId: number, before: Date): Promise<string[]> {
  const rows = await sql<{
    id: string;
  }>`select id from delivery where region_id = ${regionId} and state = 'sending' and claimed_at < ${before} and settled_at is null`.execute(
    tx,
  );
  return rows.rows.map((row) => row.id);
}

/** What deliveries wait for a person, counted up to `limit`. */
export async function countWaiting(db: Db | Writer, regionId: number, limit: number): Promise<number> {
  const rows = await sql<{
    n: number;
  }>`select count(*) as n from (select 1 from delivery where region_id = ${regionId} and settled_at is null
    and state in ('uncertain', 'undeliverable', 'misconfigured', 'manual') limit ${limit}) x`.execute(db);
  return rows.rows[0]?.n ?? 0;
}

/** Cases with a delivery that waits for a person. */
export async function casesWithStuckDeliveries(db: Db | Writer, regionId: number): Promise<string[]> {
  const rows = await sql<{
    appeal_id: string;
  }>`select distinct appeal_id from delivery where region_id = ${regionId} and settled_at is null
    and state in ('uncertain', 'undeliverable', 'misconfigured', 'manual')`.execute(db);
  return rows.rows.map((row) => row.appeal_id);
}
