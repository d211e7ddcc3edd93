import { workingMinutesBetween } from '#kernel/time/working-time.ts';
import type { Point } from '#kernel/place.ts';
import { answerDeadline } from '../views/answer-due.ts';
import { confirmUntil, dangerIn, kindOf, rightsOf, type OwnCase } from '../views/own-case.ts';
import type { CaseFacts } from '../views/case-facts.ts';
import { holderNow, toldTopic } from '../views/handed-over.ts';
import { historyOf } from './case-history-view.ts';
import { holderAt } from './holder.ts';
import { casePhotoAddress } from './pages/addresses.ts';
import type { AnswerView, CaseStep, CaseView, Limits, Photo, ProblemView } from './pages/views.ts';
import type { Visit } from './visit.ts';

/** What the page is told besides the case itself. */
export interface CaseSurroundings {
  readonly secret: string;
  readonly submissionKey: string;
  readonly limits: Limits;
  readonly done: CaseView['done'];
  readonly refused: CaseView['refused'];
}

/** The page of a case from its facts. A message nobody has read yet is shown too: received, being checked. */
export function caseView(visit: Visit, own: OwnCase, around: CaseSurroundings): CaseView {
  const { appeal, facts, messages } = own;
  const photoOf = (hash: string): Photo => {
    const src = casePhotoAddress(visit.site.base, appeal.number, around.secret, hash);
    return { src, thumb: `${src}?size=thumb` };
  };
  const [first] = messages;
  const rights = rightsOf(own);
  const state = facts?.state;
  const topic = facts === null ? undefined : visit.knowledge.topics.get(toldTopic(facts) ?? '');
  return {
    site: visit.site,
    number: appeal.number,
    registeredAt: appeal.received_at,
    kind: facts === null ? 'problem' : kindOf(facts),
    text: first?.text ?? '',
    photos: ownPhotos(own, first?.id ?? null).map(photoOf),
    place: state?.place_label ?? own.givenAddress ?? pointWords(givenPoint(own)),
    topic: topic?.name[visit.site.language] ?? null,
    step: stepOf(own),
    withdrawnAt: state?.closed_as === 'withdrawn' ? state.stage_since : null,
    declined: state?.declined_as ?? null,
    body: bodyOf(visit, facts),
    due: dueOf(visit, facts),
    problem: facts === null ? null : problemOf(facts, visit),
    kindState: facts?.state.kind_state ?? null,
    neighbours: own.neighbours,
    question: questionOf(visit, facts),
    answers: facts === null ? [] : answersIn(visit, facts, photoOf),
    history: historyOf(visit, own, photoOf),
    confirmUntil: facts === null ? null : confirmUntil(facts),
    mayReopen: rights.dispute && state?.stage === 'closed',
    mayObject: rights.object,
    mayRate: { answer: rights.rateAnswer, fix: rights.rateFix },
    rating: facts === null || facts.ratings.length === 0 ? null : ratingsIn(facts),
    mayWrite: rights.write && state?.stage !== 'clarifying',
    mayWithdraw: rights.withdraw,
    danger: (state?.danger_level ?? dangerIn(first?.text ?? '')) === 'emergency',
    ...around,
  };
}

/** Photos of the first message, or those no message brought. */
const ownPhotos = ({ files }: OwnCase, messageId: string | null): string[] =>
  files
    .filter((file) => file.side === 'resident' && (file.message_id === null || file.message_id === messageId))
    .map((file) => file.hash);

function stepOf({ facts }: OwnCase): CaseStep {
  if (facts === null) return 'checking';
  switch (facts.state.stage) {
    case 'triage':
      return 'checking';
    case 'assigned':
      return 'forwarded';
    case 'in_work':
    case 'clarifying':
    case 'on_approval':
      return 'in_work';
    case 'answered':
      return rightsOf({ facts }).confirm ? 'fixed' : 'answered';
    case 'closed':
      return facts.state.closed_as === 'confirmed' ? 'fixed' : 'answered';
    case 'declined':
      return 'answered';
  }
}

function bodyOf({ knowledge }: Visit, facts: CaseFacts | null): CaseView['body'] {
  const holder = facts === null ? null : holderNow(facts);
  const body = holder === null ? undefined : knowledge.bodies.get(holder.id);
  return holder === null || body === undefined ? null : { name: body.name, since: holder.since };
}

function dueOf({ knowledge, at }: Visit, facts: CaseFacts | null): CaseView['due'] {
  if (facts === null) return { kind: 'unknown' };
  const { stage } = facts.state;
  if (stage === 'answered' || stage === 'closed' || stage === 'declined') return { kind: 'answered' };
  const { clocks, schedule } = knowledge.route.clockwork;
  const deadline = answerDeadline(facts.deadlines, clocks);
  if (deadline === null) return { kind: 'unknown' };
  if (deadline.paused_at !== null) return { kind: 'paused' };
  const left = workingMinutesBetween(schedule, at, deadline.due_at);
  const minutes = left.ok ? left.value : (deadline.due_at.getTime() - at.getTime()) / 60_000;
  return { kind: 'running', at: deadline.due_at, workingMinutesLeft: Math.floor(minutes) };
}

/** A calendar day as an instant of that day in the region. */
export const dayInstant = (date: string, { knowledge }: Pick<Visit, 'knowledge'>): Date =>
  knowledge.time.startOf(date);

function problemOf(facts: CaseFacts, visit: Visit): ProblemView | null {
  const { incidentState: world } = facts;
  if (world === undefined || kindOf(facts) !== 'problem') return null;
  const day = world.state === 'needs_money' ? world.review_on : world.scheduled_on;
  return {
    state: world.state,
    day: day === null ? null : dayInstant(day, visit),
    rubles: world.money_sum,
    reason: world.refused_why,
    body: world.handed_to,
  };
}

function questionOf(visit: Visit, facts: CaseFacts | null): CaseView['question'] {
  const open = facts?.clarifications.findLast((one) => one.answered_at === null);
  if (facts === null || open === undefined || facts.state.stage !== 'clarifying') return null;
  return { text: open.question, by: holderAt(visit, facts, open.asked_at), at: open.asked_at };
}

function answersIn(visit: Visit, facts: CaseFacts, photoOf: (hash: string) => Photo): AnswerView[] {
  return facts.answers.flatMap((answer) =>
    answer.approved_at === null || answer.state !== 'approved'
      ? []
      : [
          {
            kind: answer.kind,
            at: answer.approved_at,
            by: holderAt(visit, facts, answer.approved_at),
            text: answer.text,
            resolution: answer.resolution,
            promisedFor: answer.promised_on === null ? null : dayInstant(answer.promised_on, visit),
            photos: facts.answerFiles
              .filter((file) => file.answer_id === answer.id)
              .map((file) => photoOf(file.file_hash)),
          },
        ],
  );
}

const ratingsIn = ({ ratings }: CaseFacts) => {
  const of = (subject: 'answer' | 'fix') => ratings.find((one) => one.subject === subject)?.score ?? null;
  return { answer: of('answer'), fix: of('fix') };
};

const givenPoint = ({ appeal }: OwnCase): Point | null =>
  appeal.given_lat === null || appeal.given_lon === null
    ? null
    : { lat: appeal.given_lat, lon: appeal.given_lon };

const pointWords = (point: Point | null): string | null =>
  point === null ? null : `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`;
