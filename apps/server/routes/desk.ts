import type { FastifyInstance } from 'fastify';
import { registerAtDesk } from '#contract/intake.ts';
import { ok } from '#kernel/result.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { takeTyped } from '#house/flows/take-in.ts';
import { ownAccount } from '#house/knowledge.ts';
import { neighboursAtDesk } from '#contract/neighbours.ts';
import { incidentExists } from '#flow/understand/queries/incidents.ts';
import { createServe, type StaffCall } from '../http/serve.ts';
import { limitsOf } from '../portal/visit.ts';
import { neighboursOf, neighbourView } from '../views/neighbours.ts';
import { publicPlace } from '../views/public-problems.ts';

/** A call, a visit or a letter on paper, typed in by an operator of the reception desk. */
export function registerDesk(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);

  serve.staff(registerAtDesk, async ({ body, region, at, transaction }) => {
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
      same: await saidByOperator(body.sameAs ?? null, transaction, region.id),
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

  // Typed by an operator while the resident speaks: within what the operator may see, words of cases included.
  serve.staff(neighboursAtDesk, async ({ body, region, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const found = await transaction((tx) => neighboursOf(tx, { knowledge, seals: app.seals }, body, at));
    return ok({
      isPlaceKnown: found !== null,
      problems: (found ?? []).slice(0, MOST_AT_DESK).map((one) => ({
        ...neighbourView(one),
        place: publicPlace(one.row, knowledge),
        appealId: one.row.appeal_id,
        number: one.row.number,
        excerpt: one.row.excerpt,
      })),
    });
  });
}

const MOST_AT_DESK = 5;

/** Only a problem that the operator sees can be named. */
async function saidByOperator(
  incidentId: string | null,
  transaction: StaffCall['transaction'],
  regionId: number,
): Promise<{ readonly incidentId: string; readonly by: 'operator' } | null> {
  if (incidentId === null) return null;
  const isSeen = await transaction((tx) => incidentExists(tx, regionId, incidentId));
  return isSeen ? { incidentId, by: 'operator' } : null;
}
