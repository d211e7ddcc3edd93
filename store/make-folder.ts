import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes the folder and those above it; Node's own recursive way never returns where nothing can be made, as in /proc.
 *
 * @returns the folders made, outermost first
 */
export function makeFolder(folder: string): string[] {
  if (existsSync(folder)) return [];
  const above = makeFolder(path.dirname(folder));
  mkdirSync(folder);
  return [...above, folder];
}
