import type { z } from 'zod';
import type { timelineEntry } from '#contract/timeline.ts';
import { maskMessage } from '#flow/understand/rules/personal-data.ts';
import type { CaseFacts } from './case-facts.ts';
import type { SaidByPeople } from './said-by-people.ts';

type Entry = z.input<typeof timelineEntry>;
type By = (id: string | null) => string | null;

/**
 * Every fact of a case in the order of time.
 *
 * @param words opens the sealed words of a message; they are masked here
 */
export function timelineOf(
  facts: CaseFacts,
  said: SaidByPeople,
  by: By,
  words: (sealed: Buffer) => string,
): Entry[] {
  const entries: Entry[] = [
    ...moved(facts, by),
    ...tied(said, by),
    ...judged(facts, said, by),
    ...worked(facts, by),
    ...written(facts, words),
    ...told(facts),
  ];
  return entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const moved = (facts: CaseFacts, by: By): Entry[] => [
  ...facts.moves.map((one) => ({
    what: 'moved' as const,
    at: one.at.toISOString(),
    byWhom: one.by_whom,
    by: by(one.by_staff),
    action: one.action,
    to: one.to_stage,
    reason: one.reason,
    note: one.note,
  })),
  ...facts.incidentMoves.map((one) => ({
    what: 'problem_moved' as const,
    at: one.at.toISOString(),
    byWhom: one.by_whom,
    by: by(one.by_staff),
    to: one.to_state,
  })),
];

const judgedFields = ['kind', 'topic', 'place'] as const;

/** Back where the case came from, with nobody else there, is the end of a merge even where the merge itself is not seen. */
const tied = ({ ties, takenIn, takenOut }: SaidByPeople, by: By): Entry[] => [
  ...ties.map((one, index) => {
    const cameFrom = ties.slice(0, index).some((earlier) => earlier.was === one.became);
    const how =
      one.is_undone || (cameFrom && one.number === null) ? 'unmerged' : one.is_new ? 'split' : 'merged';
    const numbers = how === 'merged' && one.number !== null ? [one.number] : [];
    return { what: 'tied' as const, at: one.at.toISOString(), by: by(one.by_staff), how, numbers } as const;
  }),
  ...[
    ...[...takenIn, ...takenOut.map(({ put }) => put)].map((one) => ({ one, how: 'took_in' as const })),
    ...takenOut.map(({ undone }) => ({ one: undone, how: 'gave_back' as const })),
  ].map(({ one, how }) => ({
    what: 'tied' as const,
    at: one.at.toISOString(),
    by: by(one.by_staff),
    how,
    numbers: [...one.numbers],
  })),
];

const judged = (facts: CaseFacts, { corrections }: SaidByPeople, by: By): Entry[] => [
  ...facts.understandings.map((one) => ({
    what: 'understood' as const,
    at: one.at.toISOString(),
    by: by(one.by_staff),
    corrected: judgedFields.filter((field) =>
      corrections.some((said) => said.field === field && said.at.getTime() === one.at.getTime()),
    ),
    kind: one.kind,
    topic: one.topic,
    confidence: one.topic_confidence,
  })),
  ...facts.responsibilities.map((one) => ({
    what: 'made_responsible' as const,
    at: one.at.toISOString(),
    by: by(one.by_staff),
    authorityId: one.authority_id,
    explanation: one.explanation,
    note: one.note,
  })),
];

const worked = (facts: CaseFacts, by: By): Entry[] => [
  ...facts.clarifications.map((one) => ({
    what: 'asked' as const,
    at: one.asked_at.toISOString(),
    by: by(one.asked_by),
    question: one.question,
  })),
  ...facts.notes.map((one) => ({
    what: 'noted' as const,
    at: one.at.toISOString(),
    by: by(one.by_staff),
    text: one.text,
  })),
  ...facts.assignments.map((one) => ({
    what: 'assigned' as const,
    at: one.created_at.toISOString(),
    by: by(one.created_by),
    authorityId: one.authority_id,
    task: one.task,
  })),
  ...facts.assignments.flatMap((one) =>
    one.done_at === null || one.report === null
      ? []
      : [
          {
            what: 'reported' as const,
            at: one.done_at.toISOString(),
            by: by(one.done_by),
            report: one.report,
          },
        ],
  ),
  ...facts.deadlines.flatMap((one) =>
    one.extended_to === null || one.extended_reason === null
      ? []
      : [
          {
            what: 'extended' as const,
            at: one.started_at.toISOString(),
            until: one.extended_to.toISOString(),
            reason: one.extended_reason,
          },
        ],
  ),
];

/** The first message is the text of the card itself; here are the ones after it and its edits. */
const written = (facts: CaseFacts, words: (sealed: Buffer) => string): Entry[] =>
  facts.messages.flatMap((one, index) =>
    index === 0 && one.versions === 1
      ? []
      : [
          {
            what: 'wrote' as const,
            at: (index === 0 ? one.changed_at : one.received_at).toISOString(),
            text: maskMessage(words(one.sealed)),
            isEdit: index === 0,
          },
        ],
  );

const told = (facts: CaseFacts): Entry[] => [
  ...facts.deliveries.map((one) => ({
    what: 'delivered' as const,
    at: (one.settled_at ?? one.claimed_at ?? one.created_at).toISOString(),
    purpose: one.purpose,
    state: one.state,
  })),
  ...facts.confirmations.map((one) => ({
    what: 'confirmed' as const,
    at: one.at.toISOString(),
    verdict: one.verdict,
    reason: one.reason,
  })),
  ...facts.ratings.map((one) => ({
    what: 'rated' as const,
    at: one.at.toISOString(),
    subject: one.subject,
    score: one.score,
  })),
];
