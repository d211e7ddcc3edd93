import { vi } from 'vitest';
import type { z } from 'zod';
import { approve, saveDraft, submitDraft } from '#contract/answer.ts';
import { readCard, type card } from '#contract/card.ts';
import { queue, type queueRow } from '#contract/queue.ts';
import { assign, start } from '#contract/work.ts';
import { bodies } from '#house/testing/small-region.ts';
import type { Centre } from './start-centre.ts';
import { valueOf, type Staff } from './staff.ts';

export type Card = z.output<typeof card>;
type QueueRow = z.output<typeof queueRow>;

/** What jobs do is waited for; a test that waits longer has failed. */
export const soon = { timeout: 15_000, interval: 30 };

/** Waits until something is there, and returns it. */
export const eventually = <T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> =>
  vi.waitFor(async () => {
    const found = await look();
    if (found === undefined) throw new Error('it has not come');
    return found;
  }, soon);

export const cardOf = async (staff: Staff, appealId: string): Promise<Card> =>
  valueOf(await staff.call(readCard, { params: { appealId } }));

/** The cases of the queue whose words hold these. */
export async function casesAbout(staff: Staff, words: string): Promise<QueueRow[]> {
  const { rows } = valueOf(await staff.call(queue, { query: { view: 'all', order: 'newest' } }));
  return rows.filter((row) => row.excerpt.includes(words));
}

/** Waits until the case about these words is open. */
export const caseAbout = async (staff: Staff, words: string): Promise<QueueRow> =>
  eventually(async () => (await casesAbout(staff, words))[0]);

/** Those who work on a case from the queue to the answer. */
export interface Team {
  readonly coordinator: Staff;
  readonly executor: Staff;
  readonly approver: Staff;
}

export const gatherTeam = async (centre: Centre): Promise<Team> => ({
  coordinator: await centre.signIn('coordinator'),
  executor: await centre.signIn('executor'),
  approver: await centre.signIn('approver'),
});

export const goodAnswer =
  'Дорожная служба заделала яму у дома 5 по улице Садовой 10 марта горячим асфальтом, участок проверен мастером.';

/** The coordinator gives the case to the keeper of roads, unless the machine has; the executor takes it. */
export async function takeToWork(team: Team, appealId: string): Promise<Card> {
  const found = await cardOf(team.coordinator, appealId);
  if (found.stage !== 'assigned' || found.responsible.authorityId !== bodies.roads)
    valueOf(
      await team.coordinator.call(assign, {
        params: { appealId },
        body: { version: found.version, authorityId: bodies.roads, executorId: 1 },
      }),
    );
  const { version } = await cardOf(team.executor, appealId);
  valueOf(await team.executor.call(start, { params: { appealId }, body: { version } }));
  return cardOf(team.executor, appealId);
}

/** The executor drafts and submits, the approver approves: the answer is on its way. */
export async function answerCase(team: Team, appealId: string, text = goodAnswer): Promise<Card> {
  const params = { appealId };
  const draft = valueOf(
    await team.executor.call(saveDraft, {
      params,
      body: { kind: 'final', text, resolution: 'fixed', files: [] },
    }),
  );
  const { version } = await cardOf(team.executor, appealId);
  const submitted = valueOf(
    await team.executor.call(submitDraft, { params, body: { version, answerVersion: draft.version } }),
  );
  if (submitted.isSentAtOnce) return cardOf(team.executor, appealId);
  const waiting = await cardOf(team.approver, appealId);
  valueOf(
    await team.approver.call(approve, {
      params,
      body: { version: waiting.version, answerVersion: waiting.answers.at(-1)?.version ?? 0 },
    }),
  );
  return cardOf(team.approver, appealId);
}
