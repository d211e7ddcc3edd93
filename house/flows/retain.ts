import { allRegions } from '#centre/queries/regions.ts';
import { dropExpiredSessions } from '#centre/queries/sessions.ts';
import { dropFiles, knownFiles, orphanFiles } from '#flow/intake/queries/files.ts';
import { erasePayloads } from '#flow/intake/queries/payloads.ts';
import { audit } from '#store/audit.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '../app.ts';

const ORPHAN_MS = 24 * 3_600_000;
const BATCH = 500;

/** Every hour: what has outlived its term is erased, and what was erased is written down in numbers. */
export async function retain(
  app: App,
  regionId: number,
): Promise<{ readonly payloads: number; readonly files: number }> {
  const now = app.now();
  const { payloads, orphans } = await withScope(app.db, wholeRegion(regionId), async (tx) => {
    await dropExpiredSessions(tx, regionId, now);
    const erased = await erasePayloads(tx, regionId, now);
    const hashes = await orphanFiles(tx, regionId, new Date(now.getTime() - ORPHAN_MS), BATCH);
    if (hashes.length > 0) await dropFiles(tx, regionId, hashes);
    if (erased + hashes.length > 0)
      await audit(tx, regionId, [
        {
          at: now,
          actor: null,
          action: 'retention_erased',
          subjectKind: 'region',
          subjectId: String(regionId),
          details: { payloads: erased, files: hashes.length },
        },
      ]);
    return { payloads: erased, orphans: hashes };
  });
  for (const hash of await keptNowhere(app, orphans)) await app.files.erase(hash);
  return { payloads, files: orphans.length };
}

/** Equal bytes are one file on the disk, whoever sent them: it goes when no region keeps it any more. */
async function keptNowhere(app: App, hashes: readonly string[]): Promise<readonly string[]> {
  if (hashes.length === 0) return [];
  const kept = new Set<string>();
  for (const { id } of await allRegions(app.db))
    for (const hash of await withScope(app.db, wholeRegion(id), (tx) => knownFiles(tx, id, hashes)))
      kept.add(hash);
  return hashes.filter((hash) => !kept.has(hash));
}
