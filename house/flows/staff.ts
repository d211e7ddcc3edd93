import { fail, ok, type Result } from '#kernel/result.ts';
import { queueDeliveries } from '#flow/answer/acts/queue-delivery.ts';
import { openContent } from '#flow/intake/queries/content.ts';
import { messagesOf, readAppeal } from '#flow/intake/queries/appeals.ts';
import { complainedOf } from '#flow/route/rules/complained-of.ts';
import { clocksMetBy } from '#flow/route/rules/clock.ts';
import { extendDeadline } from '#flow/route/rules/deadline.ts';
import { changeDeadlines, meetDeadlines, runningDeadlines } from '#flow/route/queries/deadlines.ts';
import { textOf } from '#flow/understand/queries/understandings.ts';
import { assignAppeal, type AssignRequest } from '#flow/work/acts/assign-appeal.ts';
import { moveAppeal, type Moved } from '#flow/work/acts/move-appeal.ts';
import { moveIncident } from '#flow/work/acts/move-problem.ts';
import { addClarification, addNote } from '#flow/work/queries/facts.ts';
import {
  lockVersion,
  refreshDue,
  touchState,
  type AppealStateRow,
  type Doer,
} from '#flow/work/queries/states.ts';
import type { Attention, DeclinedAs } from '#flow/work/rules/lifecycle.ts';
import { recordCorrections } from '#flow/learn/queries/outcomes.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { App } from '../app.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { fittingLetter, lettersIn } from '../letters.ts';
import { letterLink } from './links.ts';
import { dayInWords } from './words.ts';

/** Who does what to which case, as they saw it. */
export interface StaffStep {
  readonly appealId: string;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

type Locked = Result<AppealStateRow, 'appeal_not_found' | 'stale_version'>;
type MoveFailure = 'appeal_not_found' | 'stale_version' | 'move_not_allowed' | 'calendar_exhausted';

const lock = (tx: Writer, knowledge: RegionKnowledge, step: StaffStep): Promise<Locked> =>
  lockVersion(tx, knowledge.region.id, step.appealId, step.version);
const staff = (step: StaffStep): Doer => ({ byWhom: 'staff', staffId: step.by });

const bodyName = (knowledge: RegionKnowledge, state: AppealStateRow): string =>
  (state.authority_id === null ? undefined : knowledge.bodies.get(state.authority_id)?.name) ??
  knowledge.region.name;

/** A person makes a body responsible; the correction of the machine's choice is kept for learning. */
export async function assign(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  to: Pick<AssignRequest, 'authorityId' | 'executorId' | 'note' | 'asArbiter'>,
): Promise<
  Result<Moved, MoveFailure | 'authority_not_found' | 'never_to_the_body_complained_of' | 'reason_required'>
> {
  const locked = await lock(tx, knowledge, step);
  if (!locked.ok) return locked;
  const text = await textOf(tx, knowledge.region.id, step.appealId);
  const complaint = complainedOf(text?.masked_text ?? '', knowledge.route.complaints);
  const moved = await assignAppeal(tx, knowledge.route.clockwork, knowledge.route.register, locked.value, {
    ...to,
    byStaff: step.by,
    at: step.at,
    complainedOfId: complaint,
  });
  if (!moved.ok) return moved;
  await recordCorrections(tx, knowledge.region.id, [
    {
      appealId: step.appealId,
      field: 'responsible',
      was: wordOf(locked.value.authority_id),
      became: String(to.authorityId),
      modelVersion: 'register',
      at: step.at,
      by: step.by,
    },
  ]);
  return moved;
}

const wordOf = (id: number | null): string | null => (id === null ? null : String(id));

/** The executor takes the case into work, and with it the problem in the world. */
export async function start(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
): Promise<Result<Moved, MoveFailure>> {
  const locked = await lock(tx, knowledge, step);
  if (!locked.ok) return locked;
  const moved = await moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'start',
    at: step.at,
    by: staff(step),
    set: { assignee: step.by },
  });
  if (!moved.ok || locked.value.incident_id === null) return moved;
  // A neighbour's case may have moved the shared problem already.
  await moveIncident(tx, knowledge.region.id, {
    incidentId: locked.value.incident_id,
    to: 'in_work',
    at: step.at,
    by: staff(step),
    appealId: step.appealId,
  });
  return moved;
}

