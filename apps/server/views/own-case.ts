import { looksAtContact, type Look } from '#centre/queries/audit.ts';
import { messagesOf } from '#flow/intake/queries/appeals.ts';
import { filesOf } from '#flow/intake/queries/files.ts';
import { openContent } from '#flow/intake/queries/content.ts';
import { canConfirm, CONFIRMATION_DAYS } from '#flow/learn/rules/verdict.ts';
import { countReporters } from '#flow/understand/queries/reporters.ts';
import { findDangers } from '#flow/understand/rules/danger.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { appealKinds, type AppealKind } from '#kernel/appeal.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import type { OwnAppeal } from '../portal/case-access.ts';
import { readFacts, type CaseFacts } from './case-facts.ts';

/** One message of the author, opened: these are their own words. */
export interface OwnMessage {
  readonly id: string;
  readonly at: Date;
  readonly text: string;
}

/** A case as its author may know it. `facts` are not there while nobody, nor the machine, has read the message. */
export interface OwnCase {
  readonly appeal: OwnAppeal;
  readonly facts: CaseFacts | null;
  readonly messages: readonly OwnMessage[];
  readonly contact: string | null;
  /** The place as the author typed it. */
  readonly givenAddress: string | null;
  readonly files: Awaited<ReturnType<typeof filesOf>>;
  readonly looks: readonly Look[];
  /** How many other people reported the same problem. */
  readonly neighbours: number;
}

export async function readOwnCase(
  tx: Db | Writer,
  seals: Seals,
  regionId: number,
  appeal: OwnAppeal,
): Promise<OwnCase> {
  const facts = await readFacts(tx, regionId, appeal.id);
  const messages = facts?.messages ?? (await messagesOf(tx, regionId, appeal.id));
  const open = (sealed: Buffer) => openContent(seals, sealed);
  const [first] = messages;
  return {
    appeal,
    facts,
    messages: messages.map(({ id, received_at: at, sealed }) => ({ id, at, text: open(sealed).text })),
    contact: first === undefined ? null : open(first.sealed).contact,
    givenAddress: first === undefined ? null : (open(first.sealed).givenAddress ?? appeal.given_address),
    files: facts?.files ?? (await filesOf(tx, regionId, appeal.id)),
    looks: await looksAtContact(tx, regionId, appeal.id),
    neighbours: await othersOf(tx, seals, regionId, facts),
  };
}

/** People who reported the problem of this case besides its author. */
async function othersOf(
  tx: Db | Writer,
  seals: Seals,
  regionId: number,
  facts: CaseFacts | null,
): Promise<number> {
  const { incident_id: incidentId, stage, closed_as: closedAs } = facts?.state ?? {};
  if (incidentId === undefined || incidentId === null) return 0;
  const people = (await countReporters(tx, regionId, [incidentId], seals)).get(incidentId) ?? 0;
  const isCounted = stage !== 'declined' && closedAs !== 'withdrawn';
  return isCounted ? Math.max(0, people - 1) : people;
}

/** What the author may do now; the same on the page and in the API. */
export interface OwnRights {
  readonly confirm: boolean;
  readonly dispute: boolean;
  readonly rateAnswer: boolean;
  readonly rateFix: boolean;
  readonly write: boolean;
  readonly withdraw: boolean;
  readonly object: boolean;
}

export function rightsOf({ facts }: Pick<OwnCase, 'facts'>): OwnRights {
  if (facts === null)
    return {
      confirm: false,
      dispute: false,
      rateAnswer: false,
      rateFix: false,
      write: true,
      withdraw: false,
      object: false,
    };
  const { stage, closed_as: closedAs, answer_axis: axis } = facts.state;
  const isOver = stage === 'closed' || stage === 'declined';
  const resolution = finalAnswer(facts)?.resolution ?? null;
  const isAnswered = axis !== 'none' && closedAs !== 'withdrawn';
  return {
    confirm: canConfirm(kindOf(facts), stage, resolution).ok,
    dispute: stage === 'answered' || (stage === 'closed' && closedAs !== 'withdrawn'),
    rateAnswer: isAnswered,
    rateFix: isAnswered && kindOf(facts) === 'problem' && resolution !== null,
    write: !isOver,
    withdraw: !isOver,
    object: stage === 'declined',
  };
}

/** Until a person decides, what is perhaps not a case is shown to its author as a question. */
export const kindOf = (facts: Pick<CaseFacts, 'state'>): AppealKind =>
  appealKinds.find((kind) => kind === facts.state.kind) ?? 'question';

/** The last approved final answer. */
export const finalAnswer = (facts: Pick<CaseFacts, 'answers'>) =>
  facts.answers.findLast((answer) => answer.state === 'approved' && answer.kind === 'final');

/** Until when the fix may be confirmed: its window opens with the answer. */
export function confirmUntil(facts: CaseFacts): Date | null {
  if (!rightsOf({ facts }).confirm) return null;
  const window = facts.deadlines.findLast(
    (row) => row.clock === 'confirmation_window' && row.met_at === null && row.cancelled_at === null,
  );
  const answeredAt = finalAnswer(facts)?.approved_at ?? facts.state.stage_since;
  return window?.due_at ?? new Date(answeredAt.getTime() + CONFIRMATION_DAYS * 86_400_000);
}

/** What of danger the words name, most urgent first; asked at once, before the case is understood. */
export const dangerIn = (text: string): 'emergency' | 'high' | null =>
  findDangers(readWords(plainText(text)))[0]?.level ?? null;
