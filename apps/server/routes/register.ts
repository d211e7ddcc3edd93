import type { FastifyInstance } from 'fastify';
import * as contract from '#contract/register.ts';
import { registerRows } from '#centre/queries/register.ts';
import type { App } from '#house/app.ts';
import {
  addRegisterRule,
  dismissFinding,
  registerFindings,
  trial,
  withdrawRegisterRule,
} from '#house/flows/register.ts';
import { ok } from '#kernel/result.ts';
import { createServe, type Serve } from '../http/serve.ts';

const HOUR_MS = 3_600_000;
const hoursOf = (ms: number | null): number | null =>
  ms === null ? null : Math.round((ms / HOUR_MS) * 10) / 10;

/** The responsibility register: what is in force, what history says against it, and changes by hand. */
export function registerRegister(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);
  serveReading(app, serve);
  serveChanges(app, serve);
}

function serveReading(app: App, serve: Serve): void {
  serve.staff(contract.registerRules, async ({ region, transaction }) => {
    const rows = await transaction((tx) => registerRows(tx, region.id));
    return ok({
      rules: rows.map(({ id, isOwn, addedAt, ...rule }) => ({
        ...rule,
        ruleId: id,
        addedAt: addedAt?.toISOString() ?? null,
        mayChange: isOwn,
      })),
    });
  });

  serve.staff(contract.registerFindings, async ({ region, query, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const { findings, dismissed } = await transaction((tx) =>
      registerFindings(tx, knowledge, { at, days: query.days }),
    );
    return ok({
      findings: findings.map(({ lostMs, ...one }) => ({
        ...one,
        sentTo: [...one.sentTo],
        lostHours: hoursOf(lostMs),
      })),
      dismissed: dismissed.map((one) => ({ ...one, at: one.at.toISOString() })),
    });
  });

  serve.staff(contract.tryRule, async ({ region, body, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const tried = await trial(transaction, knowledge, body.rule, { at, days: body.days });
    if (!tried.ok) return tried;
    // Whoever does not read cases sees how many there are, and none of them.
    const shown = actor.permissions.has('appeal.read') ? tried.value.examples : [];
    return ok({
      ...tried.value,
      outcomes: { ...tried.value.outcomes },
      byMunicipality: [...tried.value.byMunicipality],
      examples: shown.map((one) => ({ ...one, receivedAt: one.receivedAt.toISOString() })),
    });
  });
}

/** Changes of the register are in force for the next message: what is known of the region is read anew. */
function serveChanges(app: App, serve: Serve): void {
  serve.staff(contract.addRule, async ({ region, body, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const added = await addRegisterRule(transaction, knowledge, { ...body, by: actor.person.id, at });
    if (added.ok) app.knowledge.forget();
    return added;
  });

  serve.staff(contract.withdrawRule, async ({ region, params, body, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const hand = { by: actor.person.id, at, reason: body.reason };
    const withdrawn = await transaction((tx) => withdrawRegisterRule(tx, knowledge, params.ruleId, hand));
    if (!withdrawn.ok) return withdrawn;
    app.knowledge.forget();
    return ok({});
  });

  serve.staff(contract.dismissFinding, async ({ region, body, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const dismissed = await transaction((tx) =>
      dismissFinding(tx, knowledge, { ...body, by: actor.person.id, at }),
    );
    return dismissed.ok ? ok({}) : dismissed;
  });
}
