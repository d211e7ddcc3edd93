import { casesWithStuckDeliveries } from '#flow/answer/queries/deliveries.ts';
import { heldPhotos, letThroughAll } from '#flow/intake/queries/files.ts';
import { count } from '#flow/learn/queries/outcomes.ts';
import { passedDeadlines, takeDueWarnings } from '#flow/route/queries/deadlines.ts';
import { lockStates, refreshDue, touchStates } from '#flow/work/queries/states.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import { countedOf, newChapter, writeChapter } from './chapter.ts';
import { chanceOf, staffId, type Teller } from './telling.ts';

const WINDOW_CLOCK = 'confirmation_window';
const AT_ONCE = 5000;
const DAY_MS = 86_400_000;

/** What the clock of the living program would have noticed by itself: warnings given, deadlines that passed counted on their day. */
export async function settleClocks(tx: Writer, teller: Teller): Promise<void> {
  const { knowledge, until } = teller;
  const regionId = knowledge.region.id;
  await closeWindows(tx, teller);
  const passed = (await passedDeadlines(tx, regionId, until)).filter(({ clock }) => clock !== WINDOW_CLOCK);
  const states = await lockStates(tx, regionId, [...new Set(passed.map(({ appealId }) => appealId))]);
  const overdue = passed.flatMap((one) => {
    const state = states.get(one.appealId);
    return state === undefined ? [] : [{ ...one, state }];
  });
  await count(
    tx,
    regionId,
    overdue.map(({ state, dueAt }) => countedOf(knowledge, state, 'overdue', dueAt)),
  );
  await audit(
    tx,
    regionId,
    overdue.map(({ appealId, clock, dueAt }) => ({
      at: dueAt,
      actor: null,
      action: 'deadline_passed',
      subjectKind: 'appeal',
      subjectId: appealId,
      details: { clock },
    })),
  );
  await refreshDue(tx, regionId, [...states.keys()], until);
}

/** Warnings of the past are given; cases whose window of confirmation ran out are closed by the clock. */
async function closeWindows(tx: Writer, teller: Teller): Promise<void> {
  const { knowledge, until } = teller;
  const regionId = knowledge.region.id;
  const silent = new Set<string>();
  for (;;) {
    const warnings = await takeDueWarnings(tx, regionId, until, AT_ONCE);
    for (const { appealId, clock, level } of warnings)
      if (clock === WINDOW_CLOCK && level === 100) silent.add(appealId);
    if (warnings.length < AT_ONCE) break;
  }
  const states = await lockStates(tx, regionId, [...silent]);
  const chapter = newChapter();
  for (const state of states.values()) {
    if (state.stage !== 'answered') continue;
    const appealId = state.appeal_id;
    chapter.confirmations.push({ appealId, at: until, verdict: 'no_reply', reason: null, messageId: null });
    chapter.moves.push({
      state,
      action: 'close_unconfirmed',
      at: until,
      by: { byWhom: 'clock', staffId: null },
      set: { closed_as: 'no_reply' },
    });
  }
  await writeChapter(tx, knowledge, chapter);
}

/** Cases with letters that wait for a person say so; photos that moderators have seen are let through. */
export async function settleEyes(tx: Writer, teller: Teller): Promise<void> {
  const { knowledge, until } = teller;
  const regionId = knowledge.region.id;
  const stuck = await lockStates(tx, regionId, await casesWithStuckDeliveries(tx, regionId));
  await touchStates(
    tx,
    [...stuck.values()]
      .filter((state) => state.needs_attention === null)
      .map((state) => ({ state, set: { needs_attention: 'delivery_failed' }, at: until, byStaff: null })),
  );
  const seen = (await heldPhotos(tx, regionId)).filter(
    ({ appealId, addedAt }) =>
      until.getTime() - addedAt.getTime() > DAY_MS / 4 && chanceOf(appealId) % 10 < 8,
  );
  await letThroughAll(tx, regionId, seen, staffId(teller, 'moderator'));
}
