// `npm run check`: every law of the repository; each line of a failure names the law it breaks.
// With `--in <folder>` the same laws look at another tree, which is how their own tests plant offences.
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findNode, install, root, runTool, say } from './ready.mjs';

const started = performance.now();
const asked = process.argv.indexOf('--in');
const where = asked === -1 ? root : path.resolve(process.argv[asked + 1] ?? root);
const isWhole = where === root;
if (isWhole) install();

const tool = (name, args) =>
  runTool(name, args, { quiet: true, cwd: where, env: { NO_COLOR: '1', FORCE_COLOR: '0' } });
const linesOf = (text) => text.split('\n').filter((line) => line.trim() !== '');
/** A tool that fails without a line of its own still fails. */
const orAll = (name, { code, text }, found) =>
  code === 0 ? [] : found.length > 0 ? found : [`law ${name}: ${text.trim().slice(0, 2000)}`];

/** What did not change is not checked again. */
const remembering = (config) => [
  '--incremental',
  '--tsBuildInfoFile',
  path.join('node_modules', '.cache', 'types', `${config}.buildinfo`),
];

async function types(name, config) {
  const { code, text } = await tool('tsc', ['-p', config, '--pretty', 'false', ...remembering(config)]);
  return orAll(
    name,
    { code, text },
    linesOf(text)
      .filter((line) => !line.startsWith(' '))
      .map((line) => `law ${name}: ${line}`),
  );
}

const lawOfRule = {
  'typescript(no-explicit-any)': 'no-any',
  'import(no-default-export)': 'no-default-exports',
  'eslint(max-lines-per-function)': 'functions-are-short',
  'typescript(no-unsafe-type-assertion)': 'as-only-in-parsers-and-brands',
};

async function lint() {
  const { code, text } = await tool('oxlint', ['--type-aware', '--format', 'json', '.']);
  if (code === 0) return [];
  const start = text.indexOf('{');
  if (start === -1) return [`law lint: ${text.trim()}`];
  return JSON.parse(text.slice(start)).diagnostics.map(({ code: rule, filename, labels, message }) => {
    const line = labels[0]?.span?.line ?? 1;
    return `law ${lawOfRule[rule] ?? `lint ${rule}`}: ${filename}:${line} ${message}`;
  });
}

const sources = [
  'kernel',
  'centre',
  'flow',
  'channels',
  'contract',
  'store',
  'texts',
  'ui',
  'apps',
  'data',
  'bench',
  'e2e',
  'tools',
];

async function imports() {
  const present = sources.filter((folder) => existsSync(path.join(where, folder)));
  const { text } = await tool('depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...present,
  ]);
  const start = text.indexOf('{');
  if (start === -1) return [`law imports: ${text.trim()}`];
  const { violations } = JSON.parse(text.slice(start)).summary;
  return orAll(
    'imports',
    { code: violations.length, text },
    violations.map(
      ({ rule, from, to, cycle }) =>
        `law ${rule.name}: ${from} imports ${cycle === undefined ? to : cycle.map((step) => step.name).join(' → ')}`,
    ),
  );
}

async function deadCode() {
  const { code, text } = await tool('knip', ['--no-progress', '--reporter', 'json']);
  if (code === 0) return [];
  const start = text.indexOf('{');
  if (start === -1) return [`law no-dead-code: ${text.trim()}`];
  const { issues } = JSON.parse(text.slice(start));
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      (Array.isArray(found) ? found : []).map(
        ({ name }) =>
          `law no-dead-code: ${file} ${kind === 'files' ? 'is used by nothing' : `has unused ${kind}: ${name}`}`,
      ),
    ),
  );
}

async function format() {
  const { code, text } = await tool('prettier', ['--check', '--cache', '--log-level', 'warn', '.']);
  const found = linesOf(text)
    .filter((line) => line.startsWith('[warn] ') && !line.includes('Code style'))
    .map((line) => `law formatted: ${line.slice(7)}`);
  return orAll('formatted', { code, text }, found);
}

async function program(name, file, args) {
  const { code, text } = await runTool(findNode(), [path.join(root, file), ...args], {
    quiet: true,
    cwd: where,
  });
  return orAll(
    name,
    { code, text },
    linesOf(text).filter((line) => line.startsWith('law ')),
  );
}

const every = [
  lint,
  () => types('types', 'tsconfig.json'),
  () => program('printed-from-code', 'tools/check-snapshots.ts', []),
  () => types('browser-types', 'tsconfig.browser.json'),
  format,
  deadCode,
  () => types('rules-compile-without-node', 'tsconfig.rules.json'),
  imports,
  () => program('laws', 'tools/laws/run.ts', [where]),
];
/** A planted tree has no whole program to judge: what is unused or unprinted there says nothing. */
const ofPlantedTree = [
  lint,
  () => types('rules-compile-without-node', 'tsconfig.rules.json'),
  imports,
  () => program('laws', 'tools/laws/run.ts', [where]),
];

const waiting = [...(isWhole ? every : ofPlantedTree)];
const offences = [];
const worker = async () => {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
    offences.push(...(await check()));
};
await Promise.all([worker(), worker(), worker()]);

for (const line of [...new Set(offences)].sort((one, other) => one.localeCompare(other))) say(line);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const law = offences.length === 1 ? 'offence' : 'offences';
say(offences.length === 0 ? `All laws hold (${seconds} s).` : `${offences.length} ${law} (${seconds} s).`);
process.exitCode = offences.length === 0 ? 0 : 1;
