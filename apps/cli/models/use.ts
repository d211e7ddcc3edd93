import { readFileSync } from 'node:fs';
import { keepModel, modelsOf } from '#flow/learn/queries/models.ts';
import { shippedModel } from '#flow/understand/acts/region-model.ts';
import { readTopicModel, type TopicModel } from '#flow/understand/rules/topic-model.ts';
import type { App } from '#house/app.ts';
import { chooseModel } from '#house/flows/use-model.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Command } from '../command.ts';
import { listed } from '../files/columns.ts';
import { findRegion } from '../find-region.ts';
import { inApp } from '../in-app.ts';

const toOthers = 'A server that runs takes it up within five minutes.';

export const useModelCommand: Command = {
  name: 'model use',
  summary: 'put a model of a region in force, or go back to the one that ships',
  takes: ['VERSION'],
  options: { region: { type: 'string' } },
  help: `otklik model use VERSION --region NAME
otklik model use shipped --region NAME

Puts a model of topics in force by hand: the way back when a promoted one disappoints. otklik models lists the versions.
New messages are read by it; those read already do not change.`,
  run: async (typed, surroundings) => {
    const version = typed.positionals[0];
    if (version === undefined) throw new StartFault('Name the version: otklik model use VERSION …');
    const meant = required(typed, 'region');
    await inApp(surroundings, async (app) => {
      const region = await findRegion(app.db, meant);
      const shipped = await shippedModel();
      const isShipped = version === 'shipped' || version === shipped.head.version;
      const rows = await withScope(app.db, wholeRegion(region.id), (tx) => modelsOf(tx, region.id, 'topics'));
      const found = rows.find((row) => row.version === version);
      if (!isShipped && found === undefined)
        throw new StartFault(`${region.name} has no model ${version}: otklik models lists those it has.`);
      await putInForce(app, region.id, isShipped ? null : (found?.id ?? null));
      surroundings.out(
        `${region.name} works with ${isShipped ? shipped.head.version : version}. ${toOthers}`,
      );
    });
  },
};

export const importModelCommand: Command = {
  name: 'model import',
  summary: 'give a region a model from a file',
  takes: ['FILE'],
  options: { region: { type: 'string' }, use: { type: 'boolean' } },
  help: `otklik model import FILE.bin --region NAME [--use]

Keeps a model file made by otklik train topics --from beside the models of the region; its labels must be topics of the region.
With --use it is put in force at once, else by: otklik model use VERSION.`,
  run: async (typed, surroundings) => {
    const file = typed.positionals[0];
    if (file === undefined) throw new StartFault('Name the file: otklik model import FILE.bin …');
    const meant = required(typed, 'region');
    const bytes = readBytes(file);
    await inApp(surroundings, async (app) => {
      const region = await findRegion(app.db, meant);
      const { topics } = await app.knowledge.of(region.id);
      const {
        head: { version },
        labels,
      } = readModel(bytes, file);
      if (!labels.some((label) => topics.has(label)))
        throw new StartFault(
          `None of the labels of ${file} is a topic of ${region.name}; it tells apart ${listed(labels.slice(0, 5))}. Learn it again with --map, a file that says which topic each label is.`,
        );
      const id = await withScope(app.db, wholeRegion(region.id), (tx) =>
        keepModel(tx, region.id, {
          kind: 'topics',
          version,
          baseVersion: null,
          origin: 'imported',
          state: 'candidate',
          at: app.now(),
          by: null,
          learntFrom: {},
          measured: null,
          bytes,
        }),
      );
      if (typed.isOn('use')) await putInForce(app, region.id, id);
      const use = typed.isOn('use') ? `works with ${version}. ${toOthers}` : `has the model ${version} now.`;
      surroundings.out(`${region.name} ${use}`);
    });
  },
};

/** @throws StartFault where the file is no model, a damaged one or one of another version of the program */
function readModel(bytes: Uint8Array, file: string): TopicModel {
  try {
    return readTopicModel(bytes.slice().buffer);
  } catch (error) {
    // The reader says in a sentence what is wrong with the file as a whole; what stands in its head may be anything.
    const isTold = error instanceof Error && /^(?:A topic model|Not a topic model)/.test(error.message);
    throw new StartFault(
      `${file} cannot be used: ${isTold ? error.message : 'a damaged topic model'}. Models are written by otklik train topics --from.`,
    );
  }
}

async function putInForce(app: App, regionId: number, modelId: string | null): Promise<void> {
  const knowledge = await app.knowledge.of(regionId);
  const chosen = await withScope(app.db, wholeRegion(regionId), (tx) =>
    chooseModel(tx, knowledge, modelId, app.now(), null),
  );
  if (!chosen.ok)
    throw new StartFault(
      'This model cannot be used: its file is erased, damaged or of another version of the program.',
    );
}

function readBytes(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new StartFault(`Cannot read ${file}: is the name right?`);
  }
}
