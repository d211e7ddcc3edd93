import { silentQuestions } from '#flow/work/queries/facts.ts';
import { lockState, refreshDue, touchState } from '#flow/work/queries/states.ts';
import { moveAppeal } from '#flow/work/acts/move-appeal.ts';
import { recordConfirmation } from '#flow/learn/queries/outcomes.ts';
import { CONFIRMATION_DAYS } from '#flow/learn/rules/verdict.ts';
import {
  changeDeadlines,
  runningDeadlines,
  takeDueWarnings,
  type DueWarning,
} from '#flow/route/queries/deadlines.ts';
import { abandonedClaims, lockDelivery } from '#flow/answer/queries/deliveries.ts';
import { queueDeliveries } from '#flow/answer/acts/queue-delivery.ts';
import { awaitsPromise, takeDuePromises } from '#flow/answer/queries/promises.ts';
import { recordOutcome } from '#flow/answer/acts/settle-delivery.ts';
import { DEADLINE_PASSED, wasLateBefore } from '#centre/queries/audit.ts';
import { audit } from '#store/audit.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { lettersIn } from '../letters.ts';
import { callPerson } from './call-person.ts';
import { countCase } from './count-case.ts';
import { letterLink } from './links.ts';
import { dayInWords } from './words.ts';

const BATCH = 200;
/** An archive just imported brings many at once; the rest waits for the next minute. */
const MOST_ROUNDS = 20;
/** Longer than any attempt may last. */
const ABANDONED_MS = 10 * 60_000;
const WINDOW_CLOCK = 'confirmation_window';
/** How long a case waits for the resident's reply to a question. */
const DAY_MS = 24 * 3_600_000;
const LONGEST_PAUSE_MS = 10 * DAY_MS;

/** Every minute: warnings once each, windows that ran out, promises whose day has come, attempts nobody lived to record. */
export async function watchClocks(app: App, regionId: number): Promise<void> {
  const knowledge = await app.knowledge.of(regionId);
  const now = app.now();
  const scope = wholeRegion(regionId);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const warnings = await giveWarnings(app, knowledge, now);
    if (warnings.length < BATCH) break;
  }
  await withScope(app.db, scope, (tx) => askAboutPromises(app, tx, knowledge, now));
  await withScope(app.db, scope, (tx) => endSilence(tx, knowledge, now));
  await settleAbandoned(app, regionId, now);
}

/** One batch of warnings: each is given once, whoever is first. */
async function giveWarnings(app: App, knowledge: RegionKnowledge, now: Date): Promise<DueWarning[]> {
  const regionId = knowledge.region.id;
  const warnings = await withScope(app.db, wholeRegion(regionId), async (tx) => {
    const taken = await takeDueWarnings(tx, regionId, now, BATCH);
    for (const warning of taken) await applyWarning(tx, knowledge, warning, now);
    await refreshDue(tx, regionId, [...new Set(taken.map((one) => one.appealId))].sort(), now);
    return taken;
  });
  for (const warning of warnings)
    app.log.info({
      event: 'clock_warning',
      region: regionId,
      appeal: warning.appealId,
      clock: warning.clock,
      level: warning.level,
      to: escalatesTo(knowledge, warning),
    });
  return warnings;
}

const escalatesTo = (knowledge: RegionKnowledge, warning: DueWarning): string | null =>
  warning.level === 100
    ? (knowledge.route.clockwork.clocks.find((clock) => clock.code === warning.clock)?.escalatesTo ?? null)
    : null;

