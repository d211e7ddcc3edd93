import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const schema = z.object({
  port: z.int().min(1).max(65_535),
  superuser: z.string(),
  owner: z.string(),
  app: z.string(),
});

/** Passwords of the three roles and the remembered port. */
export type Credentials = z.infer<typeof schema>;

const fileIn = (folder: string): string => path.join(folder, 'credentials.json');

export function readCredentials(folder: string): Credentials | null {
  const file = fileIn(folder);
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Written whole or not at all, readable by its owner only. */
export function writeCredentials(folder: string, credentials: Credentials): void {
  const file = fileIn(folder);
  writeFileSync(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function inventCredentials(port: number): Credentials {
  const password = (): string => randomBytes(24).toString('base64url');
  return { port, superuser: password(), owner: password(), app: password() };
}

export const roleNames = { superuser: 'postgres', owner: 'otklik_owner', app: 'otklik_app' } as const;

/** The address of a database on the loopback server. */
export function urlOf(credentials: Credentials, role: keyof typeof roleNames, database: string): string {
  return `postgres://${roleNames[role]}:${credentials[role]}@127.0.0.1:${credentials.port}/${database}`;
}
