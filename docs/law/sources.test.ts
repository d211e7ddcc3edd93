import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folders = '{kernel,centre,flow,channels,contract,store,texts,ui,apps,data,bench,tools}';

test('every page that code names as its source exists', () => {
  const files = globSync(`${folders}/**/*.{ts,tsx,mjs,sql}`, {
    cwd: root,
    exclude: (path) => path.includes('node_modules') || path.includes('/dist/'),
  });
  const named = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/@source\s+(docs\/[\w./-]+)/g)].map(([, page]) => ({
      file,
      page,
    })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ page }) => page === undefined || !existsSync(join(root, page)))).toEqual([]);
});
