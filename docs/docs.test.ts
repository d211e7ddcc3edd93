import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { connectors } from '#channels/index.ts';
import { laws } from '#tools/laws/all-laws.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).sort();

const rooms =
  'kernel|centre|flow|channels|contract|store|texts|ui|house|apps|data|bench|e2e|tools|types|docs|deploy';
const fenced = /^```[\s\S]*?^```/gm;

/** Targets of links that lie in the repository, with what stands after `#`. */
const linksOf = (text: string): { target: string; anchor: string | undefined }[] =>
  [...text.replace(fenced, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?|mailto):/.test(target))
    .map((target) => ({ target: target.split('#')[0] ?? '', anchor: target.split('#')[1] }));

const named = new RegExp(
  String.raw`^(?:(?:${rooms})/[^\s<>…]*|\.dependency-cruiser\.cjs|(?:package|tsconfig[.\w]*)\.json|[A-Z]+(?:\.ru)?\.md)$`,
);

/** Words in backticks that are paths of this repository; those with a placeholder name no file. */
const pathsOf = (text: string): string[] =>
  [...text.replace(fenced, '').matchAll(/`([^`\n]+)`/g)]
    .map(([, words = '']) => words)
    .filter((words) => named.test(words));

/** As GitHub makes them: lower case, no punctuation, hyphens for spaces. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('links to what is there', () => {
    const broken = linksOf(text).filter(({ target, anchor }) => {
      const file = target === '' ? page : path.join(path.dirname(page), target);
      if (!existsSync(path.join(root, file))) return true;
      return anchor !== undefined && file.endsWith('.md') && !anchorsOf(read(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('names files that exist', () => {
    const here = (file: string): boolean =>
      [root, path.join(root, path.dirname(page))].some(
        (folder) => globSync(file, { cwd: folder }).length > 0,
      );
    expect(pathsOf(text).filter((file) => !here(file))).toEqual([]);
  });

  test('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = [...text.matchAll(/\bnpm (?:run ([\w-]+)|(start|test)\b)/g)].map(
      ([, name, short]) => name ?? short,
    );
    expect(run.filter((name) => name === undefined || !(name in scripts))).toEqual([]);

    const commands = globSync('apps/cli/**/*.ts', { cwd: root }).flatMap((file) =>
      [...read(file).matchAll(/^\s+name: '([a-z ]+)',$/gm)].map(([, name = '']) => name),
    );
    const typed = [...text.matchAll(/\bnpm run otklik -- ([a-z][a-z ]*)/g)].map(([, words = '']) =>
      words.trim(),
    );
    expect(typed.filter((words) => !commands.some((name) => `${words} `.startsWith(`${name} `)))).toEqual([]);
  });
});

test('ARCHITECTURE.md names every law there is', () => {
  const cruiser: unknown = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  const imports = z.object({ forbidden: z.array(z.object({ name: z.string() })) }).parse(cruiser).forbidden;
  const names = [...imports, ...laws].map(({ name }) =>
    name.replace(/^[a-z]+(?=-looks-only-upstream$)/, '<stage>'),
  );
  const page = read('ARCHITECTURE.md');
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('settings shown to integrators are accepted by their connectors', () => {
  const examples = [...read('docs/integrator.md').matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, text = '']): unknown => JSON.parse(text),
  );
  const accepted = examples.map((example) =>
    Object.values(connectors).some(
      ({ settings, traits }) => traits.comesBy === 'network' && settings.safeParse(example).success,
    ),
  );
  expect(accepted).toEqual([true, true]);
});

test('the README is read in one sitting', () => {
  for (const page of ['README.md', 'README.ru.md']) expect(read(page).split('\n').length).toBeLessThan(100);
});

describe('guides speak in the words of the screens', () => {
  const screens = globSync('texts/{ru,letters}/*.ts', { cwd: root })
    .map(read)
    .join('\n')
    .replaceAll('\\u00ad', '');

  test.each(['docs/resident.md', 'docs/operator.md', 'docs/administrator.md'])('%s', (page) => {
    const labels = [...read(page).matchAll(/\*\*«([^»]+)»\*\*/g)].map(([, label = '']) =>
      label.replaceAll(/\s+/g, ' '),
    );
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.filter((label) => !screens.includes(label))).toEqual([]);
  });
});
