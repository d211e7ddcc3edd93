import type { AnswerAxis, MessageKind, ProblemState, Resolution } from '#kernel/appeal.ts';
import type { StoryStep } from './story.ts';

/** Where a case stands after its steps: our work, what the resident was told, what happened in the world. */
export interface Stand {
  readonly stage:
    'triage' | 'assigned' | 'in_work' | 'clarifying' | 'on_approval' | 'answered' | 'closed' | 'declined';
  readonly answer: AnswerAxis;
  /** `null`: not a problem. */
  readonly problem: ProblemState | null;
}

const stageAfter: Readonly<Partial<Record<StoryStep['do'], Stand['stage']>>> = {
  assign: 'assigned',
  start: 'in_work',
  send_back: 'triage',
  ask: 'clarifying',
  reply: 'in_work',
  submit: 'on_approval',
  return_draft: 'in_work',
  answer_interim: 'in_work',
  answer_final: 'answered',
  confirm: 'closed',
  dispute: 'in_work',
  close_unconfirmed: 'closed',
  close_not_needed: 'closed',
  decline: 'declined',
  reopen: 'triage',
  withdraw: 'closed',
};

const problemAfter: Readonly<Record<Resolution, ProblemState | null>> = {
  fixed: 'fixed_reported',
  partly_fixed: 'in_work',
  scheduled: 'scheduled',
  explained: null,
  refused: 'refused',
  forwarded: 'outside_powers',
};

/** Only what was declared can be disputed or verified. */
const disputable = new Set<ProblemState>([
  'fixed_reported',
  'fixed_confirmed',
  'verified_on_site',
  'refused',
  'outside_powers',
  'disputed',
]);

/** Replays the steps. */
export function standAfter(kind: MessageKind, steps: readonly StoryStep[]): Stand {
  let stage: Stand['stage'] = 'triage';
  let answer: AnswerAxis = 'none';
  let problem: ProblemState = 'unconfirmed';
  let resolution: Resolution | null = null;
  for (const step of steps) {
    stage = stageAfter[step.do] ?? stage;
    if (step.do === 'submit') resolution = step.answer.resolution;
    if (step.do === 'answer_interim') answer = answer === 'final' ? 'final' : 'interim';
    if (step.do === 'start' && problem === 'unconfirmed') problem = 'in_work';
    if (step.do === 'answer_final') {
      answer = 'final';
      problem = resolution === null ? problem : (problemAfter[resolution] ?? problem);
    }
    if (step.do === 'confirm' && problem === 'fixed_reported') problem = 'fixed_confirmed';
    if (step.do === 'dispute' && disputable.has(problem)) problem = 'disputed';
    if (step.do === 'verify' && disputable.has(problem))
      problem = step.isFixed ? 'verified_on_site' : 'disputed';
  }
  return { stage, answer, problem: kind === 'problem' ? problem : null };
}
