import {
  approveDraft,
  approveDrafts,
  returnDraft,
  returnDrafts,
  submitDraft,
  submitDrafts,
} from '#flow/answer/acts/review-draft.ts';
import { writeDraft, writeDrafts, type DraftOfCase } from '#flow/answer/acts/write-draft.ts';
import { assignAppeal, assignAppeals, type AssignOfCase } from '#flow/work/acts/assign-appeal.ts';
import { moveAppeal, moveAppeals, type CaseMove } from '#flow/work/acts/move-appeal.ts';
import { moveIncident, moveIncidents, type ProblemMoveRequest } from '#flow/work/acts/move-problem.ts';
import type { Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import type { SmallRegion } from './small-region.ts';

/** One region of the pair: the same messages in the same order. */
export interface Stage {
  readonly region: SmallRegion;
  readonly knowledge: RegionKnowledge;
  readonly cases: readonly string[];
  readonly run: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>;
}

/** The same acts, one case after another or all at once. */
export interface Hands {
  assign(tx: Writer, stage: Stage, list: readonly AssignOfCase[]): Promise<readonly unknown[]>;
  move(tx: Writer, stage: Stage, list: readonly CaseMove[]): Promise<readonly unknown[]>;
  world(tx: Writer, stage: Stage, list: readonly ProblemMoveRequest[]): Promise<readonly unknown[]>;
  write(tx: Writer, list: readonly DraftOfCase[]): Promise<readonly { readonly ok: boolean }[]>;
  review(
    tx: Writer,
    stage: Stage,
    what: 'submit' | 'return' | 'approve',
    list: readonly { readonly appealId: string; readonly answerVersion: number; readonly at: Date }[],
  ): Promise<readonly { readonly ok: boolean }[]>;
}

const reason = { reason: 'no_proof', note: 'Нужно фото' } as const;

export const together: Hands = {
  assign: (tx, { knowledge: { route }, region }, list) =>
    assignAppeals(tx, route.clockwork, route.register, region.id, list),
  move: (tx, { knowledge: { route } }, list) => moveAppeals(tx, route.clockwork, list),
  world: (tx, { region }, list) => moveIncidents(tx, region.id, list),
  write: (tx, list) => writeDrafts(tx, list),
  review: (tx, { region }, what, list) => {
    const by = region.people.approver.id;
    if (what === 'submit') return submitDrafts(tx, region.id, list);
    if (what === 'return')
      return returnDrafts(
        tx,
        region.id,
        list.map((one) => ({ ...one, ...reason, by })),
      );
    return approveDrafts(
      tx,
      region.id,
      list.map((one) => ({ ...one, by })),
    );
  },
};

async function eachOf<T, R>(list: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of list) results.push(await act(one));
  return results;
}

export const oneByOne: Hands = {
  assign: (tx, { knowledge: { route } }, list) =>
    eachOf(list, (one) => assignAppeal(tx, route.clockwork, route.register, one.state, one)),
  move: (tx, { knowledge: { route } }, list) =>
    eachOf(list, (one) => moveAppeal(tx, route.clockwork, one.state, one)),
  world: (tx, { region }, list) => eachOf(list, (one) => moveIncident(tx, region.id, one)),
  write: (tx, list) => eachOf(list, (one) => writeDraft(tx, one.state, one)),
  review: (tx, { region }, what, list) => {
    const by = region.people.approver.id;
    if (what === 'submit') return eachOf(list, (one) => submitDraft(tx, region.id, one));
    if (what === 'return')
      return eachOf(list, (one) => returnDraft(tx, region.id, { ...one, ...reason, by }));
    return eachOf(list, (one) => approveDraft(tx, region.id, { ...one, by }));
  },
};
