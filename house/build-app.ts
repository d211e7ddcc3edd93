import path from 'node:path';
import { pino, type DestinationStream, type Logger } from 'pino';
import { openFileStore } from '#store/files.ts';
import { countWaitingJobs } from '#store/jobs.ts';
import { createSeals } from '#store/seal.ts';
import type { Db } from '#store/connection.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { createKnowledgeStore } from './knowledge.ts';
import { createMetrics } from './metrics.ts';

export interface AppParts {
  readonly config: Config;
  readonly db: Db;
  readonly secret: string;
  readonly now: () => Date;
  /** Asked when a link is made: with PORT=0 the address is known only after listening. */
  readonly publicUrl: () => string;
  /** Where log lines go; standard output by default. */
  readonly logTo?: DestinationStream;
}

/** Puts together what every part of the server is given. */
export function buildApp({ config, db, secret, now, publicUrl, logTo }: AppParts): App {
  const seals = createSeals(secret);
  return {
    config,
    db,
    seals,
    now,
    publicUrl,
    files: openFileStore(path.join(config.dataFolder, 'files')),
    knowledge: createKnowledgeStore(db, seals, now),
    metrics: createMetrics(() => countWaitingJobs(db)),
    log: openLog(config, logTo),
  };
}

/** Ids and codes only; whatever else slips into a log line is cut off. */
const openLog = ({ logLevel }: Config, to?: DestinationStream): Logger => {
  const options = {
    level: logLevel,
    base: null,
    redact: ['text', 'name', 'address', 'email', 'phone', 'req', 'res', 'err.message'],
  };
  return to === undefined ? pino(options) : pino(options, to);
};