async function applyWarning(
  tx: Writer,
  knowledge: RegionKnowledge,
  warning: DueWarning,
  now: Date,
): Promise<void> {
  if (warning.level !== 100) return;
  const locked = await lockState(tx, knowledge.region.id, warning.appealId);
  if (!locked.ok) return;
  const state = locked.value;
  if (warning.clock === WINDOW_CLOCK) {
    if (state.stage !== 'answered' || (await awaitsPromise(tx, state.region_id, state.appeal_id))) return;
    // Silence closes the case and says nothing of the world: it is never counted as solved.
    await recordConfirmation(tx, state.region_id, {
      appealId: state.appeal_id,
      at: now,
      verdict: 'no_reply',
      reason: null,
      messageId: null,
    });
    await moveAppeal(tx, knowledge.route.clockwork, state, {
      action: 'close_unconfirmed',
      at: now,
      by: { byWhom: 'clock', staffId: null },
      set: { closed_as: 'no_reply' },
    });
    return;
  }
  const wasLate = await wasLateBefore(tx, state.region_id, state.appeal_id);
  await audit(tx, state.region_id, [
    {
      at: now,
      actor: null,
      action: DEADLINE_PASSED,
      subjectKind: 'appeal',
      subjectId: state.appeal_id,
      details: { clock: warning.clock, escalatedTo: escalatesTo(knowledge, warning) },
    },
  ]);
  // A case is late once, however many of its clocks have passed: the state tells only of those that run now.
  if (wasLate) return;
  await countCase(tx, knowledge, state, 'overdue', now);
  await touchState(tx, state, { is_overdue: true }, now, null);
}

/** On the promised day the resident is asked, in their channel. */
async function askAboutPromises(app: App, tx: Writer, knowledge: RegionKnowledge, now: Date): Promise<void> {
  const today = knowledge.time.dayOf(now);
  const appealIds = await takeDuePromises(tx, knowledge.region.id, today, now, BATCH);
  for (const appealId of new Set(appealIds)) {
    const locked = await lockState(tx, knowledge.region.id, appealId);
    if (!locked.ok || locked.value.closed_as === 'withdrawn') continue;
    const text = lettersIn('ru').confirmRequest({
      number: locked.value.number,
      promisedOn: dayInWords(today),
      link: await letterLink(app, tx, knowledge, locked.value),
    });
    await queueDeliveries(
      tx,
      knowledge.region.id,
      [{ appealId, answerId: null, purpose: 'confirm_request', text }],
      now,
    );
    await beginWindow(tx, knowledge, appealId, now);
  }
}

/** The resident has the whole term to answer from the day the promise is asked about, not from the day it was given. */
async function beginWindow(
  tx: Writer,
  knowledge: RegionKnowledge,
  appealId: string,
  now: Date,
): Promise<void> {
  const regionId = knowledge.region.id;
  const dueAt = new Date(now.getTime() + CONFIRMATION_DAYS * DAY_MS);
  const windows = (await runningDeadlines(tx, regionId, appealId)).filter(
    (row) => row.clock === WINDOW_CLOCK,
  );
  await changeDeadlines(
    tx,
    regionId,
    appealId,
    windows.map(({ clock, seq }) => ({ clock, seq, dueAt, warnAt: [], isProvisional: false })),
    null,
  );
  await refreshDue(tx, regionId, [appealId], now);
}

/** A question nobody answered does not hold a case for ever: work goes on with what is known, and its clocks with it. */
async function endSilence(tx: Writer, knowledge: RegionKnowledge, now: Date): Promise<void> {
  const regionId = knowledge.region.id;
  const silent = await silentQuestions(tx, regionId, new Date(now.getTime() - LONGEST_PAUSE_MS), BATCH);
  for (const appealId of new Set(silent)) {
    const locked = await lockState(tx, regionId, appealId);
    if (!locked.ok || locked.value.stage !== 'clarifying') continue;
    await moveAppeal(tx, knowledge.route.clockwork, locked.value, {
      action: 'reply',
      at: now,
      by: { byWhom: 'clock', staffId: null },
      reason: 'no_reply',
    });
  }
}

/** An attempt claimed by a program that was killed: nobody knows whether it arrived, so a person looks. */
async function settleAbandoned(app: App, regionId: number, now: Date): Promise<void> {
  await withScope(app.db, wholeRegion(regionId), async (tx) => {
    for (const id of await abandonedClaims(tx, regionId, new Date(now.getTime() - ABANDONED_MS))) {
      const row = await lockDelivery(tx, regionId, id);
      if (row?.state !== 'sending') continue;
      await recordOutcome(tx, row, { kind: 'uncertain' }, now);
      await callPerson(tx, regionId, row.appeal_id, now);
    }
  });
}
