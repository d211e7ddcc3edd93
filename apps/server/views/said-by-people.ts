import { correctionsOf, type CorrectedField } from '#flow/learn/queries/outcomes.ts';
import { takenIn, takenOutAgain, tiesByPeople } from '#flow/learn/queries/ties.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { CaseFacts } from './case-facts.ts';

/** What people said of a case instead of the machine, and what they tied it to; for staff only. */
export async function readSaidByPeople(tx: Db | Writer, regionId: number, { state }: CaseFacts) {
  const { appeal_id: appealId, incident_id: incidentId, received_at: receivedAt } = state;
  const own = await tiesByPeople(tx, regionId, appealId);
  const here = { appealId, since: own.at(-1)?.at ?? receivedAt };
  return {
    corrections: await correctionsOf(tx, regionId, appealId),
    ties: own,
    takenIn: incidentId === null ? [] : await takenIn(tx, regionId, incidentId, here),
    takenOut: incidentId === null ? [] : await takenOutAgain(tx, regionId, incidentId, here),
  };
}
export type SaidByPeople = Awaited<ReturnType<typeof readSaidByPeople>>;

/** Everyone named in it. */
export const saidBy = ({ corrections, ties, takenIn: came, takenOut }: SaidByPeople): string[] =>
  [...corrections, ...ties, ...came, ...takenOut.flatMap(({ put, undone }) => [put, undone])].map(
    (one) => one.by_staff,
  );

/** Who said the last word on this; `null`: nobody, what the machine says stands. */
export const lastToSay = ({ corrections }: SaidByPeople, field: CorrectedField): string | null =>
  corrections.findLast((one) => one.field === field)?.by_staff ?? null;
