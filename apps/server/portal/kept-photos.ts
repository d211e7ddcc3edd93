import { addFiles, knownFiles, type KeptFile } from '#flow/intake/queries/files.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import type { Visit } from './visit.ts';

const hash = /^[0-9a-f]{64}$/;

/** Photos that an earlier step took in, by the hashes the form sends back. */
export const keptIn = (written: string): string[] => written.split(',').filter((one) => hash.test(one));

/**
 * Keeps the photos of a form that goes no further yet, so that nobody has to choose them twice.
 * @returns of `hashes` those that are really here: a page left open for days outlives the photos of a form never sent
 */
export async function keepPhotos(
  app: App,
  { region, at }: Pick<Visit, 'region' | 'at'>,
  form: { readonly photos: readonly KeptFile[] },
  hashes: readonly string[],
): Promise<string[]> {
  const known = await withScope(app.db, wholeRegion(region.id), async (tx) => {
    await addFiles(tx, region.id, form.photos, at);
    return knownFiles(tx, region.id, hashes);
  });
  return hashes.filter((one) => known.has(one));
}
