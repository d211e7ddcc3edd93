import type { App } from '#house/app.ts';
import { buildApp } from '#house/build-app.ts';
import { addressOf, readConfig } from '#house/config.ts';
import { inHouse, type Surroundings } from './command.ts';

/** Opens the installation with everything the server is given, does the work and closes it; nothing is logged. */
export const inApp = <T>(surroundings: Surroundings, work: (app: App) => Promise<T>): Promise<T> =>
  inHouse(surroundings, ({ db, secret }) => {
    const config = { ...readConfig(surroundings.env), logLevel: 'silent' as const };
    const publicUrl = (): string => config.publicUrl ?? addressOf(config.host, config.port);
    return work(buildApp({ config, db, secret, now: surroundings.now, publicUrl }));
  });
