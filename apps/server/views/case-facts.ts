import { answerFilesOf, answersOf, reviewsOf } from '#flow/answer/queries/answers.ts';
import { deliveriesOf } from '#flow/answer/queries/deliveries.ts';
import { messagesOf, readAppeal } from '#flow/intake/queries/appeals.ts';
import { filesOf, refusedFilesOf } from '#flow/intake/queries/files.ts';
import { confirmationsOf, ratingsOf } from '#flow/learn/queries/outcomes.ts';
import { deadlinesOf } from '#flow/route/queries/deadlines.ts';
import { responsibilitiesOf } from '#flow/route/queries/responsibility.ts';
import { readIncident } from '#flow/understand/queries/incidents.ts';
import { textOf, understandingsOf } from '#flow/understand/queries/understandings.ts';
import { incidentMovesOf, incidentStateOf } from '#flow/work/queries/incidents.ts';
import { assignmentsOf, clarificationsOf, notesOf } from '#flow/work/queries/facts.ts';
import { movesOf, readState } from '#flow/work/queries/states.ts';
import type { Db, Writer } from '#store/connection.ts';

/** Every fact of one case that the asker may see, read in one transaction. */
export async function readFacts(tx: Db | Writer, regionId: number, appealId: string) {
  const state = await readState(tx, regionId, appealId);
  const appeal = await readAppeal(tx, regionId, appealId);
  if (state === undefined || appeal === undefined) return null;
  const answers = await answersOf(tx, regionId, appealId);
  const answerIds = answers.map((answer) => answer.id);
  return {
    state,
    appeal,
    text: await textOf(tx, regionId, appealId),
    understandings: await understandingsOf(tx, regionId, appealId),
    responsibilities: await responsibilitiesOf(tx, regionId, appealId),
    deadlines: await deadlinesOf(tx, regionId, appealId),
    moves: await movesOf(tx, regionId, appealId),
    messages: await messagesOf(tx, regionId, appealId),
    files: await filesOf(tx, regionId, appealId),
    refusedFiles: await refusedFilesOf(tx, regionId, appealId),
    clarifications: await clarificationsOf(tx, regionId, appealId),
    notes: await notesOf(tx, regionId, appealId),
    assignments: await assignmentsOf(tx, regionId, appealId),
    answers,
    reviews: await reviewsOf(tx, regionId, answerIds),
    answerFiles: await answerFilesOf(tx, regionId, answerIds),
    deliveries: await deliveriesOf(tx, regionId, appealId),
    confirmations: await confirmationsOf(tx, regionId, appealId),
    ratings: await ratingsOf(tx, regionId, appealId),
    incident: state.incident_id === null ? undefined : await readIncident(tx, regionId, state.incident_id),
    incidentState:
      state.incident_id === null ? undefined : await incidentStateOf(tx, regionId, state.incident_id),
    incidentMoves: state.incident_id === null ? [] : await incidentMovesOf(tx, regionId, state.incident_id),
  };
}
export type CaseFacts = NonNullable<Awaited<ReturnType<typeof readFacts>>>;
