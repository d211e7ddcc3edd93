import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import { lockImport } from '../queries/import-lock.ts';
import { authoritiesOf } from '../queries/reference.ts';
import type { AuthorityKind } from '../rules/authority-kind.ts';

/** An organisation to add; its number and what stands above it are settled here. */
export interface BodyToAdd {
  readonly name: string;
  readonly shortName: string;
  readonly kind: AuthorityKind;
  /** `null`: it works in the whole region. */
  readonly municipalityId: number | null;
  readonly contact: string | null;
}

/** What became of a list of bodies, each named by its place in the list. */
export interface AddedBodies {
  readonly added: readonly { readonly at: number; readonly id: number }[];
  /** Of this whole name there is one already. */
  readonly known: readonly number[];
  /** Another body bears its short name, or bears its name for a short one: nobody could tell them apart. */
  readonly sameName: readonly number[];
}

/** «ООО "Уют"» and «ООО «Уют»» are one body. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Adds organisations to a region, in the caller's transaction; the same list again adds nothing. Complaints about a body go to
 * the one above it: the administration of its municipality, or the government of the region.
 */
export async function addBodies(
  tx: Writer,
  regionId: number,
  bodies: readonly BodyToAdd[],
  at: Date,
): Promise<AddedBodies> {
  await lockImport(tx, regionId, 'bodies');
  const standing = await authoritiesOf(tx, regionId);
  const outcome = settle(standing, bodies);
  const rows = outcome.added.flatMap(({ at: place, id }) => {
    const body = bodies[place];
    return body === undefined ? [] : [{ id, ...body }];
  });
  await insertRows(
    tx,
    'authority',
    rows.map(({ id, name, shortName, kind, municipalityId, contact }) => ({
      region_id: regionId,
      id,
      name,
      short_name: shortName,
      kind,
      municipality_id: municipalityId,
      parent_id: bodyAbove(standing, municipalityId),
      contact,
    })),
  );
  await audit(
    tx,
    regionId,
    rows.map(({ id, kind, municipalityId }) => ({
      at,
      actor: null,
      action: 'body_added',
      subjectKind: 'authority',
      subjectId: String(id),
      details: { kind, municipalityId },
    })),
  );
  return outcome;
}

type Standing = Awaited<ReturnType<typeof authoritiesOf>>;

function settle(standing: Standing, bodies: readonly BodyToAdd[]): AddedBodies {
  const whole = new Set(standing.map(({ name }) => bare(name)));
  const taken = new Set([...whole, ...standing.map(({ short_name }) => bare(short_name))]);
  let last = Math.max(0, ...standing.map(({ id }) => id));
  const added: { at: number; id: number }[] = [];
  const known: number[] = [];
  const sameName: number[] = [];
  for (const [i, { name, shortName }] of bodies.entries()) {
    const names = [bare(name), bare(shortName)];
    if (whole.has(bare(name))) known.push(i);
    else if (names.some((one) => taken.has(one))) sameName.push(i);
    else {
      last += 1;
      added.push({ at: i, id: last });
      whole.add(bare(name));
      for (const one of names) taken.add(one);
    }
  }
  return { added, known, sameName };
}

function bodyAbove(standing: Standing, municipalityId: number | null): number | null {
  const administration =
    municipalityId === null
      ? undefined
      : standing.find((one) => one.kind === 'administration' && one.municipality_id === municipalityId);
  const government = standing.find(({ kind, parent_id }) => kind === 'government' && parent_id === null);
  return (administration ?? government)?.id ?? null;
}
