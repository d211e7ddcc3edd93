import { importAssets, type ImportedAsset } from '#centre/acts/import-assets.ts';
import { lockImport } from '#centre/queries/import-lock.ts';
import { readAssetGeometry } from '#centre/rules/asset-geometry.ts';
import type { DemoRegion } from '#data/demo/demo-region.ts';
import { demoObjects } from '#data/demo/objects/demo-objects.ts';
import type { Writer } from '#store/connection.ts';
import type { DemoIds } from './plan-region.ts';

const BATCH = 2000;

/** Fills the register of objects of the invented region. */
export async function addObjects(
  tx: Writer,
  regionId: number,
  demo: DemoRegion,
  ids: DemoIds,
  at: Date,
): Promise<void> {
  const settlements = new Map(demo.settlements.map(({ code }, index) => [code, index + 1]));
  const streets = new Map(demo.streets.map(({ code }, index) => [code, index + 1]));
  const assets = demoObjects(demo).map((object): ImportedAsset => {
    const geometry = readAssetGeometry(object.geometry);
    if (typeof geometry === 'string') throw new Error(`the object ${object.code}: ${geometry}`);
    return {
      kind: object.kind,
      externalId: object.code,
      name: object.name,
      number: object.number,
      ownerId: object.owner === null ? null : (ids.authority.get(object.owner) ?? null),
      municipalityId: ids.municipality.get(object.municipality) ?? null,
      settlementId: settlements.get(object.settlement) ?? null,
      streetId: object.street === null ? null : (streets.get(object.street) ?? null),
      geometry,
      sourceDate: null,
    };
  });
  await lockImport(tx, regionId, 'objects');
  for (let from = 0; from < assets.length; from += BATCH)
    await importAssets(tx, regionId, 'demo', assets.slice(from, from + BATCH), at);
}
