import { isRunning } from '#flow/route/rules/case-clock.ts';
import { clocksMetBy } from '#flow/route/rules/clock.ts';
import { extendDeadline } from '#flow/route/rules/deadline.ts';
import { changeDeadlines, clocksOf, runningDeadlines, saveClocks } from '#flow/route/queries/deadlines.ts';
import type { Attention } from '#flow/work/rules/lifecycle.ts';
import { dayInWords } from '#house/flows/words.ts';
import { lettersIn } from '#house/letters.ts';
import { newId } from '#store/ids.ts';
import type { Writer } from '#store/connection.ts';
import type { Chapter } from './chapter.ts';
import { pastLetter } from './post.ts';
import { doerOf, linkFor, resident, staffId, type Doing, type Teller, type Turn } from './telling.ts';

const bodyName = ({ knowledge }: Teller, { state }: Turn): string =>
  (state.authority_id === null ? undefined : knowledge.bodies.get(state.authority_id)?.name) ??
  knowledge.region.name;

export function tellStart(teller: Teller, { state, step, at, told }: Doing<'start'>, chapter: Chapter): void {
  const by = doerOf(teller, step.by);
  chapter.moves.push({ state, action: 'start', at, by, set: { assignee: by.staffId } });
  if (state.incident_id !== null)
    chapter.worlds.push({ incidentId: state.incident_id, to: 'in_work', at, by, appealId: told.appealId });
}

export function tellSendBack(
  teller: Teller,
  { state, step, at }: Doing<'send_back'>,
  chapter: Chapter,
): void {
  const attention: Attention = state.hops >= 2 ? 'many_hops' : 'sent_back';
  chapter.moves.push({
    state,
    action: 'send_back',
    at,
    by: doerOf(teller, step.by),
    note: step.reason,
    set: { needs_attention: attention },
  });
}

export function tellAsk(teller: Teller, turn: Doing<'ask'>, chapter: Chapter): void {
  const { state, step, at, told } = turn;
  const by = staffId(teller, step.by);
  chapter.moves.push({ state, action: 'ask', at, by: doerOf(teller, step.by) });
  chapter.clarifications.push({
    id: newId(at),
    appealId: told.appealId,
    question: step.question,
    at,
    by,
  });
  const text = lettersIn('ru').question({
    number: told.number,
    body: bodyName(teller, turn),
    question: step.question,
    link: linkFor(teller, told),
  });
  const letter = { appealId: told.appealId, answerId: null, purpose: 'question', text } as const;
  chapter.letters.push(pastLetter(teller, told, letter, at));
}

export function tellDecline(
  teller: Teller,
  { state, step, at, told }: Doing<'decline'>,
  chapter: Chapter,
): void {
  chapter.moves.push({
    state,
    action: 'decline',
    at,
    by: doerOf(teller, step.by),
    reason: step.as,
    set: { declined_as: step.as },
  });
  if (step.as === 'spam') return;
  const letters = lettersIn('ru');
  const text = letters.declined({
    number: told.number,
    why: letters.declinedWhy[step.as],
    note: null,
    link: linkFor(teller, told),
  });
  const letter = { appealId: told.appealId, answerId: null, purpose: 'declined', text } as const;
  chapter.letters.push(pastLetter(teller, told, letter, at));
}

export function tellWithdraw({ state, at }: Turn, chapter: Chapter): void {
  chapter.moves.push({ state, action: 'withdraw', at, by: resident, set: { closed_as: 'withdrawn' } });
}

export function tellReopen(teller: Teller, { state, step, at }: Doing<'reopen'>, chapter: Chapter): void {
  chapter.moves.push({
    state,
    action: 'reopen',
    at,
    by: doerOf(teller, step.by),
    note: step.reason,
    set: { needs_attention: 'objection', reopened: state.reopened + 1 },
  });
}

export function tellNote(teller: Teller, { told, step, at }: Doing<'note'>, chapter: Chapter): void {
  const by = staffId(teller, step.by);
  chapter.notes.push({ id: newId(at), appealId: told.appealId, at, by, text: step.text });
}

