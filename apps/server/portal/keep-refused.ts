import { keepPayloads } from '#flow/intake/acts/keep-payload.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { ownAccount } from '#house/knowledge.ts';
import type { Visit } from './visit.ts';

/** Keeps the raw words of a refused form for an administrator: nothing that reached us vanishes. */
export async function keepRefused(
  app: App,
  { region, knowledge, at }: Visit,
  typed: object,
  reason: string,
): Promise<void> {
  const account = ownAccount(knowledge, 'portal_form');
  app.metrics.refused.inc({ channel: account.channel, reason });
  const raw = { regionId: region.id, accountId: account.id, bytes: Buffer.from(JSON.stringify(typed)), at };
  await withScope(app.db, wholeRegion(region.id), (tx) =>
    keepPayloads(tx, [{ ...raw, outcome: 'refused', detail: reason }], app.seals),
  );
}
