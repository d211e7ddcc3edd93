import type { KindState, MessageKind, Resolution } from '#kernel/appeal.ts';

/** What a final answer says about a suggestion. «Частично» stands for "supported, not done yet". */
const suggestionAfter: Readonly<Record<Resolution, KindState>> = {
  fixed: 'done',
  partly_fixed: 'supported',
  scheduled: 'planned',
  explained: 'considered',
  refused: 'not_supported',
  forwarded: 'considered',
};

/**
 * The second axis of a case that is not a problem, after a final answer with this resolution; `null` for a problem, whose
 * axis lives on its incident, and for what is not a case.
 */
export function kindStateAfter(kind: MessageKind, resolution: Resolution): KindState | null {
  switch (kind) {
    case 'suggestion':
      return suggestionAfter[resolution];
    case 'question':
      return 'explained';
    case 'thanks':
      return 'passed_on';
    case 'problem':
    case 'not_a_problem':
    case 'spam':
      return null;
  }
}
