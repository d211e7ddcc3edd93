import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root, say } from './ready.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const firstOf = (files) => files.find((file) => existsSync(file)) ?? null;

/** A Chromium on this machine, else one from the system's packages, else one from npm, else `null`. */
export async function findChromium() {
  return process.env.OTKLIK_TEST_CHROMIUM ?? firstOf(usual) ?? fromSystem() ?? (await fromNpm());
}

function fromSystem() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('Installing Chromium from the system packages for the browser journeys…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
    env,
    stdio: 'ignore',
  });
  return firstOf(usual);
}

async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = path.join(root, '.data', 'chromium');
  const entry = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
  if (!existsSync(entry)) {
    say('Installing Chromium from npm for the browser journeys…');
    mkdirSync(folder, { recursive: true });
    spawnSync(
      'npm',
      ['install', '--prefix', folder, '--no-save', '--loglevel=error', '@sparticuz/chromium'],
      { stdio: 'ignore' },
    );
  }
  if (!existsSync(entry)) return null;
  const { default: chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
}
