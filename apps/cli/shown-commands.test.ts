import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { commandTyped } from './run-command.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root, exclude: ['docs/progress/**'] }).sort();

/** Commands as the pages show them: on lines of their own, and within sentences where options stand. */
const shown = pages.flatMap((page) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  const typed = /(?:npm run (?:--silent )?otklik --|npx otklik) ([^`\n#>]+)/g;
  return [...text.matchAll(typed)].map(([, rest = '']) => [page, rest.trim()] as const);
});

test('pages show commands', () => expect(shown.length).toBeGreaterThan(20));

test.each(shown)('%s: otklik %s', (_, typed) => {
  // What may be left out is typed, too.
  const plain = typed.replaceAll(/\[(?=-)|(?<=\S)\](?=\s|$)/g, '');
  const words = [...plain.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const command = commandTyped(words);
  if (command === undefined) throw new Error(`There is no command "${typed}".`);
  const args = words.slice(command.name.split(' ').length);
  const { positionals } = parseArgs({ args, options: command.options, allowPositionals: true, strict: true });
  expect(positionals.length).toBeLessThanOrEqual(command.takes.length);
});

test('every command that is shown without its program is a command', () => {
  const bare = pages.flatMap((page) =>
    [...readFileSync(path.join(root, page), 'utf8').matchAll(/^otklik .*$/gm)].map(
      ([line]) => `${page}: ${line}`,
    ),
  );
  expect(bare).toEqual([]);
});
