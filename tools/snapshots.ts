import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { openapi } from '#contract/openapi.ts';
import { configurationPage } from './configuration-page.ts';
import { decisionsPage } from './decisions-page.ts';
import { lifecyclePage } from './lifecycle-page.ts';
import { printSchema } from './print-schema.ts';

/** A file printed from the code, kept in the repository so that a review shows what a change did to it. */
export interface Snapshot {
  readonly file: string;
  readonly text: string;
}

/** Prints every such file, or those of one kind. */
export async function printSnapshots(root: string, only?: 'schema'): Promise<Snapshot[]> {
  const schema = await printSchema();
  const pages = [
    { file: 'docs/configuration.md', text: configurationPage() },
    { file: 'docs/lifecycle.md', text: lifecyclePage() },
    { file: 'docs/adr/README.md', text: decisionsPage(root) },
  ];
  const api = { file: 'contract/openapi.json', text: JSON.stringify(openapi(), null, 2) };
  const texts = only === 'schema' ? schema : [...schema, ...pages, api];
  return Promise.all(texts.map((snapshot) => arrange(root, snapshot)));
}

/** The repository's formatter has the last word, or the check would argue with itself. */
async function arrange(root: string, { file, text }: Snapshot): Promise<Snapshot> {
  if (file.endsWith('.sql')) return { file, text };
  const options = await resolveConfig(path.join(root, file));
  return { file, text: await format(text, { ...options, filepath: file }) };
}

/** Files that no longer say what the code says. */
export const staleSnapshots = (root: string, snapshots: readonly Snapshot[]): string[] =>
  snapshots
    .filter(({ file, text }) => {
      const kept = path.join(root, file);
      return !existsSync(kept) || readFileSync(kept, 'utf8') !== text;
    })
    .map(({ file }) => file);
