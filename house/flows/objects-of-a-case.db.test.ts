import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importAssets, type ImportedAsset } from '#centre/acts/import-assets.ts';
import { lockRegister } from '#centre/queries/asset-register.ts';
import { readAssetGeometry } from '#centre/rules/asset-geometry.ts';
import type { AssetKind } from '#centre/rules/asset-kind.ts';
import { responsibilitiesOf } from '#flow/route/queries/responsibility.ts';
import { latestCaseAsset } from '#flow/understand/queries/case-assets.ts';
import { readIncident } from '#flow/understand/queries/incidents.ts';
import { readState } from '#flow/work/queries/states.ts';
import type { Point } from '#kernel/place.ts';
import { wholeRegion, withScope, type Scope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { ownAccount, type RegionKnowledge } from '../knowledge.ts';
import { bodies, knownAddress, makeSmallRegion, town } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { carryOn } from './carry-on.ts';
import { correctCase, type CaseCorrection } from './correct.ts';
import { markCaseExtent } from './mark-extent.ts';
import type { StaffStep } from './staff-step.ts';
import { takeTyped } from './take-in.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);
const all = wholeRegion(region.id);
const run = <T>(work: (tx: Writer) => Promise<T>, scope: Scope = all): Promise<T> =>
  withScope(db, scope, work);
let knowledge: RegionKnowledge;

/** So many metres east and north of the known house. */
const away = (east: number, north = 0): Point => ({
  lat: knownAddress.lat + north / 111_195,
  lon: knownAddress.lon + east / (111_195 * Math.cos((knownAddress.lat * Math.PI) / 180)),
});

const at = (east: number, north = 0) => {
  const { lat, lon } = away(east, north);
  return [lon, lat];
};

function asset(
  id: string,
  kind: AssetKind,
  ownerId: number | null,
  geometry: unknown,
  streetId: number | null = null,
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
    streetId,
    geometry: read,
    sourceDate: null,
  };
}

const point = (east: number, north = 0) => ({ type: 'Point', coordinates: at(east, north) });

const objects = [
  asset('214', 'lamp', bodies.houseManager, point(0)),
  asset('300', 'lamp', bodies.houseManager, point(1000)),
  asset('301', 'lamp', bodies.roads, point(1006)),
  asset('400', 'lamp', null, point(2000)),
  asset(
    'R1',
    'road_segment',
    bodies.houseManager,
    { type: 'LineString', coordinates: [at(-500, 3000), at(500, 3000)] },
    2,
  ),
  asset(
    'R2',
    'road_segment',
    bodies.houseManager,
    { type: 'LineString', coordinates: [at(500, 3000), at(900, 3000)] },
    2,
  ),
  asset('P1', 'park', bodies.roads, {
    type: 'Polygon',
    coordinates: [[at(0, -1000), at(300, -1000), at(300, -1300), at(0, -1300), at(0, -1000)]],
  }),
];

beforeAll(async () => {
  await run(async (tx) => {
    await lockRegister(tx, region.id);
    await importAssets(tx, region.id, 'test', objects, app.now());
  });
  knowledge = await app.knowledge.of(region.id);
});

async function send(text: string, where: Point | null, address: string | null = null): Promise<string> {
  const typed = {
    key: crypto.randomUUID(),
    text,
    point: where,
    address,
    contact: null,
    authorName: null,
    files: [],
  };
  const limits = { textLength: 20_000, files: 5 };
  return run(async (tx) => {
    const account = ownAccount(knowledge, 'portal_form');
    const { outcome } = await takeTyped(tx, account, knowledge, app.seals, typed, limits, app.now());
    if (!outcome.ok) throw new Error(outcome.failure.code);
    await carryOn(tx, knowledge, app.seals, [outcome.value.appealId], app.now());
    return outcome.value.appealId;
  });
}

const stateOf = (appealId: string) => run(async (tx) => (await readState(tx, region.id, appealId))!);
const objectOf = (appealId: string) => run((tx) => latestCaseAsset(tx, region.id, appealId));
const whyOf = async (appealId: string) =>
  (await run((tx) => responsibilitiesOf(tx, region.id, appealId))).at(-1)?.explanation;
const idOf = async (number: string): Promise<number> =>
  (
    await run((tx) =>
      tx
        .selectFrom('asset')
        .select('id')
        .where('region_id', '=', region.id)
        .where('number', '=', number)
        .executeTakeFirstOrThrow(),
    )
  ).id;

async function step(appealId: string): Promise<StaffStep> {
  const { version } = await stateOf(appealId);
  return { appealId, version, by: region.people.coordinator.id, at: app.now() };
}

const correct = async (appealId: string, correction: CaseCorrection) => {
  const taken = await step(appealId);
  return run((tx) => correctCase(tx, knowledge, taken, correction));
};

const dark = 'Не горит уличный фонарь, вечером темно';

describe('a lamp that does not burn', () => {
  test('within reach of one, is its keeper’s, and the sentence names the lamp', async () => {
    const appealId = await send(dark, away(12));
    expect(await stateOf(appealId)).toMatchObject({
      topic: 'street_light_broken',
      authority_id: bodies.houseManager,
    });
    expect(await whyOf(appealId)).toMatchObject({
      code: 'by_object_owner',
      params: { kind: 'lamp', number: '214', meters: '12' },
    });
    expect(await objectOf(appealId)).toMatchObject({ finding: 'nearest', asset_id: await idOf('214') });
  });

  test('far from any, is for the register, and no object is made up', async () => {
    const appealId = await send(dark, away(400));
    expect(await stateOf(appealId)).toMatchObject({ authority_id: bodies.government });
    expect(await objectOf(appealId)).toBeUndefined();
  });

  test('between two of different keepers, is offered and not guessed', async () => {
    const appealId = await send(dark, away(1003));
    expect(await stateOf(appealId)).toMatchObject({ authority_id: bodies.government });
    const found = await objectOf(appealId);
    expect(found).toMatchObject({ finding: 'several', asset_id: null });
    expect(found?.candidates).toHaveLength(2);
  });

  test('at one whose keeper nobody knows, keeps the lamp and asks the register', async () => {
    const appealId = await send(dark, away(2001));
    expect(await stateOf(appealId)).toMatchObject({ authority_id: bodies.government });
    expect(await objectOf(appealId)).toMatchObject({ finding: 'nearest' });
  });

  test('at a named house, reaches as far as half a long house more', async () => {
    const appealId = await send(`${dark}, ${knownAddress.words}`, null, knownAddress.words);
    expect(await stateOf(appealId)).toMatchObject({
      place_precision: 'house',
      authority_id: bodies.houseManager,
    });
  });
});

