import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Db } from '#store/connection.ts';
import { openFileStore } from '#store/files.ts';
import { createSeals } from '#store/seal.ts';
import type { App } from '../app.ts';
import { readConfig } from '../config.ts';
import { createKnowledgeStore } from '../knowledge.ts';
import { createMetrics } from '../metrics.ts';

export interface TestApp extends App {
  /** Moves the one clock of the program. */
  setNow(at: Date): void;
  /** Removes the folder of files. */
  sweep(): void;
}

/** Everything the server is given, over a database of a test: files in a folder of its own, a clock that stands still. */
export function createTestApp(db: Db, env: Readonly<Record<string, string>> = {}): TestApp {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-app-'));
  let now = new Date('2026-03-10T09:00:00Z');
  const seals = createSeals('a secret of tests, 32 characters long');
  return {
    config: readConfig({ OTKLIK_DATA: folder, ...env }),
    db,
    seals,
    files: openFileStore(path.join(folder, 'files')),
    knowledge: createKnowledgeStore(db, seals, () => now),
    metrics: createMetrics(async () => 0),
    log: pino({ level: 'silent' }),
    now: () => now,
    publicUrl: () => 'http://portal.test',
    setNow: (at) => {
      now = at;
    },
    sweep: () => rmSync(folder, { recursive: true, force: true }),
  };
}
