import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Writer } from '#store/connection.ts';
import { topicModelBytes, topicModelInUse } from '../queries/region-model.ts';
import { readTopicModel, type TopicModel } from '../rules/topic-model.ts';

const shippedFile = path.join(import.meta.dirname, '../../../data/models/topics.bin');
let shipped: Promise<TopicModel> | undefined;

/** Bytes of the model of topics that ships. */
export const shippedModelBytes = async (): Promise<Uint8Array> => new Uint8Array(await readFile(shippedFile));

/** The shipped model of topics, read once. */
export function shippedModel(): Promise<TopicModel> {
  shipped ??= shippedModelBytes().then((bytes) => readTopicModel(bytes.slice().buffer));
  return shipped;
}

/** The model of topics a region works with. */
export interface ModelInForce {
  readonly model: TopicModel;
  /** Version of a model that should be in force and cannot be read: the shipped one works in its place. */
  readonly unreadable: string | null;
}

/** The last model read of each region: knowledge is read anew every few minutes, the weights seldom change. */
const lastRead = new Map<number, { readonly id: string; readonly inForce: ModelInForce }>();

/**
 * The region's own model where it has one in use, else the one that ships. Bytes that are not a model this program can read,
 * of another format or damaged, never stop a region.
 */
export async function loadRegionModel(tx: Writer, regionId: number): Promise<ModelInForce> {
  const used = await topicModelInUse(tx, regionId);
  if (used === undefined) {
    lastRead.delete(regionId);
    return { model: await shippedModel(), unreadable: null };
  }
  const known = lastRead.get(regionId);
  if (known?.id === used.id) return known.inForce;
  const model = readOwn(await topicModelBytes(tx, regionId, used.id));
  const inForce: ModelInForce =
    model === null ? { model: await shippedModel(), unreadable: used.version } : { model, unreadable: null };
  lastRead.set(regionId, { id: used.id, inForce });
  return inForce;
}

/**
 * The file of the model a region works with, for a thread that judges by it.
 *
 * @param unreadable version of the region's model that is known to be unreadable
 */
export async function modelFileInForce(
  tx: Writer,
  regionId: number,
  unreadable: string | null,
): Promise<Uint8Array> {
  const used = await topicModelInUse(tx, regionId);
  const isReadable = used !== undefined && used.version !== unreadable;
  return (isReadable ? await topicModelBytes(tx, regionId, used.id) : null) ?? shippedModelBytes();
}

function readOwn(bytes: Uint8Array | null): TopicModel | null {
  try {
    return bytes === null ? null : readTopicModel(bytes.slice().buffer);
  } catch {
    return null;
  }
}
