import { describe, expect, test } from 'vitest';
import { readAssetGeometry } from '#centre/rules/asset-geometry.ts';
import { demoRegion } from '../demo-region.ts';
import { demoObjects } from './demo-objects.ts';

const region = demoRegion();
const objects = demoObjects(region);

describe('objects of the invented region', () => {
  test('are the same each time', () => {
    expect(demoObjects(demoRegion())).toEqual(objects);
  });

  test('have codes of their own and places that the register takes', () => {
    expect(new Set(objects.map(({ code }) => code)).size).toBe(objects.length);
    for (const { code, geometry } of objects) expect(typeof readAssetGeometry(geometry), code).toBe('object');
  });

  test('refer to what the region has', () => {
    const authorities = new Set(region.authorities.map(({ code }) => code));
    const streets = new Set(region.streets.map(({ code }) => code));
    for (const { code, owner, street } of objects) {
      if (owner !== null) expect(authorities.has(owner), `${code}: ${owner}`).toBe(true);
      if (street !== null) expect(streets.has(street), `${code}: ${street}`).toBe(true);
    }
  });

  test('are of the kinds a card shows, most with a keeper', () => {
    const kinds = new Set(objects.map(({ kind }) => kind));
    for (const kind of ['lamp', 'road_segment', 'stop', 'container_site', 'playground', 'park', 'school'])
      expect(kinds, kind).toContain(kind);
    expect(objects.filter(({ owner }) => owner !== null).length / objects.length).toBeGreaterThan(0.8);
  });
});
