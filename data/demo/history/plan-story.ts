import type { MessageKind, Resolution } from '#kernel/appeal.ts';
import { choose } from '../grammar/topic-grammar.ts';
import type { Random } from '../random.ts';
import * as words from './answer-words.ts';
import { finalAnswer, interimAnswer } from './answers.ts';
import { afterWork, dayOf, later, laterDays } from './clock.ts';
import type { StaffDesk } from './staff-desk.ts';
import { returnReasons } from './story.ts';
import type { PlannedAnswer, StoryStep } from './story.ts';
import { aboutAnswer, pace, spread } from './thread.ts';
import type { StoryRequest, Thread } from './thread.ts';

function assignFirst(thread: Thread): boolean {
  const { request, topic, desk, chance } = thread;
  const target = desk.responsibleOf(topic, request.place, request.municipality);
  const coordinator = desk.coordinatorOf(request.municipality);
  if (target === null) {
    if (chance.chance(0.3)) return false;
    thread.at = afterWork(thread.at, chance.int(180, 2000));
    thread.authority = request.municipality === null ? 'government' : `adm_${request.municipality}`;
    thread.steps.push({
      do: 'assign',
      at: thread.at,
      by: coordinator,
      authority: thread.authority,
      executor: null,
    });
    return true;
  }
  const isSure = chance.chance(request.mention === 'none' || request.mention === 'vague' ? 0.62 : 0.86);
  thread.at = isSure
    ? later(thread.at, chance.int(1, 4))
    : afterWork(thread.at, 12 + 90 * spread(chance, 0.9));
  const registered = desk.registeredOf(topic, request.place, request.municipality) ?? target;
  thread.authority = registered.authority;
  thread.steps.push({ do: 'assign', at: thread.at, by: isSure ? 'machine' : coordinator, ...registered });
  if (registered.authority !== target.authority) passOn(thread, target);
  return true;
}

/** The register is out of date: the body it names says so and a coordinator passes the case on; seldom it does the work itself. */
function passOn(
  thread: Thread,
  target: { readonly authority: string; readonly executor: string | null },
): void {
  const { request, desk, chance, steps } = thread;
  if (chance.chance(0.07)) return;
  thread.at = afterWork(thread.at, chance.int(240, 1500));
  steps.push({
    do: 'send_back',
    at: thread.at,
    by: desk.executorOf(thread.authority),
    reason: chance.pick(words.sendBackReasons),
  });
  thread.at = afterWork(thread.at, chance.int(20, 200));
  thread.authority = target.authority;
  steps.push({ do: 'assign', at: thread.at, by: desk.coordinatorOf(request.municipality), ...target });
}

function maybeSendBack(thread: Thread): void {
  const { request, desk, chance, steps } = thread;
  for (let hop = 0; hop < 2 && chance.chance(hop === 0 ? 0.055 : 0.25); hop += 1) {
    thread.at = afterWork(thread.at, chance.int(60, 500));
    steps.push({
      do: 'send_back',
      at: thread.at,
      by: desk.executorOf(thread.authority),
      reason: chance.pick(words.sendBackReasons),
    });
    thread.at = afterWork(thread.at, chance.int(20, 200));
    const other = request.municipality === null ? 'government' : `adm_${request.municipality}`;
    thread.authority = thread.authority === other ? 'min_housing' : other;
    steps.push({
      do: 'assign',
      at: thread.at,
      by: desk.coordinatorOf(request.municipality),
      authority: thread.authority,
      executor: null,
    });
  }
}

function maybeAsk(thread: Thread): void {
  const { request, desk, chance, steps } = thread;
  if (!chance.chance(request.mention === 'none' || request.mention === 'vague' ? 0.16 : 0.025)) return;
  thread.at = afterWork(thread.at, chance.int(15, 120));
  steps.push({
    do: 'ask',
    at: thread.at,
    by: desk.executorOf(thread.authority),
    question: chance.pick(words.questionsToResident),
  });
  const answers = chance.chance(0.75);
  thread.at = answers ? later(thread.at, chance.int(30, 2400)) : laterDays(thread.at, 5);
  steps.push({
    do: 'reply',
    at: thread.at,
    by: answers ? 'resident' : 'clock',
    text: answers ? choose(chance.pick(words.residentReplies), chance) : null,
  });
}

