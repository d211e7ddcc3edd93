import type { FastifyInstance } from 'fastify';
import { ownTopicRows } from '#centre/queries/own-topics.ts';
import * as contract from '#contract/topics.ts';
import type { App } from '#house/app.ts';
import { addOwnTopic, changeOwnPhrases, trialOfTopic, withdrawOwnTopic } from '#house/flows/topics.ts';
import { ok } from '#kernel/result.ts';
import { createServe, type Serve } from '../http/serve.ts';

/** Topics a region adds itself: known by their phrases from the next message on. */
export function registerTopics(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);
  serveReading(app, serve);
  serveChanges(app, serve);
}

function serveReading(app: App, serve: Serve): void {
  serve.staff(contract.ownTopics, async ({ region, transaction }) => {
    const { understand } = await app.knowledge.of(region.id);
    const learnt = new Set(understand.trainedModel.labels);
    const rows = await transaction((tx) => ownTopicRows(tx, region.id));
    return ok({
      topics: rows.flatMap(({ code, sector, passport, added_at, addedBy, cases }) =>
        added_at === null
          ? []
          : [
              {
                code,
                sector,
                name: passport.name,
                belongs: passport.belongs,
                doesNotBelong: passport.doesNotBelong,
                phrases: passport.examples,
                addedAt: added_at.toISOString(),
                addedBy,
                cases: cases ?? 0,
                isLearnt: learnt.has(code),
              },
            ],
      ),
    });
  });

  serve.staff(contract.tryTopic, async ({ region, body, actor, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const tried = await trialOfTopic(knowledge, body.code, body.phrases, transaction);
    if (!tried.ok) return tried;
    // Whoever does not read cases sees how many there are, and none of them.
    const readsCases = actor.permissions.has('appeal.read');
    const { takenFrom, examples, phrasesAre, ...counts } = tried.value;
    return ok({
      ...counts,
      takenFrom: [...takenFrom],
      examples: readsCases ? [...examples] : [],
      phrasesAre: [...phrasesAre],
    });
  });
}

/** The next message is read with the changed topics: what is known of the region is read anew. */
function serveChanges(app: App, serve: Serve): void {
  serve.staff(contract.addTopic, async ({ region, body, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const added = await transaction((tx) => addOwnTopic(tx, knowledge, body, { by: actor.person.id, at }));
    if (added.ok) app.knowledge.forget();
    return added;
  });

  serve.staff(contract.changePhrases, async ({ region, params, body, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const hand = { by: actor.person.id, at };
    const changed = await transaction((tx) =>
      changeOwnPhrases(tx, knowledge, params.code, body.phrases, hand),
    );
    if (!changed.ok) return changed;
    app.knowledge.forget();
    return ok({});
  });

  serve.staff(contract.withdrawTopic, async ({ region, params, body, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const hand = { by: actor.person.id, at };
    const withdrawn = await transaction((tx) =>
      withdrawOwnTopic(tx, knowledge, params.code, body.reason, hand),
    );
    if (!withdrawn.ok) return withdrawn;
    app.knowledge.forget();
    return ok({});
  });
}
