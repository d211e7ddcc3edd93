import { guessOwner, readOwnerModel, type OwnerModel } from '#flow/route/rules/owner-model.ts';
import type { Owner } from '#flow/route/rules/owner-roles.ts';
import { learnOwners, type EndedCase } from '#flow/route/training/learn-owners.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { decidePromotion, lackingFor, type Comparison, type Measured } from '../rules/promotion.ts';
import type { RetrainResult } from './retrain-topics.ts';

/** A case that ended, as it travels to where the learning is done. */
export interface TaughtEnding {
  readonly text: string;
  readonly topic: string | null;
  readonly place: string | null;
  readonly owner: string;
  /** When it was received, milliseconds. */
  readonly at: number;
}

export interface RetrainOwnersRequest {
  /** The model in force; `null`: none. */
  readonly inForce: Uint8Array | null;
  readonly owners: readonly Owner[];
  /** Oldest first, masked. */
  readonly cases: readonly TaughtEnding[];
  /** Milliseconds: cases from here on compare, those before teach. */
  readonly windowFrom: number;
  /** YYYY-MM-DD */
  readonly trainedOn: string;
}

type Ended = EndedCase & { readonly at: Date };

/**
 * Learns who answers for what from cases that ended and compares with the model in force on the newest ones, which neither has
 * seen; a region without a model is compared with knowing nothing. A candidate that wins learns once more, from all cases.
 */
export function retrainOwners(request: RetrainOwnersRequest): RetrainResult {
  const cases = request.cases.map(readEnding);
  const before = cases.filter(({ at }) => at.getTime() < request.windowFrom);
  const window = cases.slice(before.length);
  // A body that answered has looked at its case: every one was checked.
  const counts = { learnt: before.length, cases: window.length, checked: window.length };
  const lacking = lackingFor(counts);
  if (lacking.length > 0)
    return { counts, decision: { outcome: 'too_few', against: lacking }, comparison: null, model: null };
  const learn = (taught: readonly Ended[]) => {
    const { bytes, version } = learnOwners(taught, request.owners, { trainedOn: request.trainedOn });
    const learntUntil = taught.at(-1)?.at.getTime() ?? 0;
    return { bytes, version, learntFrom: { cases: taught.length }, learntUntil };
  };
  const candidate = learn(before);
  const comparison: Comparison = {
    from: new Date(request.windowFrom).toISOString(),
    to: (window.at(-1)?.at ?? new Date(request.windowFrom)).toISOString(),
    ...counts,
    candidate: measure(asModel(candidate.bytes), window),
    inForce: measure(inForceOf(request), window),
  };
  const decision = decidePromotion(comparison);
  return {
    counts,
    decision,
    comparison,
    model: decision.outcome === 'promoted' ? learn(cases) : candidate,
  };
}

const readEnding = ({ text, topic, place, owner, at }: TaughtEnding): Ended => ({
  words: readWords(text),
  owner,
  places: place === null ? [] : [place],
  topic,
  at: new Date(at),
});

const asModel = (bytes: Uint8Array): OwnerModel => readOwnerModel(bytes.slice().buffer);

/** Bytes this program cannot read are as good as none: routing does without them too. */
function inForceOf({ inForce }: RetrainOwnersRequest): OwnerModel | null {
  try {
    return inForce === null ? null : asModel(inForce);
  } catch {
    return null;
  }
}

/** How a model does on cases it has not seen; `null` names nobody. */
function measure(model: OwnerModel | null, cases: readonly EndedCase[]): Measured {
  const byTopic: Record<string, { n: number; right: number; said: number }> = {};
  const of = (owner: string) => (byTopic[owner] ??= { n: 0, right: 0, said: 0 });
  const sums = { right: 0, alone: 0, aloneRight: 0 };
  for (const { words, places, owner } of cases) {
    const judged = model === null ? null : guessOwner({ words, places }, model);
    const named = judged?.owners[0]?.key;
    const isRight = named === owner;
    const own = of(owner);
    own.n += 1;
    if (named !== undefined) of(named).said += 1;
    if (isRight) [own.right, sums.right] = [own.right + 1, sums.right + 1];
    if (judged?.isSure !== true) continue;
    sums.alone += 1;
    if (isRight) sums.aloneRight += 1;
  }
  return { version: model?.head.version ?? 'none', ...sums, byTopic };
}
