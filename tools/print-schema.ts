import { close, openDatabase } from '#store/connection.ts';
import { startTestServer, urlFor } from '#store/testing/test-server.ts';
import { printCatalogue } from './schema-catalogue.ts';
import { printTypes } from './schema-types.ts';

/** Texts of `store/schema.sql` and `store/schema.gen.ts`, from a database migrated for this purpose. */
export async function printSchema(): Promise<{ file: string; text: string }[]> {
  const { server, stop } = await startTestServer(undefined);
  try {
    const url = urlFor(server.ownerUrl, server.template);
    const db = openDatabase(url, { poolSize: 2, applicationName: 'otklik print' });
    try {
      return [
        { file: 'store/schema.sql', text: await printCatalogue(db) },
        { file: 'store/schema.gen.ts', text: await printTypes(db) },
      ];
    } finally {
      await close(db);
    }
  } finally {
    await stop();
  }
}
