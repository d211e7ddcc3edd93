import { ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import type { Understood } from '#flow/understand/rules/understood.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { startDeadlines } from '../queries/deadlines.ts';
import { recordResponsibilities } from '../queries/responsibility.ts';
import type { ClockEvent } from '../rules/clock.ts';
import { complainedOf, type ComplaintIndex } from '../rules/complained-of.ts';
import { historyOpinion, withHistory } from '../rules/history-opinion.ts';
import type { OwnerModel } from '../rules/owner-model.ts';
import {
  decideResponsible,
  isDecided,
  type ObjectOfCase,
  type Register,
  type RouteDecision,
  type RouteQuestion,
} from '../rules/responsible.ts';
import { deadlinesStartedBy, type Clockwork, type StartedDeadline } from '../rules/starting.ts';

/** What routing knows of a region. */
export interface RouteKnowledge {
  readonly register: Register;
  /** What the region's own past teaches of who answers; `null` where it has not been learnt. */
  readonly owners: OwnerModel | null;
  readonly complaints: ComplaintIndex;
  readonly clockwork: Clockwork;
  readonly municipalityNames: ReadonlyMap<number, string>;
  readonly streetOwners: ReadonlyMap<number, number>;
}

/** A case, who manages the house it is about and the object it stands on. */
export interface CaseToRoute {
  readonly understood: Understood;
  readonly houseManagerId: number | null;
  readonly object: ObjectOfCase | null;
}

export interface Routed {
  readonly understood: Understood;
  readonly decision: RouteDecision;
  readonly deadlines: readonly StartedDeadline[];
}

/** Decides who must act, by the register and by what the past teaches; pure, so that a correction can ask the same question again. */
export function decide(one: CaseToRoute, knowledge: RouteKnowledge): RouteDecision {
  const { understood } = one;
  const topic = understood.topic === null ? undefined : knowledge.clockwork.topics.get(understood.topic);
  const { municipalityId, streetId } = understood.place;
  const question: RouteQuestion = {
    kind: understood.kind,
    topic:
      topic === undefined
        ? null
        : {
            code: topic.code,
            sector: topic.sector,
            responsibleKind: topic.responsibleKind,
            name: topic.name.ru,
          },
    municipality:
      municipalityId === null
        ? null
        : { id: municipalityId, name: knowledge.municipalityNames.get(municipalityId) ?? '' },
    houseManagerId: one.houseManagerId,
    streetOwnerId: streetId === null ? null : (knowledge.streetOwners.get(streetId) ?? null),
    object: one.object,
    placeLabel: understood.place.label,
    complainedOfId: complainedOf(understood.maskedText, knowledge.complaints),
  };
  const { register, owners } = knowledge;
  const decision = decideResponsible(question, register);
  if (owners === null) return decision;
  const opinion = historyOpinion(readWords(understood.maskedText), question, owners, register);
  return withHistory(decision, opinion, question, register);
}

/**
 * Routes a batch: for each case the responsible body with the reason, and the clocks that start at its receipt and
 * registration (and at assignment, if a body is known and the machine may act alone).
 *
 * @param at `null`: each case at the moment its message was received
 */
export async function routeAppeals(
  tx: Writer,
  regionId: number,
  cases: readonly CaseToRoute[],
  knowledge: RouteKnowledge,
  mayAssign: (understood: Understood, hasAuthority: boolean) => boolean,
  at: Date | null,
): Promise<Result<Routed[], 'calendar_exhausted'>> {
  const routed: Routed[] = [];
  for (const one of cases) {
    const { understood } = one;
    const decision = decide(one, knowledge);
    const isAssigned = mayAssign(understood, isDecided(decision));
    const started = firstDeadlines(understood, isAssigned, knowledge.clockwork);
    if (!started.ok) return started;
    routed.push({ understood, decision, deadlines: started.value });
  }
  await recordResponsibilities(
    tx,
    regionId,
    routed.map((one) => ({
      appealId: one.understood.appealId,
      seq: 1,
      at: at ?? one.understood.receivedAt,
      byStaff: null,
      cause: 'first',
      decision: one.decision,
      note: null,
    })),
  );
  await startDeadlines(
    tx,
    regionId,
    routed.flatMap((one) => one.deadlines),
  );
  return ok(routed);
}

/** The clocks a new case begins with. */
function firstDeadlines(
  understood: Understood,
  isAssigned: boolean,
  clockwork: Clockwork,
): Result<StartedDeadline[], 'calendar_exhausted'> {
  const events: ClockEvent[] = ['received', 'registered'];
  if (understood.dangerLevel !== null) events.push('danger_noticed');
  if (isAssigned) events.push('assigned');
  const started = deadlinesStartedBy(events, clockedCase(understood), [], understood.receivedAt, clockwork);
  // Routed by the machine at once, the clock of routing has nothing to wait for.
  return started.ok && isAssigned
    ? ok(started.value.filter((deadline) => !metByAssignment(deadline.clock, clockwork)))
    : started;
}

const clockedCase = (understood: Understood) => ({
  appealId: understood.appealId,
  regime: understood.regime,
  kind: understood.kind,
  topic: understood.topic,
  dangerLevel: understood.dangerLevel,
});

const metByAssignment = (code: string, { clocks }: Clockwork): boolean =>
  clocks.some((clock) => clock.code === code && clock.stopsAt.includes('assigned'));
