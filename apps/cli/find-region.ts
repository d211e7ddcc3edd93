import { allRegions, type Region } from '#centre/queries/regions.ts';
import type { Db } from '#store/connection.ts';
import { StartFault } from '#store/start-fault.ts';

/**
 * The region a person means by its address or its name.
 *
 * @throws StartFault listing the regions there are
 */
export async function findRegion(db: Db, meant: string): Promise<Region> {
  const regions = await allRegions(db);
  const found = regions.find(
    ({ slug, name }) => slug === meant || name.toLowerCase() === meant.toLowerCase(),
  );
  if (found !== undefined) return found;
  const known = regions.map(({ slug, name }) => `${slug} (${name})`).join(', ');
  throw new StartFault(
    `There is no region "${meant}": ${known === '' ? 'make one with region create' : `there are ${known}`}.`,
  );
}
