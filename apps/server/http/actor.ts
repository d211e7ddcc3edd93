import type { FastifyRequest } from 'fastify';
import { readSession } from '#centre/acts/sign-in.ts';
import { readPerson, type Person } from '#centre/queries/people.ts';
import type { Region } from '#centre/queries/regions.ts';
import { permissionsOf, type Permission } from '#centre/rules/access.ts';
import { scopeOf } from '#centre/rules/scope.ts';
import type { Role } from '#kernel/role.ts';
import { wholeRegion, withScope, type Scope } from '#store/connection.ts';
import type { App } from '#house/app.ts';

export const SESSION_COOKIE = 'otklik_session';

/** A member of staff who is signed in, and how far they see. */
export interface Actor {
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: Scope;
  readonly csrfToken: string;
}

export const csrfTokenOf = (app: App, sessionToken: string): string =>
  app.seals.fingerprint('session', `csrf:${sessionToken}`).toString('hex');

/** Who is asking, or `null`. */
export async function actorOf(app: App, region: Region, request: FastifyRequest): Promise<Actor | null> {
  const token = request.cookies[SESSION_COOKIE];
  if (token === undefined || token === '') return null;
  const person = await withScope(app.db, wholeRegion(region.id), async (tx) => {
    const staffId = await readSession(tx, app.seals, region.id, token, app.now());
    return staffId === null ? null : readPerson(tx, region.id, staffId);
  });
  return person === null ? null : actorFor(app, region.id, person, token);
}

/** What a person may do and see in a session. */
export function actorFor(app: App, regionId: number, person: Person, sessionToken: string): Actor {
  const roles = [...new Set(person.grants.map((grant) => grant.role))];
  return {
    person,
    roles,
    permissions: new Set(permissionsOf(roles)),
    scope: { regionId, ...scopeOf(person.grants), actor: person.id },
    csrfToken: csrfTokenOf(app, sessionToken),
  };
}