export async function sendBack(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  reason: string,
): Promise<Result<Moved, MoveFailure>> {
  const locked = await lock(tx, knowledge, step);
  if (!locked.ok) return locked;
  const attention: Attention = locked.value.hops >= 2 ? 'many_hops' : 'sent_back';
  return moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'send_back',
    at: step.at,
    by: staff(step),
    note: reason,
    set: { needs_attention: attention },
  });
}

/** Asks the resident where they wrote; the clocks that may wait do. */
export async function ask(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  question: string,
): Promise<Result<Moved, MoveFailure | 'answer_too_long'>> {
  const locked = await lock(tx, knowledge, step);
  if (!locked.ok) return locked;
  const state = locked.value;
  const moved = await moveAppeal(tx, knowledge.route.clockwork, state, {
    action: 'ask',
    at: step.at,
    by: staff(step),
  });
  if (!moved.ok) return moved;
  await addClarification(tx, knowledge.region.id, {
    id: newId(step.at),
    appealId: step.appealId,
    question,
    at: step.at,
    by: step.by,
  });
  const letter = lettersIn('ru').question({
    number: state.number,
    body: bodyName(knowledge, state),
    question,
    link: await linkOf(app, tx, knowledge, state),
  });
  const text = fittingLetter(letter, longestFor(knowledge, state));
  if (!text.ok) return text;
  await queueDeliveries(
    tx,
    knowledge.region.id,
    [{ appealId: step.appealId, answerId: null, purpose: 'question', text: text.value }],
    step.at,
  );
  return moved;
}

export const longestFor = (knowledge: RegionKnowledge, state: Pick<AppealStateRow, 'account_id'>): number =>
  knowledge.accounts.get(state.account_id)?.connector.traits.maxAnswerLength ?? 20_000;

const linkOf = (
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  state: AppealStateRow,
): Promise<string | null> => letterLink(app, tx, knowledge, { id: state.appeal_id, number: state.number });

/** Not a case; the author is told why, in their channel, and may object. Nobody writes back to spam. */
export async function decline(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  as: Exclude<DeclinedAs, 'withdrawn'>,
  note: string | null,
): Promise<Result<Moved, MoveFailure>> {
  const locked = await lock(tx, knowledge, step);
  if (!locked.ok) return locked;
  const state = locked.value;
  const moved = await moveAppeal(tx, knowledge.route.clockwork, state, {
    action: 'decline',
    at: step.at,
    by: staff(step),
    reason: as,
    note,
    set: { declined_as: as },
  });
  if (!moved.ok || as === 'spam') return moved;
  const letters = lettersIn('ru');
  const text = letters.declined({
    number: state.number,
    why: letters.declinedWhy[as],
    note,
    link: await linkOf(app, tx, knowledge, state),
  });
  await queueDeliveries(
    tx,
    knowledge.region.id,
    [{ appealId: step.appealId, answerId: null, purpose: 'declined', text }],
    step.at,
  );
  return moved;
}

export async function reopen(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  reason: string,
): Promise<Result<Moved, MoveFailure>> {
  const locked = await lock(tx, knowledge, step);
  if (!locked.ok) return locked;
  return moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'reopen',
    at: step.at,
    by: staff(step),
    note: reason,
    set: { needs_attention: 'objection', reopened: locked.value.reopened + 1 },
  });
}

/** An inspector saw it with their own eyes: really fixed, or a false report, which sends the case back. */
export async function verifyOnSite(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  seen: { readonly isFixed: boolean; readonly note: string },
): Promise<Result<Moved, MoveFailure>> {
  const locked = await lock(tx, knowledge, step);
  if (!locked.ok) return locked;
  const state = locked.value;
  if (state.incident_id === null)
    return fail({ code: 'move_not_allowed', from: state.stage, to: 'verified_on_site' });
  const world = await moveIncident(tx, knowledge.region.id, {
    incidentId: state.incident_id,
    to: seen.isFixed ? 'verified_on_site' : 'disputed',
    at: step.at,
    by: staff(step),
    appealId: step.appealId,
  });
  if (!world.ok) return world;
  await addNote(tx, knowledge.region.id, {
    id: newId(step.at),
    appealId: step.appealId,
    at: step.at,
    by: step.by,
    text: seen.note,
  });
  if (seen.isFixed)
    return ok({ version: await touchState(tx, state, {}, step.at, step.by), stage: state.stage });
  return moveAppeal(tx, knowledge.route.clockwork, state, {
    action: 'reopen',
    at: step.at,
    by: staff(step),
    reason: 'false_report',
    note: seen.note,
    set: { needs_attention: 'objection', reopened: state.reopened + 1 },
  });
}

