import type { FastifyInstance } from 'fastify';
import * as card from '#contract/card.ts';
import { findPlace } from '#contract/find-place.ts';
import { nearbyObjects } from '#contract/objects.ts';
import * as contract from '#contract/queue.ts';
import { openContent } from '#flow/intake/queries/content.ts';
import { countUpTo, queuePage, wholeQueue, type QueueFilter } from '#flow/work/queries/queue.ts';
import { stagesWaitingOn } from '#flow/work/rules/waits-on.ts';
import { openStages } from '#flow/work/rules/lifecycle.ts';
import { fail, ok } from '#kernel/result.ts';
import { instantAt } from '#kernel/time/zone.ts';
import { dayNumberOf } from '#kernel/time/local-date.ts';
import type { App } from '#house/app.ts';
import { createServe, type Serve } from '../http/serve.ts';
import { readCard } from '../views/card.ts';
import { readNearbyObjects } from '../views/case-object.ts';
import { findPlaces } from '../views/place-candidates.ts';
import { cursorOf, filterOf, readCursor, rowView } from '../views/queue.ts';

const PAGE = 50;
const COUNT_LIMIT = 999;

/** The queue and the card: what is read. What is done is in work-acts.ts. */
export function registerWork(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);
  registerQueue(serve);
  registerCounts(serve);
  registerCard(app, serve);
}

function registerQueue(serve: Serve): void {
  serve.staff(contract.queue, async ({ query, region, actor, at, transaction }) => {
    const { after, ...asked } = query;
    const filter = filterOf(
      asked,
      actor.roles,
      (day, plus) => new Date(instantAt(region.timeZone, dayNumberOf(day) + plus, 0)),
    );
    const rows = await transaction((tx) => queuePage(tx, region.id, filter, readCursor(after), PAGE + 1, at));
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return ok({
      rows: shown.map(rowView),
      next: rows.length > PAGE && last !== undefined ? cursorOf(last, filter.order) : null,
    });
  });
}

function registerCounts(serve: Serve): void {
  serve.staff(contract.queueCounts, async ({ region, actor, at, transaction }) => {
    const counted = await transaction(async (tx) => {
      const count = (filter: Partial<QueueFilter>): Promise<number> =>
        countUpTo(tx, region.id, { ...wholeQueue, ...filter }, COUNT_LIMIT, at);
      const waiting = stagesWaitingOn(actor.roles);
      return {
        mine: waiting.length === 0 ? 0 : await count({ stages: waiting }),
        overdue: await count({ stages: openStages, isOverdue: true }),
        triage: await count({ stages: ['triage'] }),
        onApproval: await count({ stages: ['on_approval'] }),
        danger: await count({ isDanger: true }),
      };
    });
    return ok(counted);
  });
}

function registerCard(app: App, serve: Serve): void {
  serve.staff(card.readCard, async ({ params, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const words = (sealed: Buffer): string => openContent(app.seals, sealed).text;
    const found = await transaction((tx) => readCard(tx, knowledge, actor, params.appealId, at, words));
    return found === null ? fail({ code: 'appeal_not_found' }) : ok(found);
  });
  serve.staff(nearbyObjects, async ({ params, region, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const found = await transaction((tx) => readNearbyObjects(tx, knowledge, params.appealId));
    return found === null ? fail({ code: 'appeal_not_found' }) : ok(found);
  });
  serve.staff(findPlace, async ({ body, region, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return ok({ places: await transaction((tx) => findPlaces(tx, knowledge, body.address)) });
  });
}
