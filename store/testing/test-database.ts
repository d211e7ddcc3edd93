import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { close, openDatabase, type Db } from '../connection.ts';
import { onServer, urlFor } from './test-server.ts';

export interface TestDatabase {
  /** Signed in as the application: row-level security holds, as in a real installation. */
  readonly db: Db;
  /** Signed in as the owner of the tables: sees and changes everything. Opened on the first call. */
  owner(): Db;
  readonly appUrl: string;
  readonly ownerUrl: string;
}

/**
 * A migrated database of its own for the calling test file, dropped when the file ends. Call it at the top:
 * `const { db, owner } = await testDatabase();`
 */
export const testDatabase = (): Promise<TestDatabase> => make(inject('testServer').template);

/** The same without a schema: for tests of migrations. */
export const emptyDatabase = (): Promise<TestDatabase> => make('template0');

async function make(template: string): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `${server.template}_${randomBytes(6).toString('hex')}`;
  await onServer(server.superuserUrl, `create database ${name} owner otklik_owner template ${template}`);
  const appUrl = urlFor(server.appUrl, name);
  const ownerUrl = urlFor(server.ownerUrl, name);
  const open: Db[] = [];
  const connect = (url: string): Db => {
    const db = openDatabase(url, { poolSize: 4, applicationName: 'otklik test' });
    open.push(db);
    return db;
  };
  const db = connect(appUrl);
  let owner: Db | undefined;
  afterAll(async () => {
    await Promise.all(open.map(close));
    await onServer(server.superuserUrl, `drop database if exists ${name} with (force)`);
  });
  return { db, owner: () => (owner ??= connect(ownerUrl)), appUrl, ownerUrl };
}