describe('a person knows better', () => {
  test('names another object, and the case goes to its keeper', async () => {
    const appealId = await send(dark, away(1003));
    expect(await correct(appealId, { assetId: await idOf('301') })).toMatchObject({ ok: true });
    expect(await stateOf(appealId)).toMatchObject({ authority_id: bodies.roads });
    expect(await objectOf(appealId)).toMatchObject({
      seq: 2,
      finding: 'chosen',
      meters: 3,
      by_staff: region.people.coordinator.id,
    });
    const audited = await run((tx) =>
      tx.selectFrom('audit_entry').select('action').where('subject_id', '=', appealId).execute(),
    );
    expect(audited).toContainEqual({ action: 'object_chosen' });
  });

  test('says that it is none, and the register decides', async () => {
    const appealId = await send(dark, away(5));
    expect(await correct(appealId, { assetId: null })).toMatchObject({ ok: true });
    expect(await stateOf(appealId)).toMatchObject({ authority_id: bodies.government });
    expect(await objectOf(appealId)).toMatchObject({ finding: 'refused', asset_id: null });
  });

  test('moves the place, and the nearest is looked for anew', async () => {
    const appealId = await send(dark, away(400));
    expect(await correct(appealId, { place: { point: away(3) } })).toMatchObject({ ok: true });
    expect(await stateOf(appealId)).toMatchObject({ authority_id: bodies.houseManager });
  });

  test('cannot name an object that is not there', async () => {
    const appealId = await send(dark, away(4));
    expect(await correct(appealId, { assetId: 999_999 })).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    });
  });
});

describe('a problem that is no point', () => {
  const incidentOf = async (appealId: string) => {
    const { incident_id } = await stateOf(appealId);
    return run((tx) => readIncident(tx, region.id, incident_id!));
  };
  const mark = async (appealId: string, extent: Parameters<typeof markCaseExtent>[3]) => {
    const taken = await step(appealId);
    return run((tx) => markCaseExtent(tx, knowledge, taken, extent));
  };

  test('along a whole street takes every segment of it by its own words', async () => {
    const appealId = await send('По всей улице ямы на дороге, ехать невозможно', away(0, 3005));
    expect(await incidentOf(appealId)).toMatchObject({
      shape_origin: 'street',
      shape: { type: 'MultiLineString' },
    });
  });

  test('at one place stays a point until a person says otherwise', async () => {
    const appealId = await send('На улице яма на яме, ехать можно только по встречке', away(300, 3005));
    expect(await incidentOf(appealId)).toMatchObject({ shape: null, shape_origin: null });
    expect(await mark(appealId, { as: 'object' })).toMatchObject({ ok: true });
    expect(await incidentOf(appealId)).toMatchObject({
      shape_origin: 'object',
      shape: { type: 'LineString' },
    });
    const drawn = { type: 'LineString', coordinates: [at(0, 3000), at(40, 3000)] };
    expect(await mark(appealId, { as: 'drawn', shape: drawn })).toMatchObject({ ok: true });
    expect(await incidentOf(appealId)).toMatchObject({ shape_origin: 'drawn' });
    expect(await mark(appealId, { as: 'point' })).toMatchObject({ ok: true });
    expect(await incidentOf(appealId)).toMatchObject({ shape: null });
  });

  test('is refused in a sentence where there is nothing to draw', async () => {
    const refused = { ok: false, failure: { code: 'extent_not_possible' } };
    const appealId = await send(dark, away(7));
    expect(await mark(appealId, { as: 'object' })).toMatchObject(refused);
    const far = {
      type: 'LineString',
      coordinates: [
        [30, 50],
        [31, 50],
      ],
    };
    expect(await mark(appealId, { as: 'drawn', shape: far })).toMatchObject(refused);
  });

  test('is never drawn where it concerns a dwelling', async () => {
    const appealId = await send(
      'На пятом этаже с потолка льёт, таз меняем каждые два часа',
      null,
      knownAddress.words,
    );
    const { incident_id, topic } = await stateOf(appealId);
    expect(topic).toBe('roof_leak');
    expect(incident_id).not.toBeNull();
    const shape = { type: 'Polygon', coordinates: [[at(0), at(20), at(20, 20), at(0)]] };
    expect(await mark(appealId, { as: 'drawn', shape })).toMatchObject({
      ok: false,
      failure: { code: 'extent_not_possible' },
    });
  });
});

test('the object of a case is seen by whoever sees the case', async () => {
  const appealId = await send(dark, away(8));
  const inTown: Scope = { ...all, sees: 'own', municipalities: [town] };
  const elsewhere: Scope = { ...all, sees: 'own', municipalities: [2] };
  expect(await run((tx) => latestCaseAsset(tx, region.id, appealId), inTown)).toBeDefined();
  expect(await run((tx) => latestCaseAsset(tx, region.id, appealId), elsewhere)).toBeUndefined();
});