/** Submits, perhaps gets it back, and sees it sent. */
function putThrough(thread: Thread, answer: (at: Date) => PlannedAnswer): PlannedAnswer {
  const { topic, desk, chance, steps } = thread;
  const executor = desk.executorOf(thread.authority);
  let planned = answer(thread.at);
  steps.push({ do: 'submit', at: thread.at, by: executor, answer: planned });
  const goes = { do: planned.kind === 'interim' ? ('answer_interim' as const) : ('answer_final' as const) };
  if (topic.approval === 'sampled') {
    steps.push({ ...goes, at: thread.at, by: 'machine' });
    return planned;
  }
  const approver = desk.approverOf(thread.authority);
  if (chance.chance(planned.quality === 'evasive' ? 0.4 : 0.09)) {
    thread.at = afterWork(thread.at, 30 + 120 * spread(chance, 0.8));
    const reason = planned.quality === 'evasive' ? 'not_on_substance' : chance.pick(returnReasons);
    steps.push({
      do: 'return_draft',
      at: thread.at,
      by: approver,
      reason,
      note: chance.pick(words.returnNotes[reason]),
    });
    thread.at = afterWork(thread.at, chance.int(40, 700));
    planned = answer(thread.at);
    steps.push({ do: 'submit', at: thread.at, by: executor, answer: planned });
  }
  thread.at = afterWork(thread.at, 8 + (chance.chance(0.1) ? 900 : 25) * spread(chance, 0.8));
  steps.push({ ...goes, at: thread.at, by: approver });
  return planned;
}

function resolutionFor(kind: MessageKind, chance: Random): Resolution {
  if (kind === 'thanks' || kind === 'question') return 'explained';
  if (kind === 'suggestion')
    return chance.weighted<Resolution>({ scheduled: 0.35, explained: 0.45, refused: 0.2 });
  return chance.weighted<Resolution>(words.outcomes);
}

function rate(thread: Thread, mood: 'glad' | 'angry' | 'even'): void {
  const { chance, steps } = thread;
  const mark = () =>
    mood === 'glad'
      ? chance.pick([5, 5, 5, 4, 4, 3])
      : mood === 'angry'
        ? chance.pick([1, 1, 2, 2, 3])
        : chance.int(2, 5);
  steps.push({
    do: 'rate',
    at: later(thread.at, 1),
    by: 'resident',
    answer: mark(),
    fix: chance.chance(0.85) ? mark() : null,
  });
}

function workAndAnswer(thread: Thread, minutes: number, resolution: Resolution): PlannedAnswer {
  const { request, desk, chance, steps } = thread;
  const started = thread.at;
  if (minutes > 700 && chance.chance(0.72)) {
    thread.at = afterWork(started, chance.int(15, 150));
    putThrough(thread, (at) => interimAnswer(aboutAnswer(thread), at, chance));
  }
  const ready = afterWork(started, minutes);
  const fixed = resolution === 'fixed' ? request.fixedAt : started;
  const from = new Date(
    Math.max(ready.getTime(), thread.at.getTime(), afterWork(fixed, chance.int(30, 400)).getTime()),
  );
  if (from.getTime() - started.getTime() > 8 * 86_400_000 && chance.chance(0.3)) {
    const asked = afterWork(thread.at, chance.int(200, 900));
    if (asked < from)
      steps.push({
        do: 'extend',
        at: asked,
        by: desk.approverOf(thread.authority),
        until: dayOf(laterDays(from, 2)),
        reason: chance.pick(words.extensionReasons),
      });
  }
  thread.at = from;
  return putThrough(thread, (at) => finalAnswer(resolution, aboutAnswer(thread), at, chance));
}

function inspect(thread: Thread, isFixed: boolean): void {
  const { desk, chance, steps } = thread;
  if (!chance.chance(0.05)) return;
  const note = chance.pick(isFixed ? words.verifyNotes.fixed : words.verifyNotes.notFixed);
  thread.at = afterWork(thread.at, chance.int(300, 1500));
  steps.push({ do: 'verify', at: thread.at, by: chance.pick(desk.inspectors), isFixed, note });
}

