import type { Writer } from '#store/connection.ts';
import { ownerModelBytes, ownerModelInUse } from '../queries/owner-model.ts';
import { readOwnerModel, type OwnerModel } from '../rules/owner-model.ts';

/** The last model read of each region: knowledge is read anew every few minutes, the weights seldom change. */
const lastRead = new Map<number, { readonly id: string; readonly model: OwnerModel | null }>();

/**
 * What the region's past teaches of who answers; `null` where it has learnt nothing. Bytes that this program cannot read, of
 * another format or damaged, are as good as none: the register decides alone and the region works on.
 */
export async function loadOwners(tx: Writer, regionId: number): Promise<OwnerModel | null> {
  const used = await ownerModelInUse(tx, regionId);
  if (used === undefined) {
    lastRead.delete(regionId);
    return null;
  }
  const known = lastRead.get(regionId);
  if (known?.id === used.id) return known.model;
  const model = readOwn(await ownerModelBytes(tx, regionId, used.id));
  lastRead.set(regionId, { id: used.id, model });
  return model;
}

function readOwn(bytes: Uint8Array | null): OwnerModel | null {
  try {
    return bytes === null ? null : readOwnerModel(bytes.slice().buffer);
  } catch {
    return null;
  }
}
