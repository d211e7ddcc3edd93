import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const planted = mkdtempSync(path.join(os.tmpdir(), 'otklik-laws-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

const long = (lines: number): string =>
  Array.from({ length: lines }, (_, line) => `export const line${line} = ${line};`).join('\n');
const longFunction = `export function long(): void {\n${'  console.log(1);\n'.repeat(60)}}\n`;
const registry = ['https://registry', 'example', 'org'].join('.');

/** Every law with an offence planted for it: the file, what is in it, and a part of the line that must be printed. */
const offences: readonly (readonly [law: string, file: string, text: string, line: string])[] = [
  [
    'kernel-imports-nothing',
    'kernel/reads-store.ts',
    "export { x } from '#store/x.ts';\nexport const y = 1;\n",
    'kernel/reads-store.ts imports store/x.ts',
  ],
  [
    'rules-are-pure',
    'flow/route/rules/reads-file.ts',
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    'flow/route/rules/reads-file.ts imports fs',
  ],
  [
    'rules-are-pure',
    'flow/route/rules/asks-store.ts',
    "import type { x } from '#store/x.ts';\nexport type X = typeof x;\n",
    'flow/route/rules/asks-store.ts imports store/x.ts',
  ],
  [
    'rules-compile-without-node',
    'flow/route/rules/fetches.ts',
    "export const load = () => fetch('x');\n",
    "Cannot find name 'fetch'",
  ],
  [
    'rules-have-no-clock',
    'flow/route/rules/looks-at-clock.ts',
    '// Date.now() in a comment is fine\nexport const at = () => new Date();\n',
    'looks-at-clock.ts:2 uses new Date()',
  ],
  [
    'rules-have-no-clock',
    'kernel/rolls-dice.ts',
    'export const roll = () => Math.random();\n',
    'kernel/rolls-dice.ts:1 uses Math.random',
  ],
  [
    'centre-knows-no-stage',
    'centre/queries/looks-down.ts',
    "import { act } from '#flow/work/acts/act.ts';\nexport const a = act;\n",
    'centre/queries/looks-down.ts imports flow/work/acts/act.ts',
  ],
  [
    'route-looks-only-upstream',
    'flow/route/queries/looks-down.ts',
    "import { q } from '#flow/work/queries/q.ts';\nexport const a = q;\n",
    'flow/route/queries/looks-down.ts imports flow/work/queries/q.ts',
  ],
  [
    'acts-stay-in-their-stage',
    'flow/learn/acts/borrows.ts',
    "import { act } from '#flow/work/acts/act.ts';\nexport const a = act;\n",
    'flow/learn/acts/borrows.ts imports flow/work/acts/act.ts',
  ],
  [
    'channels-do-not-meet',
    'channels/vk/meets.ts',
    "import { parse } from '#channels/email/parse.ts';\nexport const p = parse;\n",
    'channels/vk/meets.ts imports channels/email/parse.ts',
  ],
  [
    'channels-know-no-stage',
    'channels/vk/knows.ts',
    "import { q } from '#flow/work/queries/q.ts';\nexport const a = q;\n",
    'channels/vk/knows.ts imports flow/work/queries/q.ts',
  ],
  [
    'channels-are-named-once',
    'apps/server/names.ts',
    "import { parse } from '#channels/email/parse.ts';\nexport const p = parse;\n",
    'apps/server/names.ts imports channels/email/parse.ts',
  ],
  [
    'browsers-see-no-sql',
    'apps/console/src/sees.ts',
    "import { x } from '#store/x.ts';\nexport const y = x;\n",
    'apps/console/src/sees.ts imports store/x.ts',
  ],
  [
    'browsers-see-no-sql',
    'apps/portal/asks.ts',
    "import { q } from '#flow/work/queries/q.ts';\nexport const a = q;\n",
    'apps/portal/asks.ts imports flow/work/queries/q.ts',
  ],
  [
    'browsers-see-no-sql',
    'apps/portal/acts.ts',
    "export const load = () => import('#flow/work/acts/act.ts');\n",
    'apps/portal/acts.ts imports flow/work/acts/act.ts',
  ],
  [
    'ui-knows-no-stage',
    'ui/knows.ts',
    "import { r } from '#flow/work/rules/r.ts';\nexport const a = r;\n",
    'ui/knows.ts imports flow/work/rules/r.ts',
  ],
  [
    'texts-are-words-only',
    'texts/knows.ts',
    "import { q } from '#flow/work/queries/q.ts';\nexport const a = q;\n",
    'texts/knows.ts imports flow/work/queries/q.ts',
  ],
  [
    'contract-is-data',
    'contract/asks.ts',
    "import { q } from '#flow/work/queries/q.ts';\nexport const a = q;\n",
    'contract/asks.ts imports flow/work/queries/q.ts',
  ],
  [
    'store-knows-no-stage',
    'store/knows.ts',
    "import { q } from '#flow/work/queries/q.ts';\nexport const a = q;\n",
    'store/knows.ts imports flow/work/queries/q.ts',
  ],
  [
    'apps-do-not-meet',
    'apps/cli/meets.ts',
    "import { p } from '#apps/server/names.ts';\nexport const a = p;\n",
    'apps/cli/meets.ts imports apps/server/names.ts',
  ],
  [
    'product-knows-no-tools',
    'store/uses-tools.ts',
    "import { t } from '#tools/t.ts';\nexport const a = t;\n",
    'store/uses-tools.ts imports tools/t.ts',
  ],
  [
    'no-cycles',
    'store/one.ts',
    "import { two } from './two.ts';\nexport const one = () => two;\n",
    'store/one.ts',
  ],
  [
    'one-writer-per-table',
    'flow/work/queries/writes.ts',
    "export const sly = (tx) => tx.updateTable('answer').set({});\n",
    'writes.ts:1 writes answer, which belongs to flow/answer',
  ],
  [
    'one-writer-per-table',
    'flow/work/queries/writes-raw.ts',
    'export const sly = (sql) => sql`insert into rating (score) values (1)`;\n',
    'writes-raw.ts:1 writes rating, which belongs to flow/learn',
  ],
  [
    'one-writer-per-table',
    'flow/work/queries/writes-many.ts',
    "export const sly = (tx, insertRows) => insertRows(\n  tx,\n  'message',\n  [],\n);\n",
    'writes-many.ts:1 writes message, which belongs to flow/intake',
  ],
  [
    'no-generic-drawers',
    'centre/rules/date-utils.ts',
    'export const a = 1;\n',
    'centre/rules/date-utils.ts is called "utils"',
  ],
  [
    'no-barrels',
    'flow/work/index.ts',
    "export { q } from './queries/q.ts';\n",
    'flow/work/index.ts passes on what lives elsewhere',
  ],
  ['no-default-exports', 'store/default.ts', 'export default 1;\n', 'store/default.ts:1'],
  ['no-any', 'store/any.ts', 'export const loose: any = 1;\n', 'store/any.ts:1'],
  [
    'as-only-in-parsers-and-brands',
    'store/asserts.ts',
    'export const of = (given: unknown) => given as string;\n',
    'store/asserts.ts:1',
  ],
  ['files-are-short', 'store/long.ts', long(301), 'store/long.ts has 301 lines, more than 300'],
  ['functions-are-short', 'store/long-function.ts', longFunction, 'store/long-function.ts:1'],
  [
    'texts-speak-both-languages',
    'texts/ru/only.ts',
    "export const only = 'только';\n",
    'texts/ru/only.ts has no texts/en/only.ts',
  ],
  [
    'texts-speak-both-languages',
    'texts/en/loose.ts',
    "export const loose = 'loose';\n",
    'texts/en/loose.ts is not typed by texts/ru/loose.ts',
  ],
  ['no-registry-addresses', '.npmrc', `registry=${registry}\n`, '.npmrc:1 names registry='],
  [
    'no-machine-paths',
    'docs/guide.md',
    `Look into "${['', 'work', 'main', 'x'].join('/')}".\n`,
    'docs/guide.md:1 names',
  ],
  [
    'only-the-product-speaks',
    'docs/author.md',
    `Written by ${['Chat', 'GPT'].join('')}.\n`,
    'docs/author.md:1 says',
  ],
  [
    'environment-is-read-once',
    'store/environment.ts',
    "export const port = process.env['PORT'];\n",
    'store/environment.ts:1 reads process.env',
  ],
  [
    'every-test-runs',
    'store/left.test.ts',
    "import { test } from 'vitest';\ntest.skip('later', () => {});\n",
    'store/left.test.ts:2 uses test.skip',
  ],
  [
    'lint typescript(no-floating-promises)',
    'store/floats.ts',
    'const later = async () => 1;\nlater();\nexport const x1 = 1;\n',
    'store/floats.ts:2',
  ],
];

/** What the planted files refer to, and neighbours that break nothing. */
const innocent: readonly (readonly [file: string, text: string])[] = [
  ['store/x.ts', 'export const x = 1;\n'],
  ['store/two.ts', "import { one } from './one.ts';\nexport const two = () => one;\n"],
  ['flow/work/acts/act.ts', 'export const act = 1;\n'],
  ['flow/work/queries/q.ts', "export const q = (tx) => tx.updateTable('appeal_state').set({});\n"],
  [
    'flow/work/rules/r.ts',
    "import { k } from '#kernel/k.ts';\nexport const r = (at: Date) => [k, new Date(at)];\n",
  ],
  ['flow/answer/queries/reads.ts', "import { q } from '#flow/work/queries/q.ts';\nexport const a = q;\n"],
  ['kernel/k.ts', 'export const k = 1;\n'],
  ['channels/email/parse.ts', "import { k } from '#kernel/k.ts';\nexport const parse = k;\n"],
  ['channels/index.ts', "import { parse } from './email/parse.ts';\nexport const channels = [parse];\n"],
  [
    'apps/server/main.ts',
    "import { channels } from '#channels/index.ts';\nexport const env = [process.env, channels];\n",
  ],
  ['tools/t.ts', 'export const t = 1;\n'],
  ['texts/ru/loose.ts', "export const loose = 'свободно';\n"],
  ['store/short.ts', long(300)],
];

for (const [file, text] of [...innocent, ...offences.map(([, name, text]) => [name, text] as const)]) {
  mkdirSync(path.dirname(path.join(planted, file)), { recursive: true });
  writeFileSync(path.join(planted, file), text);
}
for (const file of [
  'package.json',
  'tsconfig.json',
  'tsconfig.rules.json',
  '.oxlintrc.json',
  '.dependency-cruiser.cjs',
  'types',
]) {
  cpSync(path.join(root, file), path.join(planted, file), { recursive: true });
}
symlinkSync(path.join(root, 'node_modules'), path.join(planted, 'node_modules'));

const checked = spawnSync(process.execPath, [path.join(root, 'tools/check.mjs'), '--in', planted], {
  encoding: 'utf8',
});
const lines = checked.stdout.split('\n');

describe('npm run check', () => {
  test.each(offences)('names the law %s for %s', (law, _file, _text, part) => {
    expect(lines.filter((line) => line.startsWith(`law ${law}: `)).join('\n')).toContain(part);
  });

  test.each(innocent)('has nothing against %s', (file) => {
    expect(
      lines.filter(
        (line) =>
          line.startsWith(`law `) && !line.includes('no-cycles') && line.split(': ')[1]?.startsWith(file),
      ),
    ).toEqual([]);
  });

  test('fails', () => {
    expect(checked.status).toBe(1);
  });
});