type ExtendFailure = 'date_required' | 'extension_not_allowed' | 'extension_too_long' | 'deadline_passed';

/** A later date for the final answer, with a reason the resident is told. */
export async function extend(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  to: { readonly until: string; readonly reason: string },
): Promise<Result<Moved, MoveFailure | ExtendFailure>> {
  const locked = await lock(tx, knowledge, step);
  if (!locked.ok) return locked;
  const state = locked.value;
  const { clocks, schedule } = knowledge.route.clockwork;
  const running = await runningDeadlines(tx, knowledge.region.id, step.appealId);
  const rows = running.flatMap((row) => {
    const clock = clocks.find((one) => one.code === row.clock && one.extension !== null);
    return clock === undefined ? [] : [{ row, clock }];
  });
  const [first] = rows;
  if (first === undefined) return fail({ code: 'extension_not_allowed', clock: running[0]?.clock ?? '' });
  for (const { row, clock } of rows) {
    const due = extendDeadline(
      clock,
      { startedAt: row.started_at, dueAt: row.due_at, timesExtended: row.extended_to === null ? 0 : 1 },
      to.until,
      step.at,
      schedule,
    );
    if (!due.ok) return due;
    await changeDeadlines(
      tx,
      knowledge.region.id,
      step.appealId,
      [
        {
          clock: row.clock,
          seq: row.seq,
          dueAt: due.value.dueAt,
          warnAt: due.value.warnAt,
          isProvisional: due.value.provisional,
        },
      ],
      { to: due.value.dueAt, reason: to.reason },
    );
  }
  await refreshDue(tx, knowledge.region.id, [step.appealId], step.at);
  const text = lettersIn('ru').extended({
    number: state.number,
    until: dayInWords(to.until),
    reason: to.reason,
    link: await linkOf(app, tx, knowledge, state),
  });
  await queueDeliveries(
    tx,
    knowledge.region.id,
    [{ appealId: step.appealId, answerId: null, purpose: 'extended', text }],
    step.at,
  );
  return ok({ version: await touchState(tx, state, {}, step.at, step.by), stage: state.stage });
}

/** 112 took it over and said so: the round-the-clock clock is met. */
export async function handOverDanger(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  acknowledgedBy: string,
): Promise<Result<Moved, 'appeal_not_found' | 'stale_version'>> {
  const locked = await lock(tx, knowledge, step);
  if (!locked.ok) return locked;
  const regionId = knowledge.region.id;
  await meetDeadlines(
    tx,
    regionId,
    [step.appealId],
    clocksMetBy('danger_handed_over', knowledge.route.clockwork.clocks),
    step.at,
  );
  await addNote(tx, regionId, {
    id: newId(step.at),
    appealId: step.appealId,
    at: step.at,
    by: step.by,
    text: `112: ${acknowledgedBy}`,
  });
  await refreshDue(tx, regionId, [step.appealId], step.at);
  return ok({ version: await touchState(tx, locked.value, {}, step.at, step.by), stage: locked.value.stage });
}

/** Opens the contact; the look and its reason stay in the audit log, and the resident sees both. */
export async function lookAtContact(
  app: App,
  tx: Writer,
  regionId: number,
  look: { readonly appealId: string; readonly by: string; readonly at: Date; readonly reason: string },
): Promise<
  Result<
    { readonly name: string | null; readonly contact: string | null; readonly text: string },
    'appeal_not_found'
  >
> {
  const appeal = await readAppeal(tx, regionId, look.appealId);
  const [first] = appeal === undefined ? [] : await messagesOf(tx, regionId, look.appealId);
  if (first === undefined) return fail({ code: 'appeal_not_found' });
  await audit(tx, regionId, [
    {
      at: look.at,
      actor: look.by,
      action: 'looked_at_contact',
      subjectKind: 'appeal',
      subjectId: look.appealId,
      details: { reason: look.reason },
    },
  ]);
  const content = openContent(app.seals, first.sealed);
  return ok({
    name: content.author.name,
    contact: content.contact ?? content.author.externalId,
    text: content.text,
  });
}
