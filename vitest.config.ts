import { defineConfig } from 'vitest/config';

const database = ['./store/testing/global-setup.ts'];
const never = ['**/node_modules/**', '**/dist/**', '.data/**'];

/** A run on another server says nothing about the bundled one. */
const bundledOnly = process.env['OTKLIK_TEST_DATABASE_URL'] === undefined ? [] : ['store/embedded/**'];

/** `rules` touch nothing outside; `db` clone a database; `connectors` speak to fakes; `journeys` drive a browser, one by one. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'rules',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, '**/*.db.test.ts', 'channels/**', 'e2e/**'],
        },
      },
      {
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: [...never, 'e2e/**', ...bundledOnly],
          globalSetup: database,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'connectors',
          include: ['channels/**/*.test.ts'],
          exclude: [...never, '**/*.db.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          exclude: never,
          globalSetup: database,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
