import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { appealByNumber } from '#flow/intake/queries/appeals.ts';
import { parseCaseNumber } from '#flow/intake/rules/number.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';

export type OwnAppeal = NonNullable<Awaited<ReturnType<typeof appealByNumber>>>;

/** Stands in for a case that does not exist, so that both answers take the same time. */
const nobody = '00000000-0000-7000-8000-000000000000';

/**
 * The case behind a number and its secret. A wrong number and a wrong secret are told alike, and compared in the same time.
 *
 * @returns `null` unless both fit
 */
export async function ownAppeal(
  db: Db | Writer,
  seals: Seals,
  regionId: number,
  number: string,
  secret: string,
): Promise<OwnAppeal | null> {
  const read = parseCaseNumber(number);
  const appeal = read === null ? undefined : await appealByNumber(db, regionId, read);
  const expected = Buffer.from(seals.trackingSecret(appeal?.id ?? nobody));
  const given = Buffer.alloc(expected.length);
  const written = Buffer.from(secret);
  written.copy(given);
  const fits = timingSafeEqual(given, expected) && written.length === expected.length;
  return fits && appeal !== undefined ? appeal : null;
}

/** The parts of the address of a case; what is longer than any of ours is no case of ours. */
export const caseParams = z.object({
  number: z.string().transform((value) => value.slice(0, 100)),
  secret: z.string().transform((value) => value.slice(0, 100)),
});
