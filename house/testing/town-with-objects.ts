import { importAssets, removeUnnamed, type ImportedAsset } from '#centre/acts/import-assets.ts';
import { lockImport } from '#centre/queries/import-lock.ts';
import { readAssetGeometry } from '#centre/rules/asset-geometry.ts';
import type { AssetKind } from '#centre/rules/asset-kind.ts';
import { latestCaseAsset } from '#flow/understand/queries/case-assets.ts';
import { readIncident } from '#flow/understand/queries/incidents.ts';
import { readState } from '#flow/work/queries/states.ts';
import type { Position } from '#kernel/geo-json.ts';
import type { Point } from '#kernel/place.ts';
import { wholeRegion, withScope, type Scope, type Writer } from '#store/connection.ts';
import type { TestDatabase } from '#store/testing/test-database.ts';
import { carryOn } from '../flows/carry-on.ts';
import { correctCase, type CaseCorrection } from '../flows/correct.ts';
import { markCaseExtent } from '../flows/mark-extent.ts';
import type { StaffStep } from '../flows/staff-step.ts';
import { takeTyped } from '../flows/take-in.ts';
import { ownAccount } from '../knowledge.ts';
import { knownAddress, makeSmallRegion, town } from './small-region.ts';
import { createTestApp } from './test-app.ts';

/** So many metres east and north of the known house. */
export const away = (east: number, north = 0): Point => ({
  lat: knownAddress.lat + north / 111_195,
  lon: knownAddress.lon + east / (111_195 * Math.cos((knownAddress.lat * Math.PI) / 180)),
});

/** The same as a position of GeoJSON. */
export const at = (east: number, north = 0): Position => {
  const { lat, lon } = away(east, north);
  return [lon, lat];
};

/** An object of the town's register. */
export function asset(
  id: string,
  kind: AssetKind,
  ownerId: number | null,
  geometry: unknown,
  more: Partial<ImportedAsset> = {},
): ImportedAsset {
  const read = readAssetGeometry(geometry);
  if (typeof read === 'string') throw new Error(read);
  return {
    kind,
    externalId: id,
    name: null,
    number: id,
    ownerId,
    municipalityId: town,
    settlementId: 1,
    streetId: null,
    geometry: read,
    sourceDate: null,
    ...more,
  };
}

export const pointAt = (east: number, north = 0) => ({ type: 'Point', coordinates: at(east, north) });
export const lineAlong = (...coordinates: readonly Position[]) => ({ type: 'LineString', coordinates });

/** A small region with these objects, and hands to send messages about them and to correct the machine. */
export async function townWithObjects({ db }: TestDatabase, objects: readonly ImportedAsset[]) {
  const app = createTestApp(db);
  const region = await makeSmallRegion(db, app.seals);
  const all = wholeRegion(region.id);
  const run = <T>(work: (tx: Writer) => Promise<T>, scope: Scope = all): Promise<T> =>
    withScope(db, scope, work);
  await run(async (tx) => {
    await lockImport(tx, region.id, 'objects');
    await importAssets(tx, region.id, 'test', objects, app.now());
  });
  const known = () => app.knowledge.of(region.id);
  const stateOf = (appealId: string) => run(async (tx) => (await readState(tx, region.id, appealId))!);
  const step = async (appealId: string): Promise<StaffStep> => {
    const { version } = await stateOf(appealId);
    return { appealId, version, by: region.people.coordinator.id, at: app.now() };
  };
  const takeOff = (kind: AssetKind, number: string) =>
    run((tx) => removeUnnamed(tx, region.id, 'test', [kind], (_, id) => id !== number, app.now()));
  return {
    app,
    region,
    all,
    run,
    takeOff,
    known,
    stateOf,
    step,
    /** A message through the portal, understood and routed. */
    async send(text: string, where: Point | null, address: string | null = null): Promise<string> {
      const knowledge = await known();
      const form = { key: crypto.randomUUID(), contact: null, authorName: null, files: [] };
      const typed = { ...form, text, point: where, address };
      return run(async (tx) => {
        const account = ownAccount(knowledge, 'portal_form');
        const limits = { textLength: 20_000, files: 5 };
        const { outcome } = await takeTyped(tx, account, knowledge, app.seals, typed, limits, app.now());
        if (!outcome.ok) throw new Error(outcome.failure.code);
        await carryOn(tx, knowledge, app.seals, [outcome.value.appealId], app.now());
        return outcome.value.appealId;
      });
    },
    objectOf: (appealId: string) => run((tx) => latestCaseAsset(tx, region.id, appealId)),
    async incidentOf(appealId: string) {
      const { incident_id } = await stateOf(appealId);
      return run((tx) => readIncident(tx, region.id, incident_id!));
    },
    async idOf(number: string): Promise<number> {
      const found = await run((tx) =>
        tx
          .selectFrom('asset')
          .select('id')
          .where('region_id', '=', region.id)
          .where('number', '=', number)
          .executeTakeFirstOrThrow(),
      );
      return found.id;
    },
    async correct(appealId: string, correction: CaseCorrection) {
      const [taken, knowledge] = [await step(appealId), await known()];
      return run((tx) => correctCase(tx, knowledge, taken, correction));
    },
    async mark(appealId: string, extent: Parameters<typeof markCaseExtent>[3]) {
      const [taken, knowledge] = [await step(appealId), await known()];
      return run((tx) => markCaseExtent(tx, knowledge, taken, extent));
    },
  };
}
