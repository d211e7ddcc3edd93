import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { startTestServer, urlFor } from '#store/testing/test-server.ts';
import { printCatalogue } from './schema-catalogue.ts';
import { printTypes } from './schema-types.ts';

/** Texts of `store/schema.sql` and `store/schema.gen.ts`, from a database migrated for this purpose. */
export async function printSchema(): Promise<{ file: string; text: string }[]> {
  const { server, stop } = await startTestServer(undefined);
  try {
    const pool = new pg.Pool({ connectionString: urlFor(server.ownerUrl, server.template), max: 2 });
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    try {
      return [
        { file: 'store/schema.sql', text: await printCatalogue(db) },
        { file: 'store/schema.gen.ts', text: await printTypes(db) },
      ];
    } finally {
      await db.destroy();
    }
  } finally {
    await stop();
  }
}
