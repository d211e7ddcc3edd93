import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import type { ReturnReason } from '../rules/draft.ts';
import {
  addReviews,
  lockAnswerVersions,
  setAnswerStates,
  type AnswerRow,
  type AnswerStep,
  type NewReview,
} from '../queries/answers.ts';

type StepFailure = 'answer_not_found' | 'stale_version' | 'move_not_allowed';
type Stepped = Result<AnswerRow, StepFailure>;

/** Which draft, as the person saw it, and when. */
interface Asked {
  readonly appealId: string;
  readonly answerVersion: number;
  readonly at: Date;
}

interface StepRule<Request> {
  readonly from: readonly AnswerRow['state'][];
  readonly set: (request: Request) => AnswerStep['set'];
  readonly review: (request: Request) => Omit<NewReview, 'row' | 'at'> | null;
}

/** One step of many drafts: each in the version the person saw and from the right state, or refused and left as it is. */
async function step<Request extends Asked>(
  tx: Writer,
  regionId: number,
  requests: readonly Request[],
  rule: StepRule<Request>,
): Promise<readonly Stepped[]> {
  if (requests.length === 0) return [];
  const found = await lockAnswerVersions(tx, regionId, requests);
  const steps: AnswerStep[] = [];
  const reviews: NewReview[] = [];
  const refused = requests.map((request, index): Stepped | null => {
    const one = found[index];
    if (one === undefined) throw new Error('a draft was asked about and not looked for');
    if (!one.ok) return one;
    const set = rule.set(request);
    if (!rule.from.includes(one.value.state))
      return fail({ code: 'move_not_allowed', from: one.value.state, to: set.state });
    steps.push({ row: one.value, at: request.at, set });
    const review = rule.review(request);
    if (review !== null) reviews.push({ row: one.value, at: request.at, ...review });
    return null;
  });
  const after = (await setAnswerStates(tx, steps)).values();
  await addReviews(tx, reviews);
  return refused.map((failure) => failure ?? next(after));
}

function next(after: Iterator<AnswerRow>): Stepped {
  const one = after.next();
  if (one.done === true) throw new Error('a step has no answer');
  return ok(one.value);
}

async function only<T>(list: Promise<readonly T[]>): Promise<T> {
  const [one] = await list;
  if (one === undefined) throw new Error('a list of one gave no answer');
  return one;
}

/** The writers say that their drafts are ready. */
export const submitDrafts = (
  tx: Writer,
  regionId: number,
  requests: readonly Asked[],
): Promise<readonly Stepped[]> =>
  step(tx, regionId, requests, {
    from: ['draft', 'returned'],
    set: ({ at }) => ({ state: 'on_approval', submitted_at: at }),
    review: () => null,
  });

export const submitDraft = (tx: Writer, regionId: number, request: Asked): Promise<Stepped> =>
  only(submitDrafts(tx, regionId, [request]));

export interface Approval extends Asked {
  /** `null` where the topic's answers go out at once. */
  readonly by: string | null;
}

/** Approves submitted words as they are; nobody edits them on the way. */
export const approveDrafts = (
  tx: Writer,
  regionId: number,
  requests: readonly Approval[],
): Promise<readonly Stepped[]> =>
  step(tx, regionId, requests, {
    from: ['on_approval'],
    set: ({ at, by }) => ({
      state: 'approved',
      approved_at: at,
      approved_by: by,
      without_review: by === null,
    }),
    review: ({ by }) => (by === null ? null : { by, decision: 'approved', reason: null, note: null }),
  });

export const approveDraft = (tx: Writer, regionId: number, request: Approval): Promise<Stepped> =>
  only(approveDrafts(tx, regionId, [request]));

export interface Return extends Asked {
  readonly by: string;
  readonly reason: ReturnReason;
  readonly note: string | null;
}

/** Returns drafts, each with a reason from the list; "other" needs words. */
export async function returnDrafts(
  tx: Writer,
  regionId: number,
  requests: readonly Return[],
): Promise<readonly Result<AnswerRow, StepFailure | 'reason_required'>[]> {
  const hasReason = ({ reason, note }: Return): boolean => reason !== 'other' || (note ?? '').trim() !== '';
  const returned = await step(tx, regionId, requests.filter(hasReason), {
    from: ['on_approval'],
    set: () => ({ state: 'returned' }),
    review: ({ by, reason, note }) => ({ by, decision: 'returned', reason, note }),
  });
  const results = returned.values();
  return requests.map((request) =>
    hasReason(request) ? results.next().value! : fail({ code: 'reason_required' }),
  );
}

export const returnDraft = (
  tx: Writer,
  regionId: number,
  request: Return,
): Promise<Result<AnswerRow, StepFailure | 'reason_required'>> => only(returnDrafts(tx, regionId, [request]));
