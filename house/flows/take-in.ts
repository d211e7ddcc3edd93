import type { IncomingMessage } from '#kernel/channel.ts';
import type { Failure } from '#kernel/failures.ts';
import { isPossiblePoint, type Point } from '#kernel/place.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { keepPayloads } from '#flow/intake/acts/keep-payload.ts';
import {
  receiveMessages,
  type PreparedMessage,
  type Received,
  type ReceivingAccount,
} from '#flow/intake/acts/receive-messages.ts';
import { caseOfMessage } from '#flow/intake/queries/appeals.ts';
import { knownFiles } from '#flow/intake/queries/files.ts';
import { lockSubmission } from '#flow/intake/queries/messages.ts';
import { checkedText } from '#flow/intake/rules/text.ts';
import { recordSaidSame } from '#flow/understand/queries/said-same.ts';
import type { Sayer } from '#flow/understand/rules/duplicates.ts';
import { maskMessage } from '#flow/understand/rules/personal-data.ts';
import { addJob, addJobs } from '#store/jobs.ts';
import type { Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import type { Account, RegionKnowledge } from '../knowledge.ts';

export const receivingAccount = (account: Account, knowledge: RegionKnowledge): ReceivingAccount => ({
  regionId: account.regionId,
  id: account.id,
  regime: account.connector.traits.regime,
  threadIsOneCase: account.connector.traits.threadIsOneCase,
  yearOf: knowledge.time.yearOf,
  hidden: maskMessage,
});

/** Takes prepared messages in and writes the jobs that follow, in the same transaction. */
export async function takeIn(
  tx: Writer,
  account: Account,
  knowledge: RegionKnowledge,
  seals: Seals,
  prepared: readonly PreparedMessage[],
): Promise<Received> {
  const received = await receiveMessages(tx, receivingAccount(account, knowledge), prepared, seals);
  const regionId = account.regionId;
  if (received.registered.length > 0)
    await addJob(tx, 'carry_on', { regionId, appealIds: received.registered.map((one) => one.appealId) });
  await addJobs(
    tx,
    'read_addition',
    received.additions.map((one) => ({ payload: { regionId, ...one } })),
  );
  await addJobs(
    tx,
    'fetch_files',
    received.pendingFiles.map((one) => ({ payload: { regionId, ...one } })),
  );
  return received;
}

/** A message typed into a form of ours: the portal or the desk. */
export interface TypedMessage {
  /** The form's own key: the same key twice is the same message. */
  readonly key: string;
  readonly text: string;
  readonly point: Point | null;
  readonly address: string | null;
  readonly contact: string | null;
  readonly authorName: string | null;
  readonly files: readonly string[];
  /** The known problem it is said to be about. */
  readonly same?: { readonly incidentId: string; readonly by: Sayer } | null;
}

export interface TypedLimits {
  readonly textLength: number;
  readonly files: number;
}

export type TypedFailure =
  'text_empty' | 'text_too_long' | 'coordinates_impossible' | 'file_not_found' | 'too_many_files';

/**
 * Checks and takes in a message from a form. The words of a refused one are kept raw for an administrator all the same,
 * in a transaction of the caller that commits: nothing that reached us vanishes.
 */
export async function takeTyped(
  tx: Writer,
  account: Account,
  knowledge: RegionKnowledge,
  seals: Seals,
  typed: TypedMessage,
  limits: TypedLimits,
  at: Date,
): Promise<{
  readonly outcome: Result<
    { readonly appealId: string; readonly number: string; readonly isRepeat: boolean },
    TypedFailure
  >;
}> {
  const checked = await check(tx, account.regionId, typed, limits);
  const raw = {
    regionId: account.regionId,
    accountId: account.id,
    bytes: Buffer.from(JSON.stringify(typed)),
    at,
  } as const;
  if (!checked.ok) {
    await keepPayloads(tx, [{ ...raw, outcome: 'refused', detail: checked.failure.code }], seals);
    return { outcome: checked };
  }
  await keepPayloads(tx, [{ ...raw, outcome: 'taken', detail: null }], seals);
  const message = messageOf(typed, checked.value, at);
  const files = typed.files.map((hash) => ({ kind: 'kept', hash }) as const);
  await lockSubmission(tx, account.regionId, typed.key);
  const received = await takeIn(tx, account, knowledge, seals, [
    { message, files, receivedAt: at, address: typed.address, contact: typed.contact },
  ]);
  const [registered] = received.registered;
  if (registered !== undefined) {
    const { appealId } = registered;
    const { same = null } = typed;
    if (same !== null) await recordSaidSame(tx, account.regionId, { ...same, appealId, at });
    return { outcome: ok({ ...registered, isRepeat: false }) };
  }
  return {
    outcome: ok({ ...(await caseOfMessage(tx, account.regionId, account.id, typed.key)), isRepeat: true }),
  };
}

const messageOf = (typed: TypedMessage, text: string, at: Date): IncomingMessage => ({
  externalId: typed.key,
  threadKey: typed.key,
  address: {},
  isPublic: false,
  text,
  sentAt: at,
  author: { externalId: null, name: typed.authorName },
  files: [],
  point: typed.point,
  inReplyTo: null,
  namesCase: null,
  isAutomatic: false,
});

async function check(
  tx: Writer,
  regionId: number,
  typed: TypedMessage,
  limits: TypedLimits,
): Promise<Result<string, TypedFailure>> {
  const text = checkedText(typed.text, typed.files.length > 0, limits.textLength);
  if (!text.ok) return text;
  if (typed.point !== null && !isPossiblePoint(typed.point))
    return fail({ code: 'coordinates_impossible' } satisfies Failure);
  if (typed.files.length > limits.files) return fail({ code: 'too_many_files', limit: limits.files });
  const known = await knownFiles(tx, regionId, typed.files);
  const missing = typed.files.find((hash) => !known.has(hash));
  return missing === undefined ? text : fail({ code: 'file_not_found', file: missing });
}
