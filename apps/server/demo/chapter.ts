import { recordPastDeliveries, type PastLetter } from '#flow/answer/acts/record-past.ts';
import {
  addPromises,
  settlePromisesOf,
  type NewPromise,
  type PromiseWord,
} from '#flow/answer/queries/promises.ts';
import { attachFilesOf, type AttachedFiles } from '#flow/intake/queries/files.ts';
import {
  count,
  recordConfirmations,
  recordRatings,
  type Counted,
  type CountedEvent,
  type NewConfirmation,
  type NewRating,
} from '#flow/learn/queries/outcomes.ts';
import { moveAppeals, type CaseMove } from '#flow/work/acts/move-appeal.ts';
import { moveIncidents, type ProblemMoveRequest } from '#flow/work/acts/move-problem.ts';
import {
  addClarifications,
  addNotes,
  type NewClarification,
  type NewNote,
} from '#flow/work/queries/facts.ts';
import { refreshDue, touchStates, type AppealStateRow, type Touch } from '#flow/work/queries/states.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import type { Writer } from '#store/connection.ts';

/** Everything one wave of stories writes, kind by kind, so that each kind is one statement or two. */
export interface Chapter {
  readonly moves: CaseMove[];
  /** Moves that follow the first of the same case at once. */
  readonly seconds: CaseMove[];
  readonly worlds: ProblemMoveRequest[];
  readonly touches: Touch[];
  readonly letters: PastLetter[];
  readonly promises: NewPromise[];
  readonly promiseWords: PromiseWord[];
  readonly files: AttachedFiles[];
  readonly clarifications: NewClarification[];
  readonly notes: NewNote[];
  readonly confirmations: NewConfirmation[];
  readonly ratings: NewRating[];
  readonly counted: Counted[];
}

export const newChapter = (): Chapter => ({
  moves: [],
  seconds: [],
  worlds: [],
  touches: [],
  letters: [],
  promises: [],
  promiseWords: [],
  files: [],
  clarifications: [],
  notes: [],
  confirmations: [],
  ratings: [],
  counted: [],
});

/** A countable event of a case as the live program counts it. */
export const countedOf = (
  knowledge: RegionKnowledge,
  state: AppealStateRow,
  event: CountedEvent,
  at: Date,
): Counted => ({
  day: knowledge.time.dayOf(at),
  event,
  municipalityId: state.municipality_id,
  topic: state.topic,
  channel: state.channel,
  hasPlace: state.lat !== null,
});

/** Writes a chapter by the acts; its moves were checked against the rules before, so a refusal is a bug. */
export async function writeChapter(tx: Writer, knowledge: RegionKnowledge, chapter: Chapter): Promise<void> {
  const regionId = knowledge.region.id;
  const { clockwork } = knowledge.route;
  for (const list of [chapter.moves, chapter.seconds])
    for (const moved of await moveAppeals(tx, clockwork, list))
      if (!moved.ok) throw new Error(`a story cannot be told: ${moved.failure.code}`);
  await touchStates(tx, chapter.touches);
  if (chapter.touches.length > 0) await refreshTouched(tx, regionId, chapter.touches);
  // Neighbours of one problem tell about it independently: what another has moved on already stays so.
  await moveIncidents(
    tx,
    regionId,
    chapter.worlds.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  );
  await recordPastDeliveries(tx, regionId, chapter.letters);
  await addPromises(tx, regionId, chapter.promises);
  await settlePromisesOf(tx, regionId, chapter.promiseWords);
  await attachFilesOf(tx, regionId, chapter.files);
  await addClarifications(tx, regionId, chapter.clarifications);
  await addNotes(tx, regionId, chapter.notes);
  await recordConfirmations(tx, regionId, chapter.confirmations);
  await recordRatings(tx, regionId, chapter.ratings);
  await count(tx, regionId, chapter.counted);
}

/** An extension or a hand-over changes clocks without a move. */
const refreshTouched = (tx: Writer, regionId: number, touches: readonly Touch[]): Promise<void> =>
  refreshDue(
    tx,
    regionId,
    touches.map(({ state }) => state.appeal_id),
    touches.reduce((last, { at }) => (at > last ? at : last), touches[0]?.at ?? new Date(0)),
  );
