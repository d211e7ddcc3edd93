import { afterAll, describe, expect, test } from 'vitest';
import { responsibilitiesOf } from '#flow/route/queries/responsibility.ts';
import { latestCaseAsset } from '#flow/understand/queries/case-assets.ts';
import type { Scope } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { bodies, district, knownAddress, town } from '../testing/small-region.ts';
import { asset, away, pointAt, townWithObjects } from '../testing/town-with-objects.ts';

const lamp = (id: string, ownerId: number | null, east: number) => asset(id, 'lamp', ownerId, pointAt(east));
const lamps = [
  lamp('214', bodies.houseManager, 0),
  lamp('300', bodies.houseManager, 1000),
  lamp('301', bodies.roads, 1006),
  lamp('400', null, 2000),
];
const others = [
  asset('gone', 'lamp', bodies.roads, pointAt(0, 5000)),
  asset('M1', 'manhole', bodies.roads, pointAt(0, 5000)),
  asset('there', 'lamp', bodies.roads, pointAt(0, 5000), { municipalityId: district }),
];
const centre = await townWithObjects(await testDatabase(), [...lamps, ...others]);
await centre.takeOff('lamp', 'gone');
const { app, region, all, run, stateOf, objectOf, idOf, send, correct } = centre;
afterAll(() => app.sweep());
const whyOf = async (appealId: string) =>
  (await run((tx) => responsibilitiesOf(tx, region.id, appealId))).at(-1)?.explanation;

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

  test.each([
    ['off the register', 'gone', 'removed'],
    ['of a kind the topic is not about', 'M1', 'kind'],
    ['of another municipality', 'there', 'territory'],
  ])('cannot name an object %s', async (_, number, why) => {
    const appealId = await send(dark, away(3));
    const assetId = await idOf(number);
    expect(await correct(appealId, { assetId })).toEqual({
      ok: false,
      failure: { code: 'object_not_fitting', why },
    });
    expect(await objectOf(appealId)).toMatchObject({ finding: 'nearest', asset_id: await idOf('214') });
  });

  test('may name an object with the topic it fits', async () => {
    const appealId = await send(dark, away(3));
    const assetId = await idOf('M1');
    expect(await correct(appealId, { topic: 'open_manhole', assetId })).toMatchObject({ ok: true });
    expect(await objectOf(appealId)).toMatchObject({ finding: 'chosen', asset_id: assetId });
  });

  test('cannot name an object that is not there', async () => {
    const appealId = await send(dark, away(4));
    expect(await correct(appealId, { assetId: 999_999 })).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
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
