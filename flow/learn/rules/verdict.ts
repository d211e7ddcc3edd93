import { fail, ok, type Result } from '#kernel/result.ts';
import { asksConfirmation } from '#flow/work/rules/problem.ts';
import type { Stage } from '#flow/work/rules/lifecycle.ts';
import type { MessageKind, Resolution } from '#kernel/appeal.ts';

/** What the resident says about the fix. */
export const verdicts = ['fixed', 'not_fixed'] as const;
export type Verdict = (typeof verdicts)[number];

/** What is recorded: the same, or that the term ended in silence. */
export const confirmationOutcomes = [...verdicts, 'no_reply'] as const;
export type ConfirmationOutcome = (typeof confirmationOutcomes)[number];

export const ratingSubjects = ['answer', 'fix'] as const;
export type RatingSubject = (typeof ratingSubjects)[number];

const yes =
  /^(да|ага|исправ|устран|почин|убра|сделал|все (хорошо|исправ|убра|сделал|починил)|всё|подтвержда|решен|решили|спасибо,? (все|да|убра|исправ|починил|сделал))/u;
const no =
  /^(нет|неа|не исправ|не устран|не убра|не почин|не сделал|не решен|ничего не|никто|все (так же|осталось|по[- ]прежнему|еще)|по[- ]прежнему|до сих пор|опять|снова|обман|вран|ложь)/u;
const doubt = /(но |однако|только |частично|не до конца|не полностью)/u;

/**
 * A short reply in a chat read as "is it really gone?". Only an unmistakable beginning counts; anything longer or doubtful
 * is left to a person (`null`), and silence is never consent.
 */
export function readVerdict(reply: string): Verdict | null {
  const text = reply
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[!.,)(:;]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (text.length > 160) return null;
  if (no.test(text)) return 'not_fixed';
  if (yes.test(text) && !doubt.test(text) && !/ не /u.test(` ${text} `)) return 'fixed';
  return null;
}

/** Whether this case waits for (or still admits) the resident's word about the fix. */
export function canConfirm(
  kind: MessageKind,
  stage: Stage,
  resolution: Resolution | null,
): Result<true, 'nothing_to_confirm'> {
  // A promise is asked about on its day; a fix that came earlier may be confirmed earlier.
  const isPromised = kind === 'problem' && resolution === 'scheduled';
  const isAsked =
    stage === 'answered' && resolution !== null && (isPromised || asksConfirmation(kind, resolution));
  return isAsked ? ok(true) : fail({ code: 'nothing_to_confirm' });
}

/** Days the resident has to say whether it is really gone. */
export const CONFIRMATION_DAYS = 14;
