import { complainedOf } from '#flow/route/rules/complained-of.ts';
import { recordCorrections, type Correction } from '#flow/learn/queries/outcomes.ts';
import { moveToIncidents, type Joined } from '#flow/understand/queries/incidents.ts';
import { startIncident } from '#flow/understand/acts/start-incident.ts';
import {
  latestUnderstandings,
  maskedTextsOf,
  recordUnderstandings,
  type UnderstandingRow,
} from '#flow/understand/queries/understandings.ts';
import { assignAppeals, MOST_HOPS, type AssignOfCase } from '#flow/work/acts/assign-appeal.ts';
import { openIncidentStates } from '#flow/work/queries/incidents.ts';
import type { StateChange } from '#flow/work/queries/states.ts';
import type { Writer } from '#store/connection.ts';
import type { Chapter } from './chapter.ts';
import { staffId, type Doing, type Teller } from './telling.ts';

type Assigning = Doing<'assign'>;

/** Coordinators give cases to bodies; where the machine was wrong they correct it by the same hand. */
export async function tellAssignments(
  tx: Writer,
  teller: Teller,
  turns: readonly Assigning[],
  chapter: Chapter,
): Promise<void> {
  if (turns.length === 0) return;
  const regionId = teller.knowledge.region.id;
  const appealIds = turns.map(({ told }) => told.appealId);
  const texts = await maskedTextsOf(tx, regionId, appealIds);
  const judged = await latestUnderstandings(tx, regionId, appealIds);
  const corrections: Correction[] = [];
  const after: UnderstandingRow[] = [];
  const corrected = turns.map((turn) => ({ turn, set: correct(teller, turn, judged, after, corrections) }));
  await recordUnderstandings(tx, after);
  const requests: AssignOfCase[] = [];
  const merges: Joined[] = [];
  for (const { turn, set } of corrected) {
    const known = knownProblem(teller, turn, set);
    if (known !== null) merges.push(mergeOf(teller, turn, known));
    const incident =
      known === null
        ? await problemFor(tx, regionId, turn, set, staffId(teller, turn.step.by))
        : { incident_id: known };
    const request = toAssign(teller, turn, { ...set, ...incident }, texts.get(turn.told.appealId) ?? '');
    if (isNews(turn, request)) requests.push(request);
    else
      chapter.touches.push({
        state: turn.state,
        set: request.set ?? {},
        at: turn.at,
        byStaff: request.byStaff,
      });
    if (request.authorityId !== turn.state.authority_id)
      corrections.push(responsibleCorrection(turn, request));
  }
  const before = await moveToIncidents(tx, regionId, merges);
  for (const merge of merges) corrections.push(incidentCorrection(merge, before.get(merge.appealId) ?? null));
  await recordCorrections(tx, regionId, corrections);
  const { clockwork, register } = teller.knowledge.route;
  for (const assigned of await assignAppeals(tx, clockwork, register, regionId, requests))
    if (!assigned.ok) throw new Error(`a story cannot be told: ${assigned.failure.code}`);
}

/** Nobody gives a case to the body that has it; then only the correction is written. */
const isNews = ({ state }: Assigning, request: AssignOfCase): boolean =>
  state.stage !== 'assigned' || state.authority_id !== request.authorityId;

