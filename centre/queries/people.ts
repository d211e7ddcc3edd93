import { sql } from 'kysely';
import type { Role } from '#kernel/role.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';

/** One role of a person and what it is limited to. Both limits empty: the whole region. */
export interface Grant {
  readonly role: Role;
  readonly municipalityId: number | null;
  readonly authorityId: number | null;
  readonly sectors: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly position: string | null;
  readonly grants: readonly Grant[];
}

export const findByLogin = (tx: Db | Writer, regionId: number, login: string) =>
  tx
    .selectFrom('staff')
    .select(['id', 'password_hash', 'disabled_at'])
    .where('region_id', '=', regionId)
    .where('login', '=', login)
    .executeTakeFirst();

export async function readPerson(tx: Db | Writer, regionId: number, staffId: string): Promise<Person | null> {
  const staff = await tx
    .selectFrom('staff')
    .select(['id', 'login', 'name', 'position'])
    .where('region_id', '=', regionId)
    .where('id', '=', staffId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (staff === undefined) return null;
  const grants = await tx
    .selectFrom('staff_grant')
    .select(['role', 'municipality_id', 'authority_id', 'sectors'])
    .where('region_id', '=', regionId)
    .where('staff_id', '=', staffId)
    .execute();
  return {
    ...staff,
    grants: grants.map((grant) => ({
      role: grant.role,
      municipalityId: grant.municipality_id,
      authorityId: grant.authority_id,
      sectors: grant.sectors,
    })),
  };
}

/** Names of people by id: for histories, never for lists of what somebody wrote. */
export async function namesOf(
  tx: Db | Writer,
  regionId: number,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('region_id', '=', regionId)
    .where('id', 'in', known)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface NewPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly position: string | null;
  readonly passwordHash: string;
  readonly grants: readonly (Grant & { readonly id: string })[];
}

export async function addPeople(
  tx: Writer,
  regionId: number,
  people: readonly NewPerson[],
  at: Date,
): Promise<void> {
  await insertRows(
    tx,
    'staff',
    people.map((one) => ({
      region_id: regionId,
      id: one.id,
      login: one.login,
      name: one.name,
      position: one.position,
      password_hash: one.passwordHash,
      created_at: at,
    })),
  );
  await insertRows(
    tx,
    'staff_grant',
    people.flatMap((one) =>
      one.grants.map((grant) => ({
        region_id: regionId,
        id: grant.id,
        staff_id: one.id,
        role: grant.role,
        municipality_id: grant.municipalityId,
        authority_id: grant.authorityId,
        sectors: [...grant.sectors],
      })),
    ),
  );
}

/** The roles a visitor of a demo wants to see through, first things first. */
const demoRoles: readonly Role[] = [
  'coordinator',
  'executor',
  'approver',
  'moderator',
  'operator',
  'curator',
  'inspector',
  'leader',
  'analyst',
  'administrator',
  'data_officer',
];

/** One person of each role to try the demo with: the fewest other roles, the widest territory, the most work waiting. */
export async function demoPeople(
  tx: Db | Writer,
  regionId: number,
): Promise<{ login: string; name: string; position: string; role: Role }[]> {
  const rows = await sql<{ login: string; name: string; position: string | null; role: Role }>`
    select distinct on (g.role) s.login, s.name, s.position, g.role
    from staff s join staff_grant g on g.region_id = s.region_id and g.staff_id = s.id
    where s.region_id = ${regionId} and s.disabled_at is null
    order by g.role, (select count(distinct o.role) from staff_grant o where o.region_id = s.region_id and o.staff_id = s.id),
      g.municipality_id nulls first,
      (select count(*) from appeal_state a where a.region_id = g.region_id and a.authority_id = g.authority_id
        and a.stage in ('assigned', 'in_work')) desc,
      length(s.login), s.login`.execute(tx);
  return rows.rows
    .map((row) => ({ ...row, position: row.position ?? '' }))
    .toSorted((a, b) => demoRoles.indexOf(a.role) - demoRoles.indexOf(b.role));
}

/** Logins of the people who hold a role at a body. */
export async function loginsWith(
  tx: Db | Writer,
  regionId: number,
  role: Role,
  authorityId: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('staff as s')
    .innerJoin('staff_grant as g', (join) =>
      join.onRef('g.region_id', '=', 's.region_id').onRef('g.staff_id', '=', 's.id'),
    )
    .select('s.login')
    .where('s.region_id', '=', regionId)
    .where('s.disabled_at', 'is', null)
    .where('g.role', '=', role)
    .where('g.authority_id', '=', authorityId)
    .orderBy('s.login')
    .execute();
  return rows.map((row) => row.login);
}
