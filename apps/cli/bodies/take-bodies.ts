import { addBodies, type BodyToAdd } from '#centre/acts/add-bodies.ts';
import { authoritiesOf, municipalitiesOf } from '#centre/queries/reference.ts';
import { authorityKindOf, authorityKinds } from '#centre/rules/authority-kind.ts';
import { StartFault } from '#store/start-fault.ts';
import { wholeRegion, withScope, type Db } from '#store/connection.ts';
import { isFormless, ownerFinder } from '../objects/owner-names.ts';
import { pickRow } from '../pick-row.ts';

/** What a person wrote of one organisation; empty where nothing. */
export interface WrittenBody {
  readonly row: number;
  readonly name: string;
  readonly short: string;
  readonly kind: string;
  readonly municipality: string;
  readonly contact: string;
}

export const refusals = ['no_name', 'no_kind', 'unknown_kind', 'unknown_municipality', 'same_name'] as const;
export type Refusal = (typeof refusals)[number];

/** The same in words for a person. */
export const reasonsToRefuse: Readonly<Record<Refusal, string>> = {
  no_name: 'it has no name',
  no_kind: `its kind is not said; there are ${authorityKinds.join(', ')}`,
  unknown_kind: `there is no such kind; there are ${authorityKinds.join(', ')}`,
  unknown_municipality: 'the region has no such municipality, or several',
  same_name: 'another body has the same name or short name',
};

/** Rows by what became of them. */
export interface BodyCount {
  readonly rows: number;
  readonly added: readonly { readonly id: number; readonly name: string }[];
  /** There already: nothing is changed of them. */
  readonly known: number;
  readonly refused: ReadonlyMap<Refusal, readonly number[]>;
}

/** Adds what can be added of these rows; `isDry`: only tells. */
export async function takeBodies(
  db: Db,
  regionId: number,
  written: readonly WrittenBody[],
  { at, isDry }: { readonly at: Date; readonly isDry: boolean },
): Promise<BodyCount> {
  const { count } = await withScope(db, wholeRegion(regionId), async (tx) => {
    const municipalities = await municipalitiesOf(tx, regionId);
    const refused = new Map<Refusal, number[]>();
    const refuse = (why: Refusal, row: number): void => {
      refused.set(why, [...(refused.get(why) ?? []), row]);
    };
    const standing = ownerFinder(
      (await authoritiesOf(tx, regionId)).map(({ id, name, short_name: shortName }) => ({
        id,
        name,
        shortName,
      })),
      new Map(),
    );
    // «Уют» is the «ООО „Уют“» that is there: were it a second body, registers that name either would find none.
    const isThere = (name: string): boolean => isFormless(name) && standing(name) !== null;
    let there = 0;
    const bodies: (BodyToAdd & { readonly row: number })[] = [];
    for (const one of written) {
      const read = readBody(one, municipalities);
      if (typeof read === 'string') refuse(read, one.row);
      else if (isThere(read.name)) there += 1;
      else bodies.push({ ...read, row: one.row });
    }
    const { added, known, sameName } = await addBodies(tx, regionId, bodies, at);
    for (const place of sameName) refuse('same_name', bodies[place]?.row ?? 0);
    const count: BodyCount = {
      rows: written.length,
      added: added.map(({ at: place, id }) => ({ id, name: bodies[place]?.name ?? '' })),
      known: there + known.length,
      refused,
    };
    // What is not ok is taken back.
    return { ok: !isDry, count };
  });
  return count;
}

function readBody(
  written: WrittenBody,
  municipalities: Awaited<ReturnType<typeof municipalitiesOf>>,
): BodyToAdd | Refusal {
  const [name, short] = [clean(written.name), clean(written.short)];
  if (name === '') return 'no_name';
  if (written.kind.trim() === '') return 'no_kind';
  const kind = authorityKindOf(written.kind);
  if (kind === null) return 'unknown_kind';
  const municipalityId = municipalityOf(clean(written.municipality), municipalities);
  if (municipalityId === undefined) return 'unknown_municipality';
  const contact = clean(written.contact);
  return {
    name,
    shortName: short === '' ? name : short,
    kind,
    municipalityId,
    contact: contact === '' ? null : contact,
  };
}

/** `undefined`: no such municipality, or several. */
function municipalityOf(
  meant: string,
  municipalities: Awaited<ReturnType<typeof municipalitiesOf>>,
): number | null | undefined {
  if (meant === '') return null;
  try {
    return pickRow('municipality', meant, municipalities);
  } catch (error) {
    if (error instanceof StartFault) return undefined;
    throw error;
  }
}

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();
