import { describe, expect, test } from 'vitest';
import { roles } from '#kernel/role.ts';
import { topics } from '#data/topics/topics.ts';
import { demoRegion } from './demo-region.ts';
import { responsibleFor } from './organisations/responsibility.ts';

const region = demoRegion();
const codes = (things: readonly { readonly code: string }[]) => new Set(things.map(({ code }) => code));
const authorities = codes(region.authorities);
const municipalities = codes(region.municipalities);
const executors = codes(region.executors);

describe('the invented region', () => {
  test('is the same from the same seed', () => {
    expect(JSON.stringify(demoRegion())).toBe(JSON.stringify(region));
  });

  test('names no organisation, executor or login twice', () => {
    expect(authorities.size).toBe(region.authorities.length);
    expect(executors.size).toBe(region.executors.length);
    expect(new Set(region.staff.map(({ login }) => login)).size).toBe(region.staff.length);
    expect(new Set(region.authorities.map(({ shortName }) => shortName)).size).toBe(
      region.authorities.length,
    );
  });

  test('has organisations under existing ones, in existing municipalities', () => {
    const lost = region.authorities.filter(
      ({ parent, municipalities: served }) =>
        (parent !== null && !authorities.has(parent)) ||
        (served ?? []).some((code) => !municipalities.has(code)),
    );
    expect(lost).toEqual([]);
    expect(region.authorities.filter(({ kind }) => kind === 'house_manager').length).toBeGreaterThanOrEqual(
      25,
    );
    const shared = region.authorities.filter(
      ({ kind, municipalities: served }) => kind === 'municipal_centre' && served?.length === 3,
    );
    expect(shared.length).toBeGreaterThanOrEqual(1);
  });

  test('has someone in every role, and an executor only with an authority', () => {
    const grants = region.staff.flatMap((person) => person.grants);
    expect(new Set(grants.map(({ role }) => role))).toEqual(new Set(roles));
    expect(
      grants.filter(({ role, authority }) => role === 'executor' && !authorities.has(authority ?? '')),
    ).toEqual([]);
    expect(
      grants.filter(({ municipality }) => municipality !== null && !municipalities.has(municipality)),
    ).toEqual([]);
    const sectors = new Set(topics.map(({ sector }) => sector));
    expect(grants.flatMap((held) => held.sectors).filter((sector) => !sectors.has(sector))).toEqual([]);
  });

  test('keeps a register of existing topics, organisations and executors', () => {
    const topicCodes = codes(topics);
    const wrong = region.responsibility.filter(
      ({ topic, authority, executor }) =>
        (topic !== null && !topicCodes.has(topic)) ||
        !authorities.has(authority) ||
        (executor !== null && !executors.has(executor)),
    );
    expect(wrong).toEqual([]);
    expect(region.responsibility.every(({ sourceDate }) => /^20\d\d-\d\d-\d\d$/.test(sourceDate))).toBe(true);
  });

  test('knows who answers for most things and admits where it does not', () => {
    const asked = topics.flatMap(({ code, sector, responsibleKind }) =>
      region.municipalities.map((municipality) =>
        responsibleFor({ topic: code, sector, responsibleKind }, municipality.code),
      ),
    );
    const unknown = asked.filter((row) => row === null).length / asked.length;
    expect(unknown).toBeGreaterThan(0.005);
    expect(unknown).toBeLessThan(0.08);
  });

  test('gives apartment houses a manager of their own municipality', () => {
    const served = new Map(region.authorities.map(({ code, municipalities: list }) => [code, list]));
    expect(
      region.houses.filter(
        ({ manager, municipality }) => manager !== null && !served.get(manager)?.includes(municipality),
      ),
    ).toEqual([]);
    expect(
      region.houses.filter(({ use, manager }) => use === 'apartments' && manager === null).length,
    ).toBeGreaterThan(10);
  });
});