/** An inspector saw it: fixed, or a false report, which sends the case back. */
export function tellVerify(
  teller: Teller,
  { told, state, step, at }: Doing<'verify'>,
  chapter: Chapter,
): void {
  if (state.incident_id === null) return;
  const by = doerOf(teller, step.by);
  const { appealId } = told;
  const to = step.isFixed ? 'verified_on_site' : 'disputed';
  chapter.worlds.push({ incidentId: state.incident_id, to, at, by, appealId });
  chapter.notes.push({ id: newId(at), appealId, at, by: staffId(teller, step.by), text: step.note });
  if (step.isFixed) chapter.touches.push({ state, set: {}, at, byStaff: by.staffId });
  else
    chapter.moves.push({
      state,
      action: 'reopen',
      at,
      by,
      reason: 'false_report',
      note: step.note,
      set: { needs_attention: 'objection', reopened: state.reopened + 1 },
    });
}

/** 112 took the danger over and said so: its round-the-clock clock is met. */
export async function tellHandOvers(
  tx: Writer,
  teller: Teller,
  turns: readonly Doing<'hand_over'>[],
  chapter: Chapter,
): Promise<void> {
  if (turns.length === 0) return;
  const regionId = teller.knowledge.region.id;
  const met = new Set(clocksMetBy('danger_handed_over', teller.knowledge.route.clockwork.clocks));
  const clocks = await clocksOf(
    tx,
    regionId,
    turns.map(({ told }) => told.appealId),
  );
  const changed = turns.flatMap(({ told, at }) =>
    (clocks.get(told.appealId) ?? [])
      .filter((clock) => isRunning(clock) && met.has(clock.clock))
      .map((clock) => ({
        ...clock,
        metAt: at,
        nextCheckAt: null,
        pausedAt: null,
        remainingMinutes: null,
      })),
  );
  await saveClocks(tx, regionId, changed);
  for (const { told, state, step, at } of turns) {
    const by = staffId(teller, step.by);
    const text = '112: принял дежурный ЕДДС';
    chapter.notes.push({ id: newId(at), appealId: told.appealId, at, by, text });
    chapter.touches.push({ state, set: {}, at, byStaff: by });
  }
}

/** A later date for the final answer where the law allows one; the resident is told why. */
export async function tellExtensions(
  tx: Writer,
  teller: Teller,
  turns: readonly Doing<'extend'>[],
  chapter: Chapter,
): Promise<void> {
  const regionId = teller.knowledge.region.id;
  const { clocks, schedule } = teller.knowledge.route.clockwork;
  for (const { told, state, step, at } of turns) {
    const { appealId } = told;
    const changed = (await runningDeadlines(tx, regionId, appealId)).flatMap((row) => {
      const clock = clocks.find((one) => one.code === row.clock && one.extension !== null);
      if (clock === undefined) return [];
      const times = row.extended_to === null ? 0 : 1;
      const current = { startedAt: row.started_at, dueAt: row.due_at, timesExtended: times };
      const due = extendDeadline(clock, current, step.until, at, schedule);
      if (!due.ok) return [];
      const { dueAt, warnAt, provisional } = due.value;
      return [{ clock: row.clock, seq: row.seq, dueAt, warnAt, isProvisional: provisional }];
    });
    const [first] = changed;
    if (first === undefined) continue;
    await changeDeadlines(tx, regionId, appealId, changed, { to: first.dueAt, reason: step.reason });
    chapter.touches.push({ state, set: {}, at, byStaff: staffId(teller, step.by) });
    const text = lettersIn('ru').extended({
      number: told.number,
      until: dayInWords(step.until),
      reason: step.reason,
      link: linkFor(teller, told),
    });
    const letter = { appealId, answerId: null, purpose: 'extended', text } as const;
    chapter.letters.push(pastLetter(teller, told, letter, at));
  }
}
