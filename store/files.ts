import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Content-addressed files on disk: a file is named by its SHA-256, so the same bytes are kept once. */
export interface FileStore {
  /** Keeps the bytes durably and returns their hash, 64 hex digits. Keeping twice is keeping once. */
  keep(bytes: Uint8Array): Promise<string>;
  /** `null` where there is no such file (yet, or any more). */
  read(hash: string): Promise<Uint8Array | null>;
  has(hash: string): Promise<boolean>;
  erase(hash: string): Promise<void>;
}

export function openFileStore(folder: string): FileStore {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2));
  const has = (hash: string): Promise<boolean> =>
    stat(pathOf(hash)).then(
      () => true,
      () => false,
    );
  return {
    has,
    async keep(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (await has(hash)) return hash;
      const path = pathOf(hash);
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 });
      const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      const handle = await open(draft, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, path);
      return hash;
    },
    read: (hash) => readFile(pathOf(hash)).catch(() => null),
    erase: (hash) => rm(pathOf(hash), { force: true }),
  };
}