/** The judgement of a person beside the machine's, where they differ. Returns what it changes in the state. */
function correct(
  teller: Teller,
  { told, step, state, at }: Assigning,
  judged: ReadonlyMap<string, UnderstandingRow>,
  after: UnderstandingRow[],
  corrections: Correction[],
): StateChange {
  const { kind, topic: code } = told.message.truth;
  const before = judged.get(told.appealId);
  const topic = code === null ? undefined : teller.knowledge.topics.get(code);
  if (before === undefined || topic === undefined) return {};
  if (before.kind === kind && before.topic === code) return {};
  const by = staffId(teller, step.by);
  after.push({
    ...before,
    seq: before.seq + 1,
    at,
    by_staff: by,
    kind,
    kind_confidence: before.kind === kind ? before.kind_confidence : 1,
    topic: topic.code,
    topic_confidence: before.topic === code ? before.topic_confidence : 1,
    acts_alone: true,
  });
  const base = { appealId: told.appealId, modelVersion: before.model_version, at, by };
  if (before.kind !== kind) corrections.push({ ...base, field: 'kind', was: before.kind, became: kind });
  if (before.topic !== code)
    corrections.push({ ...base, field: 'topic', was: before.topic, became: topic.code });
  return {
    kind,
    topic: topic.code,
    sector: topic.sector,
    is_sensitive: topic.visibility !== 'public',
    incident_id: state.incident_id,
  };
}

/** The problem a coordinator recognises: neighbours told of it before, and the place is named or all the town speaks of it. */
function knownProblem(teller: Teller, { told, state }: Assigning, set: StateChange): string | null {
  const { problem, mention, surge, kind } = told.message.truth;
  if (problem === null || kind !== 'problem' || (set.kind ?? state.kind) !== 'problem') return null;
  const isRecognised =
    surge !== null || mention === 'house' || mention === 'street' || mention === 'landmark';
  const known = teller.problems.get(problem) ?? null;
  return isRecognised && known !== state.incident_id ? known : null;
}

const mergeOf = (teller: Teller, { told, step, at }: Assigning, incidentId: string): Joined => ({
  appealId: told.appealId,
  incidentId,
  at,
  by: staffId(teller, step.by),
  reason: 'merged_by_hand',
  score: 1,
});

const incidentCorrection = ({ appealId, incidentId, at, by }: Joined, was: string | null): Correction => ({
  appealId,
  field: 'incident',
  was,
  became: incidentId,
  modelVersion: 'same_problem',
  at,
  by: by ?? '',
});

/** What turned out to be a problem gets an incident of its own. */
async function problemFor(
  tx: Writer,
  regionId: number,
  { told, state, at }: Assigning,
  set: StateChange,
  by: string,
): Promise<StateChange> {
  if (state.incident_id !== null || (set.kind ?? state.kind) !== 'problem') return {};
  const id = await startIncident(tx, regionId, { appealId: told.appealId, at, by, reason: 'first_report' });
  await openIncidentStates(tx, regionId, [{ id, appealId: told.appealId, at }]);
  return { incident_id: id };
}

function toAssign(teller: Teller, turn: Assigning, set: StateChange, text: string): AssignOfCase {
  const { state, step, at } = turn;
  const { register, complaints } = teller.knowledge.route;
  const planned = teller.ids.authority.get(step.authority);
  if (planned === undefined) throw new Error(`there is no body ${step.authority}`);
  const complainedOfId = complainedOf(text, complaints);
  const isComplaint = complainedOfId === planned;
  const above = register.authorities.get(planned)?.parentId ?? planned;
  const authorityId = isComplaint ? above : planned;
  const isTransfer = state.authority_id !== null && state.authority_id !== authorityId;
  const asArbiter = state.hops + (isTransfer ? 1 : 0) > MOST_HOPS;
  return {
    state,
    set,
    authorityId,
    executorId:
      isComplaint || step.executor === null ? null : (teller.ids.executor.get(step.executor) ?? null),
    note: asArbiter ? 'Третья передача: решили, кто отвечает.' : null,
    asArbiter,
    byStaff: staffId(teller, step.by),
    at,
    complainedOfId: complainedOfId === authorityId ? null : complainedOfId,
  };
}

const responsibleCorrection = ({ told, state, at }: Assigning, request: AssignOfCase): Correction => ({
  appealId: told.appealId,
  field: 'responsible',
  was: state.authority_id === null ? null : String(state.authority_id),
  became: String(request.authorityId),
  modelVersion: 'register',
  at,
  by: request.byStaff,
});
