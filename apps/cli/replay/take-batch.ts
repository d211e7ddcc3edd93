import { keepPayloads, type RawInput } from '#flow/intake/acts/keep-payload.ts';
import { receiveMessages } from '#flow/intake/acts/receive-messages.ts';
import { takenBefore } from '#flow/intake/queries/messages.ts';
import { refusedBefore } from '#flow/intake/queries/refused.ts';
import type { Understood } from '#flow/understand/rules/understood.ts';
import { openedBy } from '#flow/work/queries/opened-by.ts';
import type { Point } from '#kernel/place.ts';
import { ok, type Result } from '#kernel/result.ts';
import { wholeRegion, withScope, type Db, type Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import { carryOn } from '#house/flows/carry-on.ts';
import { receivingAccount } from '#house/flows/take-in.ts';
import type { Account, RegionKnowledge } from '#house/knowledge.ts';
import type { ReadRow, Row } from './read-row.ts';
import type { Outcome } from './tally.ts';

/** Where messages go in. */
export interface Door {
  readonly db: Db;
  readonly seals: Seals;
  readonly account: Account;
  readonly knowledge: RegionKnowledge;
  readonly now: () => Date;
}

export interface BatchRow {
  readonly row: Row;
  readonly read: ReadRow;
  /** When the row came out of the file, on the clock of `performance.now()`. */
  readonly readAt: number;
}

/** What became of a batch, by the id of a message. */
export interface BatchDone {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Ids taken now, not by an earlier run. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Takes a batch in by one transaction: raw rows kept, messages received, cases carried on until they are open. Rows taken
 * by an earlier run are passed over and only looked up, so a run cut short anywhere is finished by the next one.
 */
export function takeBatch(
  door: Door,
  batch: readonly BatchRow[],
): Promise<Result<BatchDone, 'calendar_exhausted'>> {
  const { regionId } = door.account;
  return withScope(door.db, wholeRegion(regionId), async (tx) => {
    const messages = batch.flatMap(({ row, read }) => (read.kind === 'message' ? [{ row, read }] : []));
    const ids = messages.map(({ read }) => read.id);
    const before = await takenBefore(tx, regionId, door.account.id, ids);
    const fresh = messages.filter(({ read }) => !before.has(read.id));
    await keepRaw(tx, door, batch, fresh);
    const received = await receiveMessages(
      tx,
      receivingAccount(door.account, door.knowledge),
      fresh.map(({ read }) => read.prepared),
      door.seals,
    );
    const carried = await carryOn(
      tx,
      door.knowledge,
      door.seals,
      received.registered.map((one) => one.appealId),
      door.now(),
    );
    if (!carried.ok) return carried;
    const understood = new Map(carried.value.map((one) => [one.appealId, one]));
    const outcomes = new Map<string, Outcome>();
    for (const { externalId, appealId } of received.registered) {
      const one = understood.get(appealId);
      if (one !== undefined) outcomes.set(externalId, outcomeOf(one));
    }
    for (const one of await openedBy(tx, regionId, door.account.id, [...before.keys()])) {
      outcomes.set(one.external_id, {
        topic: one.topic,
        precision: one.place_precision,
        point: pointOf(one),
        isDuplicate: one.is_duplicate,
      });
    }
    return ok({ outcomes, taken: new Set(fresh.map(({ read }) => read.id)) });
  });
}

async function keepRaw(
  tx: Writer,
  { account, seals, now }: Door,
  batch: readonly BatchRow[],
  fresh: readonly { readonly row: Row }[],
): Promise<void> {
  const raw = (row: Row) => ({
    regionId: account.regionId,
    accountId: account.id,
    bytes: Buffer.from(JSON.stringify(row)),
    at: now(),
  });
  const refused = new Map(
    batch.flatMap(({ row, read }) =>
      read.kind === 'refused' ? [[`${read.why} ${read.id}`.slice(0, 200), row] as const] : [],
    ),
  );
  const kept = await refusedBefore(tx, account.regionId, account.id, [...refused.keys()]);
  const inputs: RawInput[] = fresh.map(({ row }) => ({ ...raw(row), outcome: 'taken', detail: null }));
  for (const [detail, row] of refused)
    if (!kept.has(detail)) inputs.push({ ...raw(row), outcome: 'refused', detail });
  await keepPayloads(tx, inputs, seals);
}

const outcomeOf = ({ topic, place, incident }: Understood): Outcome => ({
  topic,
  precision: place.precision,
  point: place.point,
  isDuplicate: incident !== null && !incident.isNew,
});

const pointOf = ({ lat, lon }: { readonly lat: number | null; readonly lon: number | null }): Point | null =>
  lat === null || lon === null ? null : { lat, lon };
