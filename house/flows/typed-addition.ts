import { addToCase, type TypedAddition } from '#flow/intake/acts/add-to-case.ts';
import { keepPayloads } from '#flow/intake/acts/keep-payload.ts';
import { addFiles, knownFiles, type KeptFile } from '#flow/intake/queries/files.ts';
import { checkedText } from '#flow/intake/rules/text.ts';
import { confirmationsOf } from '#flow/learn/queries/outcomes.ts';
import { readState } from '#flow/work/queries/states.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { addJob } from '#store/jobs.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import { ownAccount, type RegionKnowledge } from '../knowledge.ts';
import { readAddition, recordVerdict, withdrawOrObject } from './residents.ts';
import type { TypedLimits } from './take-in.ts';

/** What the author of a case typed on its page, with the photos they chose. */
export interface Typed extends TypedAddition {
  readonly photos: readonly KeptFile[];
}

type Refusal = 'text_empty' | 'text_too_long' | 'file_not_found' | 'too_many_files';
export type Stored = { readonly messageId: string; readonly isRepeat: boolean };

/** Stores a message of a known case. Its raw words are kept either way, also when it is refused. */
export async function storeTyped(
  app: App,
  knowledge: RegionKnowledge,
  typed: Typed,
  limits: TypedLimits,
): Promise<Result<Stored, Refusal>> {
  const regionId = knowledge.region.id;
  const account = ownAccount(knowledge, 'portal_form');
  const { outcome } = await withScope(app.db, wholeRegion(regionId), async (tx) => {
    await addFiles(tx, regionId, typed.photos, typed.at);
    const files = [...typed.files, ...typed.photos.map((photo) => photo.hash)];
    const checked = checkedText(typed.text, files.length > 0, limits.textLength);
    const known = await knownFiles(tx, regionId, files);
    const missing = files.find((hash) => !known.has(hash));
    const refused = !checked.ok
      ? checked
      : files.length > limits.files
        ? fail({ code: 'too_many_files', limit: limits.files })
        : missing === undefined
          ? null
          : fail({ code: 'file_not_found', file: missing });
    const { appealId, key, text } = typed;
    const raw = {
      regionId,
      accountId: account.id,
      bytes: Buffer.from(JSON.stringify({ appealId, key, text, files })),
      at: typed.at,
    } as const;
    if (refused !== null) {
      await keepPayloads(tx, [{ ...raw, outcome: 'refused', detail: refused.failure.code }], app.seals);
      return { outcome: refused };
    }
    await keepPayloads(tx, [{ ...raw, outcome: 'taken', detail: null }], app.seals);
    const words = checked.ok ? checked.value : typed.text;
    const stored = await addToCase(tx, regionId, account.id, { ...typed, text: words, files }, app.seals);
    return { outcome: ok(stored) };
  });
  return outcome;
}

/** A further message of a case: stored first, then read as a reply, a verdict or a word to whoever holds the case. */
export async function addTyped(
  app: App,
  knowledge: RegionKnowledge,
  typed: Typed,
  limits: TypedLimits,
): Promise<Result<Stored, Refusal>> {
  const stored = await storeTyped(app, knowledge, typed, limits);
  if (stored.ok && !stored.value.isRepeat) await readStored(app, knowledge, typed, stored.value.messageId);
  return stored;
}

/** The message is safe already: what cannot be read now is read by the worker. A case nobody has opened yet has nothing to move. */
async function readStored(
  app: App,
  knowledge: RegionKnowledge,
  { appealId, at }: Typed,
  messageId: string,
): Promise<void> {
  const regionId = knowledge.region.id;
  const read = await withScope(app.db, wholeRegion(regionId), async (tx) => {
    const state = await readState(tx, regionId, appealId);
    if (state === undefined) return ok(null);
    return readAddition(tx, knowledge, app.seals, { appealId, messageId, at });
  });
  if (read.ok) return;
  app.log.warn({ event: 'addition_waits', code: read.failure.code, appealId });
  await withScope(app.db, wholeRegion(regionId), (tx) =>
    addJob(tx, 'read_addition', { regionId, appealId, messageId }),
  );
}

/**
 * "It is not fixed", with words and photos: the case goes back to work. Where it no longer can, the words stay in the case
 * as a message (`isWritten`).
 */
export async function disputeTyped(
  app: App,
  knowledge: RegionKnowledge,
  typed: Typed,
  limits: TypedLimits,
): Promise<Result<{ readonly isWritten: boolean }, Refusal>> {
  const { appealId, at } = typed;
  return moveWithWords(app, knowledge, typed, limits, async (tx, messageId) => {
    const before = await confirmationsOf(tx, knowledge.region.id, appealId);
    if (before.some((one) => one.message_id === messageId)) return ok(null);
    const reason = typed.text.trim();
    return recordVerdict(tx, knowledge, { appealId, isFixed: false, reason, messageId, at });
  });
}

/** The author says why a declined case should be taken after all. */
export const objectTyped = (
  app: App,
  knowledge: RegionKnowledge,
  typed: Typed,
  limits: TypedLimits,
): Promise<Result<{ readonly isWritten: boolean }, Refusal>> =>
  moveWithWords(app, knowledge, typed, limits, (tx) =>
    withdrawOrObject(tx, knowledge, {
      appealId: typed.appealId,
      action: 'object',
      reason: typed.text.trim(),
      at: typed.at,
    }),
  );

async function moveWithWords(
  app: App,
  knowledge: RegionKnowledge,
  typed: Typed,
  limits: TypedLimits,
  move: (tx: Writer, messageId: string) => ReturnType<typeof recordVerdict>,
): Promise<Result<{ readonly isWritten: boolean }, Refusal>> {
  const stored = await storeTyped(app, knowledge, typed, limits);
  if (!stored.ok) return stored;
  const { messageId, isRepeat } = stored.value;
  const moved = await withScope(app.db, wholeRegion(knowledge.region.id), (tx) => move(tx, messageId));
  // A repeat finds its own move done: that is no refusal.
  if (moved.ok || isRepeat) return ok({ isWritten: false });
  await readStored(app, knowledge, typed, messageId);
  return ok({ isWritten: true });
}
