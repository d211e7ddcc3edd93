import type { TestProject } from 'vitest/node';
import { startTestServer, type RunningTestServer, type TestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

declare global {
  /** Shared by the projects of one run: each loads this file for itself, all of them in one process. */
  var otklikTestServer: { running: Promise<RunningTestServer>; users: number } | undefined;
}

/** Starts the run's database server before the first file of any project that needs it, stops it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (globalThis.otklikTestServer ??= {
    running: startTestServer(process.env['OTKLIK_TEST_DATABASE_URL']),
    users: 0,
  });
  shared.users += 1;
  const { server, stop } = await shared.running;
  project.provide('testServer', server);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    globalThis.otklikTestServer = undefined;
    await stop();
  };
}
