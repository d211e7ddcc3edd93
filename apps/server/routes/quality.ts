import type { FastifyInstance } from 'fastify';
import * as contract from '#contract/quality.ts';
import type { App } from '#house/app.ts';
import { queueLearning } from '#house/flows/retrain.ts';
import { chooseModel } from '#house/flows/use-model.ts';
import { fail, ok } from '#kernel/result.ts';
import { shiftDate } from '#kernel/time/local-date.ts';
import { createServe } from '../http/serve.ts';
import { correctionsView, modelsView, qualityView } from '../views/quality.ts';

/** How good the machine is, and how it learns. */
export function registerQuality(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);

  serve.staff(contract.quality, async ({ region, query, transaction }) => {
    const mostDays = contract.mostQualityDays;
    if (query.to < query.from || query.to > shiftDate(query.from, mostDays))
      return fail({ code: 'period_not_possible', mostDays });
    const knowledge = await app.knowledge.of(region.id);
    return ok(await transaction((tx) => qualityView(tx, knowledge, query)));
  });

  serve.staff(contract.corrections, async ({ region, actor, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return ok(await transaction((tx) => correctionsView(tx, knowledge, actor)));
  });

  serve.staff(contract.models, async ({ region, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return ok(await transaction((tx) => modelsView(tx, knowledge)));
  });

  serve.staff(contract.startTraining, async ({ region, actor, at, transaction }) => {
    const asked = await transaction((tx) => queueLearning(tx, region.id, 'topics', at, actor.person.id));
    return asked.ok ? ok({ trainingId: asked.value }) : asked;
  });

  serve.staff(contract.useModel, async ({ region, body, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const chosen = await transaction((tx) => chooseModel(tx, knowledge, body.modelId, at, actor.person.id));
    if (!chosen.ok) return chosen;
    app.knowledge.forget();
    const { understand } = await app.knowledge.of(region.id);
    return ok({ version: understand.model.head.version });
  });
}
