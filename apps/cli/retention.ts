import { allRegions } from '#centre/queries/regions.ts';
import { buildApp } from '#house/build-app.ts';
import { addressOf, readConfig } from '#house/config.ts';
import { retain } from '#house/flows/retain.ts';
import { inHouse, type Command } from './command.ts';

export const runRetentionCommand: Command = {
  name: 'retention run',
  summary: 'erase at once what has outlived its term',
  takes: [],
  options: {},
  help: `otklik retention run

Erases now what the server erases every hour: raw messages past their term, files nothing refers to, ended sessions.
What was erased is counted in the audit log.`,
  run: async (_, surroundings) => {
    const config = { ...readConfig(surroundings.env), logLevel: 'silent' as const };
    await inHouse(surroundings, async ({ db, secret }) => {
      const publicUrl = (): string => config.publicUrl ?? addressOf(config.host, config.port);
      const app = buildApp({ config, db, secret, now: surroundings.now, publicUrl });
      for (const { id, name } of await allRegions(db)) {
        const { payloads, files } = await retain(app, id);
        surroundings.out(`${name}: ${payloads} raw messages and ${files} files erased.`);
      }
    });
  },
};