/** What the resident does after a final answer; may lead to a second round, once. */
function aftermath(thread: Thread, answer: PlannedAnswer, round: number): void {
  const { request, chance, steps } = thread;
  const sent = thread.at;
  const asks =
    request.kind === 'problem' && (answer.resolution === 'fixed' || answer.resolution === 'partly_fixed');
  if (!asks) steps.push({ do: 'close_not_needed', at: later(sent, 1), by: 'machine' });
  const disputes = answer.quality === 'evasive' ? 0.45 : asks ? 0.12 : 0.05;
  thread.at = later(sent, 30 + 1400 * spread(chance, 1));
  if (thread.at.getTime() < laterDays(sent, 13).getTime() && round < 2 && chance.chance(disputes)) {
    steps.push({
      do: 'dispute',
      at: thread.at,
      by: 'resident',
      reason: choose(chance.pick(words.disputeReasons), chance),
      hasPhoto: chance.chance(0.3),
    });
    rate(thread, 'angry');
    if (chance.chance(0.22)) return;
    thread.at = later(thread.at, 2);
    aftermath(thread, workAndAnswer(thread, 500 * spread(chance, 0.7), 'fixed'), round + 1);
    return;
  }
  if (!asks) return;
  const confirms = answer.quality !== 'evasive' && thread.at < laterDays(sent, 13) && chance.chance(0.42);
  if (confirms) {
    steps.push({ do: 'confirm', at: thread.at, by: 'resident' });
    if (chance.chance(0.7)) rate(thread, 'glad');
  } else {
    thread.at = laterDays(sent, 14);
    steps.push({ do: 'close_unconfirmed', at: thread.at, by: 'clock' });
  }
  thread.at = later(thread.at, 3);
  inspect(thread, answer.quality !== 'evasive' || chance.chance(0.5));
}

function declineStory(
  { kind, sentAt, municipality }: StoryRequest,
  desk: StaffDesk,
  chance: Random,
): StoryStep[] {
  const at = afterWork(sentAt, 10 + 60 * spread(chance, 0.9));
  const by =
    municipality === null || chance.chance(0.8)
      ? chance.pick(desk.moderators)
      : desk.coordinatorOf(municipality);
  return [
    {
      do: 'decline',
      at,
      by,
      as: kind === 'spam' ? 'spam' : chance.pick(['not_a_problem', 'no_facts'] as const),
    },
  ];
}

function writeStory(thread: Thread): void {
  const { request, topic, desk, chance, steps } = thread;
  if (!assignFirst(thread)) return;
  if (chance.chance(0.018)) return;
  maybeSendBack(thread);
  const isUrgent = topic.danger === 'emergency';
  thread.at = isUrgent
    ? later(thread.at, chance.int(3, 25))
    : afterWork(thread.at, 8 + 45 * spread(chance, 1));
  steps.push({ do: 'start', at: thread.at, by: desk.executorOf(thread.authority) });
  maybeAsk(thread);
  if (request.kind === 'problem' && chance.chance(0.012)) {
    steps.push({ do: 'withdraw', at: later(thread.at, chance.int(60, 900)), by: 'resident' });
    return;
  }
  const days = request.kind === 'problem' ? Math.min(25, topic.fixDays ?? 8) * 0.42 : 0.8;
  const minutes = (isUrgent ? 0.4 : days) * 540 * (pace[thread.authority] ?? 1) * spread(chance, 0.75);
  aftermath(thread, workAndAnswer(thread, minutes, resolutionFor(request.kind, chance)), 1);
}

/** Plans what happens after one message; only what is past at `until` is told. */
export function planStory(request: StoryRequest, desk: StaffDesk, chance: Random): StoryStep[] {
  const { topic, kind } = request;
  if (topic === null || kind === 'spam' || kind === 'not_a_problem')
    return declineStory(request, desk, chance).filter(({ at }) => at <= request.until);
  const thread: Thread = { request, topic, desk, chance, steps: [], at: request.sentAt, authority: '' };
  writeStory(thread);
  return thread.steps.sort((a, b) => a.at.getTime() - b.at.getTime()).filter(({ at }) => at <= request.until);
}
