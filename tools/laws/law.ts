import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** A place that breaks a law: `what` completes the line `law <name>: <what>`. */
export interface Offence {
  readonly file: string;
  readonly what: string;
}

export interface Law {
  readonly name: string;
  check(tree: Tree): readonly Offence[] | Promise<readonly Offence[]>;
}

/** The files of a repository, as laws see them: no dependencies, nothing built. */
export interface Tree {
  /** Paths from the root, with forward slashes, sorted. */
  readonly files: readonly string[];
  read(file: string): string;
}

const skipped = new Set(['node_modules', '.git', 'dist', '.data', 'coverage']);

export function openTree(root: string): Tree {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(path.join(root, folder)).sort()) {
      if (skipped.has(name)) continue;
      const file = folder === '' ? name : `${folder}/${name}`;
      if (statSync(path.join(root, file)).isDirectory()) walk(file);
      else files.push(file);
    }
  };
  walk('');
  const texts = new Map<string, string>();
  const read = (file: string): string => {
    const known = texts.get(file) ?? readFileSync(path.join(root, file), 'utf8');
    texts.set(file, known);
    return known;
  };
  return { files, read };
}

const code = /\.(ts|tsx|mjs|cjs)$/;
const test = /\.(test|contract)\.tsx?$|(^|\/)(testing|fake)\/|^e2e\//;

/** Code of the product: tests, fakes and printed files left out. */
export const codeFiles = ({ files }: Tree): string[] =>
  files.filter((file) => code.test(file) && !test.test(file) && !file.endsWith('.gen.ts'));

export const testFiles = ({ files }: Tree): string[] =>
  files.filter((file) => code.test(file) && test.test(file));

/** Text worth reading for words: no pictures, fonts, models or lock file. */
export const textFiles = ({ files }: Tree): string[] =>
  files.filter((file) =>
    /\.(ts|tsx|mjs|cjs|json|md|sql|css|html|yml|yaml|sh|svg|txt)$|(^|\/)[^.]+$|^\.[a-z]+rc$/.test(file),
  );

/** The same text with comments blanked, so that line numbers stay. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w\\/])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));

/** Every match of `pattern` as an offence, with its line. */
export function offencesIn(
  file: string,
  text: string,
  pattern: RegExp,
  say: (match: RegExpMatchArray) => string | null,
): Offence[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const what = say(match);
    if (what === null) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return [{ file, what: `${file}:${line} ${what}` }];
  });
}
