// Plain JavaScript: it runs on any Node since 20.19, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);
const inRoot = (...parts) => path.join(root, ...parts);
const isWindows = process.platform === 'win32';

/** Prints one sentence and ends with exit code 1. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

export const say = (sentence) => console.log(sentence);

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Whether node_modules holds what package-lock.json asks for; packages of other systems may be absent. */
export function isInstalled() {
  const marker = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(marker)) return false;
  const wanted = readJson(inRoot('package-lock.json')).packages;
  const present = readJson(marker).packages;
  return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
    if (name === '') return true;
    const found = present[name];
    return found === undefined ? Boolean(optional ?? devOptional) : found.version === version;
  });
}

/** Installs the packages when they are missing or stale. */
export function install() {
  if (isInstalled()) return;
  // On the error output: what a command prints may be read by a script.
  console.error('Installing packages: about a minute, only this once…');
  const done = spawnSync(
    isWindows ? 'npm.cmd' : 'npm',
    ['ci', '--loglevel=error', '--no-fund', '--no-audit'],
    {
      cwd: root,
      stdio: ['inherit', process.stderr, 'inherit'],
      shell: isWindows,
    },
  );
  if (done.error) refuse(`Cannot run npm to install the packages: ${done.error.message}.`);
  if (done.status !== 0) refuse('The packages could not be installed: npm says why above.');
}

/** The Node that runs TypeScript: ours, else the one that started us when it is new enough. */
export function findNode() {
  const ours = inRoot('node_modules', '.bin', isWindows ? 'node.cmd' : 'node');
  if (existsSync(ours) && spawnSync(ours, ['--version'], { shell: isWindows }).status === 0) return ours;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return refuse(
    `Node ${process.versions.node} cannot run Otklik, and there is no bundled Node for ${process.platform}-${process.arch}: install Node 24.`,
  );
}

/** Environment where `node` of every started tool is ours. */
export function toolEnvironment(extra = {}) {
  const bins = inRoot('node_modules', '.bin');
  return { ...process.env, PATH: `${bins}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Runs a tool of node_modules under our Node; resolves to its exit code and what it printed. */
export function runTool(name, args, { quiet = false, cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(isWindows && !path.isAbsolute(name) ? `${name}.cmd` : name, args, {
      cwd,
      env: toolEnvironment(env),
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: isWindows,
    });
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.on('error', (error) => resolve({ code: 1, text: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(printed).toString('utf8') }));
  });
}

/**
 * Runs a TypeScript program as if it were this one: signals and exit code pass through. The program has a process
 * group of its own, so that Ctrl-C reaches it once; should we be killed, the closed channel tells it to stop.
 */
export function runProgram(file, args, { cwd = root, env = {} } = {}) {
  const child = spawn(findNode(), [inRoot(file), ...args], {
    cwd,
    env: toolEnvironment(env),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: !isWindows,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event !== undefined) watchParent(() => child.kill('SIGTERM'));
  child.on('error', (error) => refuse(`Cannot start ${file}: ${error.message}.`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
}

/** npm killed with -9 tells nobody: we see that it is no longer above us. */
function watchParent(onGone) {
  const before = starters();
  const timer = setInterval(() => {
    if (starters() === before) return;
    clearInterval(timer);
    onGone();
  }, 1000);
  timer.unref();
}

/** Our parent, and its own parent when ours is only the shell that npm runs a script by. */
function starters() {
  const of = (pid, file) => {
    const name = `/proc/${pid}/${file}`;
    return existsSync(name) ? readFileSync(name, 'utf8') : '';
  };
  const isShell = of(process.ppid, 'cmdline').startsWith('sh\0-c\0');
  const above = isShell ? of(process.ppid, 'stat').split(') ').at(-1)?.split(' ')[1] : '';
  return `${process.ppid} ${above}`;
}

/** An app is built when the root holds its vite.<app>.config.ts. */
const browserApps = () =>
  readdirSync(root).flatMap((file) => {
    const [, app] = /^vite\.(\w+)\.config\.ts$/.exec(file) ?? [];
    return app === undefined ? [] : [app];
  });

/** What any browser app may be made of. */
const sharedSources = [
  'ui',
  'texts',
  'contract',
  'kernel',
  'centre/rules',
  'flow',
  'package-lock.json',
  'package.json',
];

function* filesOf(entry) {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(entry).sort()) {
    if (name !== 'node_modules' && name !== 'dist') yield* filesOf(path.join(entry, name));
  }
}

function hashOfSources(app) {
  const hash = createHash('sha256');
  for (const source of [`apps/${app}`, `vite.${app}.config.ts`, ...sharedSources]) {
    for (const file of filesOf(inRoot(source)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds the browser apps whose sources changed since the last build into dist/<app>; throws with the builder's words. */
export async function buildBrowserApps() {
  for (const app of browserApps()) {
    const remembered = inRoot('dist', `${app}.sources`);
    const hash = hashOfSources(app);
    const built =
      existsSync(inRoot('dist', app)) && existsSync(remembered) && readFileSync(remembered, 'utf8') === hash;
    if (built) continue;
    say(`Building the ${app}…`);
    const { code, text } = await runTool('node', ['tools/build.mjs', app], {
      quiet: true,
      env: { NO_COLOR: '1' },
    });
    if (code !== 0) throw new Error(`The ${app} could not be built:\n${text.slice(0, 4000)}`);
    mkdirSync(inRoot('dist'), { recursive: true });
    writeFileSync(remembered, hash);
  }
}
