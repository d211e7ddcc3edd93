import type { Db, Writer } from '#store/connection.ts';

export const openSession = (
  tx: Writer,
  regionId: number,
  session: { idHash: Buffer; staffId: string; at: Date; expiresAt: Date },
) =>
  tx
    .insertInto('staff_session')
    .values({
      region_id: regionId,
      id_hash: session.idHash,
      staff_id: session.staffId,
      created_at: session.at,
      seen_at: session.at,
      expires_at: session.expiresAt,
    })
    .execute();

export const findSession = (tx: Db | Writer, regionId: number, idHash: Buffer, now: Date) =>
  tx
    .selectFrom('staff_session')
    .select(['staff_id', 'seen_at'])
    .where('region_id', '=', regionId)
    .where('id_hash', '=', idHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();

export const touchSession = (tx: Writer, regionId: number, idHash: Buffer, now: Date, expiresAt: Date) =>
  tx
    .updateTable('staff_session')
    .set({ seen_at: now, expires_at: expiresAt })
    .where('region_id', '=', regionId)
    .where('id_hash', '=', idHash)
    .execute();

export const closeSession = (tx: Writer, regionId: number, idHash: Buffer) =>
  tx.deleteFrom('staff_session').where('region_id', '=', regionId).where('id_hash', '=', idHash).execute();

export const dropExpiredSessions = (tx: Writer, regionId: number, now: Date) =>
  tx.deleteFrom('staff_session').where('region_id', '=', regionId).where('expires_at', '<=', now).execute();

/** Failed sign-ins of one login or one address. */
export const readAttempts = (tx: Db | Writer, regionId: number, keyHash: Buffer) =>
  tx
    .selectFrom('sign_in_attempt')
    .select(['failures', 'last_at'])
    .where('region_id', '=', regionId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();

/** One more failure, or the first after long. It is added in the database: guesses made all at once are counted all. */
export const countFailure = (tx: Writer, regionId: number, keyHash: Buffer, isFirst: boolean, at: Date) =>
  tx
    .insertInto('sign_in_attempt')
    .values({ region_id: regionId, key_hash: keyHash, failures: 1, last_at: at })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'key_hash']).doUpdateSet((eb) => ({
        failures: isFirst ? 1 : eb('sign_in_attempt.failures', '+', 1),
        last_at: at,
      })),
    )
    .execute();

export const forgetFailures = (tx: Writer, regionId: number, keyHash: Buffer) =>
  tx
    .deleteFrom('sign_in_attempt')
    .where('region_id', '=', regionId)
    .where('key_hash', '=', keyHash)
    .execute();
