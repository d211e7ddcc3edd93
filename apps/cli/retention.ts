import { allRegions } from '#centre/queries/regions.ts';
import { retain } from '#house/flows/retain.ts';
import type { Command } from './command.ts';
import { inApp } from './in-app.ts';

export const runRetentionCommand: Command = {
  name: 'retention run',
  summary: 'erase at once what has outlived its term',
  takes: [],
  options: {},
  help: `otklik retention run

Erases now what the server erases every hour: raw messages past their term, files nothing refers to, ended sessions.
What was erased is counted in the audit log.`,
  run: (_, surroundings) =>
    inApp(surroundings, async (app) => {
      for (const { id, name } of await allRegions(app.db)) {
        const { payloads, files } = await retain(app, id);
        surroundings.out(`${name}: ${payloads} raw messages and ${files} files erased.`);
      }
    }),
};
