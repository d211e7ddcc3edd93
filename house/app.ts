import type { Logger } from 'pino';
import type { Db } from '#store/connection.ts';
import type { FileStore } from '#store/files.ts';
import type { Seals } from '#store/seal.ts';
import type { Config } from './config.ts';
import type { KnowledgeStore } from './knowledge.ts';
import type { Metrics } from './metrics.ts';

/** What every part of the server is given; nothing is reached by import of a global. */
export interface App {
  readonly config: Config;
  readonly db: Db;
  readonly seals: Seals;
  readonly files: FileStore;
  readonly knowledge: KnowledgeStore;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** The one clock of the program. */
  readonly now: () => Date;
  /** Address residents and channels reach us by, without a slash at the end. */
  readonly publicUrl: () => string;
}
