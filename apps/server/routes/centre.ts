import type { FastifyInstance } from 'fastify';
import * as contract from '#contract/centre.ts';
import { signIn, signOut } from '#centre/acts/sign-in.ts';
import { demoPeople, readPerson } from '#centre/queries/people.ts';
import { calendarWarnings } from '#centre/rules/calendar.ts';
import { countWaiting } from '#flow/answer/queries/deliveries.ts';
import { lastMessages } from '#flow/intake/queries/appeals.ts';
import { payloadsNotUnderstood, readPayload } from '#flow/intake/queries/payloads.ts';
import { fail, ok } from '#kernel/result.ts';
import { audit } from '#store/audit.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { actorFor, SESSION_COOKIE, type Actor } from '../http/actor.ts';
import { baseOf } from '../http/region.ts';
import { createServe, type Serve } from '../http/serve.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { referenceView } from '../views/reference.ts';

const scopeWords = (actor: Pick<Actor, 'scope'>, knowledge: RegionKnowledge): string[] =>
  actor.scope.sees === 'all'
    ? []
    : [
        ...actor.scope.municipalities.map((id) => knowledge.municipalities.get(id) ?? ''),
        ...actor.scope.authorities.map((id) => knowledge.bodies.get(id)?.shortName ?? ''),
      ].filter((name) => name !== '');

const meView = (app: App, actor: Actor, knowledge: RegionKnowledge) => ({
  id: actor.person.id,
  name: actor.person.name,
  position: actor.person.position,
  roles: [...actor.roles],
  permissions: [...actor.permissions],
  scope: scopeWords(actor, knowledge),
  region: { slug: knowledge.region.slug, name: knowledge.region.name, timeZone: knowledge.region.timeZone },
  csrfToken: actor.csrfToken,
  isDemo: app.config.demo,
});

/** Sessions of staff, reference lists, and what an administrator should know. */
export function registerCentre(app: App, http: FastifyInstance, demoPassword: string | null): void {
  const serve = createServe(app, http);
  registerSessions(app, serve);
  registerReference(app, serve, demoPassword);
  registerNotices(app, serve);
  registerRawInputs(app, serve);
}

function registerReference(app: App, serve: Serve, demoPassword: string | null): void {
  serve.open(contract.demoAccounts, async ({ region }) => {
    if (demoPassword === null) return ok({ accounts: [] });
    const rows = await withScope(app.db, wholeRegion(region.id), (tx) => demoPeople(tx, region.id));
    return ok({ accounts: rows.map((row) => ({ ...row, password: demoPassword })) });
  });

  serve.staff(contract.reference, async ({ region }) => ok(referenceView(await app.knowledge.of(region.id))));
}

function registerNotices(app: App, serve: Serve): void {
  serve.staff(contract.notices, async ({ region, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const found = await transaction(async (tx) => ({
      unread: (await payloadsNotUnderstood(tx, region.id, 1000)).length,
      waiting: await countWaiting(tx, region.id, 1000),
      last: await lastMessages(tx, region.id),
    }));
    return ok({
      notices: [
        ...[...knowledge.accounts.values()]
          .filter((account) => account.isMisconfigured)
          .map((account) => ({
            code: 'channel_misconfigured' as const,
            account: account.name,
            detail: account.channel,
          })),
        ...calendarWarnings(knowledge.publishedYears, knowledge.time.dayOf(at)),
        ...(found.unread > 0 ? [{ code: 'inputs_not_understood' as const, count: found.unread }] : []),
        ...(found.waiting > 0 ? [{ code: 'deliveries_waiting' as const, count: found.waiting }] : []),
      ],
      channels: [...knowledge.accounts.values()].map((account) => ({
        key: String(account.id),
        channel: account.channel,
        name: account.name,
        isEnabled: account.isEnabled,
        lastMessageAt: found.last.get(account.id)?.toISOString() ?? null,
      })),
    });
  });
}

function registerRawInputs(app: App, serve: Serve): void {
  serve.staff(contract.rawPayloads, async ({ region, transaction }) => {
    const rows = await transaction((tx) => payloadsNotUnderstood(tx, region.id, 200));
    return ok({
      rows: rows.map((row) => ({
        id: row.id,
        account: row.account,
        receivedAt: row.received_at.toISOString(),
        detail: row.detail,
        expiresAt: row.expires_at.toISOString(),
      })),
    });
  });

  serve.staff(contract.rawPayload, async ({ region, params, body, actor, at, transaction }) =>
    transaction(async (tx) => {
      const row = await readPayload(tx, region.id, params.payloadId);
      if (row === undefined) return fail({ code: 'not_found' });
      await audit(tx, region.id, [
        {
          at,
          actor: actor.person.id,
          action: 'looked_at_raw',
          subjectKind: 'raw_payload',
          subjectId: row.id,
          details: { reason: body.reason },
        },
      ]);
      return ok({ text: app.seals.openBytes('raw', row.sealed).toString('utf8').slice(0, 100_000) });
    }),
  );
}

function registerSessions(app: App, serve: Serve): void {
  serve.open(contract.signIn, async ({ body, region, at, request, reply }) => {
    const { outcome } = await withScope(app.db, wholeRegion(region.id), (tx) =>
      signIn(tx, app.seals, {
        regionId: region.id,
        login: body.login,
        password: body.password,
        from: request.ip,
        at,
      }),
    );
    if (!outcome.ok) return outcome;
    const person = await withScope(app.db, wholeRegion(region.id), (tx) =>
      readPerson(tx, region.id, outcome.value.staffId),
    );
    if (person === null) return fail({ code: 'wrong_credentials' });
    void reply.setCookie(SESSION_COOKIE, outcome.value.token, {
      path: `${baseOf(request)}/`,
      httpOnly: true,
      sameSite: 'lax',
      secure: app.publicUrl().startsWith('https:'),
    });
    const actor = actorFor(app, region.id, person, outcome.value.token);
    return ok(meView(app, actor, await app.knowledge.of(region.id)));
  });

  serve.staff(contract.whoAmI, async ({ actor, region }) =>
    ok(meView(app, actor, await app.knowledge.of(region.id))),
  );

  serve.staff(contract.signOut, async ({ region, request, reply }) => {
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined)
      await withScope(app.db, wholeRegion(region.id), (tx) => signOut(tx, app.seals, region.id, token));
    void reply.clearCookie(SESSION_COOKIE, { path: `${baseOf(request)}/` });
    return ok({});
  });
}
