import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { format } from 'prettier';
import { startTestServer, urlFor } from '#store/testing/test-server.ts';
import { printCatalogue } from './schema-catalogue.ts';
import { printTypes } from './schema-types.ts';

/** Texts of `store/schema.sql` and `store/schema.gen.ts`, from a database migrated for this purpose. */
export async function printSchema(): Promise<Readonly<Record<string, string>>> {
  const { server, stop } = await startTestServer(undefined);
  try {
    const pool = new pg.Pool({ connectionString: urlFor(server.ownerUrl, server.template), max: 2 });
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    try {
      const types = await format(await printTypes(db), {
        parser: 'typescript',
        singleQuote: true,
        printWidth: 110,
      });
      return { 'store/schema.sql': await printCatalogue(db), 'store/schema.gen.ts': types };
    } finally {
      await db.destroy();
    }
  } finally {
    await stop();
  }
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..');
  for (const [file, text] of Object.entries(await printSchema()))
    await writeFile(path.join(root, file), text);
}
