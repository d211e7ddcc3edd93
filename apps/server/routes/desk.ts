import type { FastifyInstance } from 'fastify';
import { registerAtDesk } from '#contract/intake.ts';
import { ok } from '#kernel/result.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { takeTyped } from '#house/flows/take-in.ts';
import { ownAccount } from '#house/knowledge.ts';
import { createServe } from '../http/serve.ts';
import { limitsOf } from '../portal/visit.ts';

/** A call, a visit or a letter on paper, typed in by an operator of the reception desk. */
export function registerDesk(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);

  serve.staff(registerAtDesk, async ({ body, region, at }) => {
    const knowledge = await app.knowledge.of(region.id);
    const account = ownAccount(knowledge, 'desk_form');
    const typed = {
      key: body.key,
      text: body.text,
      point: body.point ?? null,
      address: body.address ?? null,
      contact: body.contactPhone ?? null,
      authorName: body.contactName ?? null,
      files: body.files,
    };
    const { textLength, photos } = limitsOf(app);
    // The whole region: a person may call about a place the operator's own queue does not show.
    const { outcome } = await withScope(app.db, wholeRegion(region.id), (tx) =>
      takeTyped(tx, account, knowledge, app.seals, typed, { textLength, files: photos }, at),
    );
    if (!outcome.ok) return outcome;
    const { appealId, number, isRepeat } = outcome.value;
    if (!isRepeat) app.metrics.messages.inc({ channel: account.channel });
    return ok({ appealId, number });
  });
}
