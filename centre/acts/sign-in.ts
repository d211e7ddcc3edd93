import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { fail, ok, type Result } from '#kernel/result.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import { findByLogin } from '../queries/people.ts';
import {
  closeSession,
  countFailure,
  findSession,
  forgetFailures,
  openSession,
  readAttempts,
  touchSession,
} from '../queries/sessions.ts';
import { isForgotten, waitSeconds } from '../rules/throttle.ts';

/** A session lives this long after it was last used. */
export const SESSION_HOURS = 12;
const SESSION_MS = SESSION_HOURS * 3_600_000;
/** A session's life is prolonged at most this often. */
const TOUCH_MS = 300_000;

/** argon2id with 19 MiB and two passes (OWASP password storage). */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Verified when there is no such login, so that both answers take the same time. */
let nobody: Promise<string> | undefined;

export interface SignIn {
  readonly regionId: number;
  readonly login: string;
  readonly password: string;
  /** Network address of the asker, for the throttle only. */
  readonly from: string;
  readonly at: Date;
}

/**
 * Opens a session. Wrong passwords are counted by login and by address and made to wait.
 * The count must outlive the refusal, so failures are returned wrapped: the transaction commits either way.
 */
export async function signIn(
  tx: Writer,
  seals: Seals,
  request: SignIn,
): Promise<{
  readonly outcome: Result<
    { readonly token: string; readonly staffId: string },
    'wrong_credentials' | 'too_many_attempts'
  >;
}> {
  const login = request.login.trim().toLowerCase();
  const keys = [`login:${login}`, `from:${request.from}`].map((key) => seals.fingerprint('sign_in', key));
  const attempts: Awaited<ReturnType<typeof readAttempts>>[] = [];
  for (const key of keys) attempts.push(await readAttempts(tx, request.regionId, key));
  // Many people share one address, so it is given more room than a login.
  const waits = attempts.map((one, index) =>
    one === undefined ? 0 : waitSeconds(one.failures - (index === 0 ? 0 : 20), one.last_at, request.at),
  );
  const wait = Math.max(...waits);
  if (wait > 0) return { outcome: fail({ code: 'too_many_attempts', retryAfterSeconds: wait }) };

  const found = await findByLogin(tx, request.regionId, login);
  nobody ??= hashPassword(randomBytes(12).toString('hex'));
  const isRight = await verify(found?.password_hash ?? (await nobody), request.password);
  if (found === undefined || !isRight || found.disabled_at !== null) {
    for (const [index, key] of keys.entries()) {
      const before = attempts[index];
      await countFailure(
        tx,
        request.regionId,
        key,
        before !== undefined && isForgotten(before.last_at, request.at),
        request.at,
      );
    }
    return { outcome: fail({ code: 'wrong_credentials' }) };
  }
  await forgetFailures(tx, request.regionId, keys[0]!);
  const token = randomBytes(24).toString('base64url');
  await openSession(tx, request.regionId, {
    idHash: seals.fingerprint('session', token),
    staffId: found.id,
    at: request.at,
    expiresAt: new Date(request.at.getTime() + SESSION_MS),
  });
  await audit(tx, request.regionId, [
    { at: request.at, actor: found.id, action: 'signed_in', subjectKind: 'staff', subjectId: found.id },
  ]);
  return { outcome: ok({ token, staffId: found.id }) };
}

/** Whose session it is, or `null`; prolongs it while it is used. */
export async function readSession(
  tx: Writer,
  seals: Seals,
  regionId: number,
  token: string,
  now: Date,
): Promise<string | null> {
  const idHash = seals.fingerprint('session', token);
  const session = await findSession(tx, regionId, idHash, now);
  if (session === undefined) return null;
  if (now.getTime() - session.seen_at.getTime() > TOUCH_MS)
    await touchSession(tx, regionId, idHash, now, new Date(now.getTime() + SESSION_MS));
  return session.staff_id;
}

export const signOut = async (tx: Writer, seals: Seals, regionId: number, token: string): Promise<void> => {
  await closeSession(tx, regionId, seals.fingerprint('session', token));
};
