import { afterAll, describe, expect, test } from 'vitest';
import type { Position } from '#kernel/geo-json.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { bodies, knownAddress, town } from '../testing/small-region.ts';
import { asset, at, away, lineAlong, townWithObjects } from '../testing/town-with-objects.ts';

const road = (id: string, streetId: number, from: Position, to: Position) =>
  asset(id, 'road_segment', bodies.houseManager, lineAlong(from, to), { streetId });
const objects = [
  road('R1', 2, at(-500, 3000), at(500, 3000)),
  road('R2', 2, at(500, 3000), at(900, 3000)),
  road('R3', 1, at(0, 6000), at(0, 8000)),
];
const centre = await townWithObjects(await testDatabase(), objects);
const { app, stateOf, send, correct, incidentOf, idOf, mark } = centre;
afterAll(() => app.sweep());
const dark = 'Не горит уличный фонарь, вечером темно';

describe('a problem that is no point', () => {
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

describe('a stretch of a street named in the words', () => {
  const from5to7 = 'Ямы на улице Садовой от дома 5 до дома 7 в Приозёрске, не проехать';

  test('is the line of the problem, through the houses where the street is not drawn', async () => {
    const appealId = await send(from5to7, null);
    const incident = await incidentOf(appealId);
    expect(incident).toMatchObject({ shape_origin: 'stretch', shape: { type: 'LineString' }, street_id: 1 });
    const ends = incident?.shape?.type === 'LineString' ? incident.shape.coordinates : [];
    expect(ends.at(0)).toEqual([knownAddress.lon, knownAddress.lat]);
    expect(ends.at(-1)).toEqual([50.1304, 61.0302]);
  });

  test('is gone when a person says that it is another street', async () => {
    const appealId = await send(`${from5to7}!`, null);
    await correct(appealId, { place: { municipalityId: town, settlementId: 1, streetId: 2 } });
    expect(await incidentOf(appealId)).toMatchObject({ shape: null, shape_origin: null });
  });

  test('is not drawn where it concerns dwellings', async () => {
    const appealId = await send(
      'От дома 5 до дома 7 по улице Садовой в Приозёрске в квартирах с потолка льёт',
      null,
    );
    expect(await incidentOf(appealId)).toMatchObject({ shape: null });
  });
});

describe('a line on the map after a correction', () => {
  const holes = 'По всей улице ямы на дороге, ехать невозможно';
  const inTown = { municipalityId: town, settlementId: 1 };

  test('of the street goes over to the right street', async () => {
    const appealId = await send(holes, away(0, 3005));
    expect(await incidentOf(appealId)).toMatchObject({ shape: { type: 'MultiLineString' } });
    expect(await correct(appealId, { place: { ...inTown, streetId: 1 } })).toMatchObject({ ok: true });
    expect(await incidentOf(appealId)).toMatchObject({
      shape_origin: 'street',
      shape: { type: 'LineString', coordinates: [at(0, 6000), at(0, 8000)] },
    });
  });

  test('of a street nobody has drawn is gone', async () => {
    const appealId = await send(holes, away(0, 3005));
    await correct(appealId, { place: { municipalityId: town, settlementId: 1 } });
    expect(await incidentOf(appealId)).toMatchObject({ shape: null, shape_origin: null });
  });

  test('of the object goes over to the object the person names, and is gone where it is none', async () => {
    const appealId = await send('На дороге яма на яме', away(300, 3005));
    await mark(appealId, { as: 'object' });
    expect(await incidentOf(appealId)).toMatchObject({
      shape: { coordinates: [at(-500, 3000), at(500, 3000)] },
    });
    await correct(appealId, { assetId: await idOf('R2') });
    expect(await incidentOf(appealId)).toMatchObject({
      shape_origin: 'object',
      shape: { coordinates: [at(500, 3000), at(900, 3000)] },
    });
    await correct(appealId, { assetId: null });
    expect(await incidentOf(appealId)).toMatchObject({ shape: null, shape_origin: null });
  });

  test('drawn by hand stays while the place is about there, and is gone when the problem is elsewhere', async () => {
    const appealId = await send('На дороге яма на яме', away(300, 3005));
    const drawn = { type: 'LineString', coordinates: [at(280, 3000), at(340, 3000)] };
    await mark(appealId, { as: 'drawn', shape: drawn });
    await correct(appealId, { place: { ...inTown, point: away(310, 3002) } });
    expect(await incidentOf(appealId)).toMatchObject({ shape: drawn, shape_origin: 'drawn' });
    await correct(appealId, { place: { ...inTown, point: away(0, 0) } });
    expect(await incidentOf(appealId)).toMatchObject({ shape: null, shape_origin: null });
  });

  test('is gone when the topic is about dwellings', async () => {
    const appealId = await send(holes, away(0, 3005));
    await correct(appealId, { topic: 'roof_leak' });
    expect(await incidentOf(appealId)).toMatchObject({ shape: null, shape_origin: null });
  });

  test('stays where only the kind or nothing of the place was corrected', async () => {
    const appealId = await send(holes, away(0, 3005));
    const before = await incidentOf(appealId);
    await correct(appealId, { topic: 'road_pothole_emergency' });
    expect(await incidentOf(appealId)).toMatchObject({ shape: before?.shape, shape_origin: 'street' });
  });
});
