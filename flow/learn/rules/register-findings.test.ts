import { describe, expect, test } from 'vitest';
import { buildRegister, type ResponsibilityRule } from '#flow/route/rules/responsible.ts';
import {
  findDisagreements,
  isStillDismissed,
  type PastGroup,
  type RegisterFinding,
} from './register-findings.ts';

const administration = 1;
const light = 2;
const roads = 3;
const manager = 4;
const capital = 10;
const north = 20;
const south = 30;
const bodies = [administration, light, roads, manager].map((id) => ({
  id,
  name: `Организация ${id}`,
  shortName: `О ${id}`,
  parentId: null,
}));
const topics = new Map(
  [
    ['lamps', 'yards', 'municipality'],
    ['benches', 'yards', 'municipality'],
    ['lifts', 'housing', 'house_manager'],
    ['dogs', 'yards', 'veterinary'],
  ].map(([code = '', sector = '', responsibleKind = '']) => [code, { code, sector, responsibleKind }]),
);

const rule = (id: number, about: Partial<ResponsibilityRule>): ResponsibilityRule => ({
  id,
  topic: null,
  sector: null,
  responsibleKind: null,
  municipalityId: null,
  authorityId: administration,
  executorId: null,
  source: 'устав',
  sourceDate: '2026-01-01',
  ...about,
});
/** Everything municipal goes to the administration. */
const register = (...more: ResponsibilityRule[]) =>
  buildRegister([rule(1, { responsibleKind: 'municipality' }), ...more], bodies);

const group = (topic: string, municipalityId: number | null, endedAt: number, cases: number): PastGroup => ({
  kind: 'problem',
  topic,
  municipalityId,
  houseManagerId: null,
  streetOwnerId: null,
  objectOwnerId: null,
  endedAt,
  cases,
  problems: cases,
  moved: 0,
  lostMs: 0,
});

const found = (groups: readonly PastGroup[], by = register()) =>
  findDisagreements(groups, by, topics).map(
    ({ topic, responsibleKind, municipalityId, authorityId, ended, cases }) => [
      topic ?? responsibleKind,
      municipalityId,
      authorityId,
      `${ended} of ${cases}`,
    ],
  );

describe('a finding', () => {
  test('says what ends elsewhere than the register sends it', () => {
    const groups = [
      { ...group('lamps', capital, light, 83), moved: 80, lostMs: 80 * 3_600_000 },
      group('lamps', capital, administration, 7),
    ];
    expect(findDisagreements(groups, register(), topics)).toEqual([
      {
        topic: 'lamps',
        sector: null,
        responsibleKind: null,
        municipalityId: capital,
        ownerId: null,
        authorityId: light,
        cases: 90,
        ended: 83,
        sentTo: [{ authorityId: administration, cases: 90 }],
        lostMs: 3_600_000,
      },
    ]);
  });

  test.each([
    ['the register is right', [group('lamps', capital, administration, 50)]],
    ['there are few cases', [group('lamps', capital, light, 9)]],
    ['they end here and there', [group('lamps', capital, light, 12), group('lamps', capital, roads, 8)]],
    ['one problem was told by many', [{ ...group('lamps', capital, light, 60), problems: 4 }]],
    ['the topic is not of the region any more', [group('gone', capital, light, 50)]],
    ['they end at a body the region does not have', [group('lamps', capital, 99, 50)]],
    [
      'a rule says so already',
      [group('lamps', capital, light, 50)],
      rule(2, { topic: 'lamps', authorityId: light }),
    ],
  ])('is not made when %s', (_, groups, more?: ResponsibilityRule) => {
    expect(found(groups, more === undefined ? register() : register(more))).toEqual([]);
  });

  test('is not made of cases without a place when the register would know who in each municipality', () => {
    const local = rule(2, { responsibleKind: 'veterinary', municipalityId: north });
    expect(found([group('dogs', null, light, 50)])).toEqual([['dogs', null, light, '50 of 50']]);
    expect(found([group('dogs', null, light, 50)], register(local))).toEqual([]);
  });

  test('where the register is silent takes a majority only', () => {
    const groups = [group('dogs', north, light, 16), group('dogs', north, roads, 5)];
    expect(found(groups)).toEqual([['dogs', north, light, '16 of 21']]);
    expect(findDisagreements(groups, register(), topics)[0]?.sentTo).toEqual([
      { authorityId: null, cases: 21 },
    ]);
    expect(found([group('dogs', north, light, 12), group('dogs', north, roads, 9)])).toEqual([]);
  });
});

describe('where the owner of an object decides', () => {
  const mine = (ownerId: number, endedAt: number, cases: number): PastGroup => ({
    ...group('lamps', capital, endedAt, cases),
    objectOwnerId: ownerId,
  });

  test('the finding names the owner to check, each by itself', () => {
    const groups = [mine(roads, light, 30), mine(roads, roads, 2), mine(manager, manager, 40)];
    expect(findDisagreements(groups, register(), topics)).toMatchObject([
      { topic: 'lamps', municipalityId: capital, ownerId: roads, authorityId: light, cases: 32, ended: 30 },
    ]);
  });

  test('what rules decide is told apart', () => {
    const groups = [mine(roads, light, 30), group('lamps', capital, light, 20)];
    expect(
      findDisagreements(groups, register(), topics).map(({ ownerId, cases }) => [ownerId, cases]),
    ).toEqual([
      [roads, 30],
      [null, 20],
    ]);
  });
});

describe('of rules that explain the same', () => {
  test('the narrowest is offered and the wider not repeated', () => {
    expect(found([group('lamps', capital, light, 40)])).toEqual([['lamps', capital, light, '40 of 40']]);
  });

  test('a wider one is offered for what the narrow ones leave', () => {
    const scattered = [
      group('lamps', north, light, 6),
      group('lamps', south, light, 5),
      group('lamps', null, light, 3),
    ];
    expect(found([group('lamps', capital, roads, 40), ...scattered])).toEqual([
      ['lamps', capital, roads, '40 of 40'],
      ['lamps', null, light, '14 of 14'],
    ]);
  });

  test('a kind of responsibility is offered where many topics tell the same by little', () => {
    expect(found([group('lamps', north, roads, 7), group('benches', north, roads, 7)])).toEqual([
      ['municipality', north, roads, '14 of 14'],
    ]);
  });

  test('cases that a narrower rule of the register decides prove nothing about a wider one', () => {
    const exact = rule(2, { topic: 'lamps', municipalityId: north, authorityId: roads });
    const groups = [group('lamps', north, light, 9), group('lamps', south, light, 9)];
    expect(found(groups, register(exact))).toEqual([]);
  });
});

describe('a dismissed finding', () => {
  const finding: RegisterFinding = {
    topic: 'lamps',
    sector: null,
    responsibleKind: null,
    municipalityId: capital,
    ownerId: null,
    authorityId: light,
    cases: 20,
    ended: 16,
    sentTo: [],
    lostMs: null,
  };
  const seen = { ...finding, cases: 20, ended: 16 };

  test.each([
    ['the same numbers', {}, true],
    ['a few more cases', { cases: 30, ended: 25 }, true],
    ['twice as many', { cases: 40, ended: 32 }, false],
    ['a share that has grown much', { cases: 20, ended: 20 }, false],
    ['another body', { authorityId: roads }, false],
    ['another place', { municipalityId: north }, false],
    ['an owner, not of rules', { ownerId: roads }, false],
  ])('of %s stays away: %o → %s', (_, change, isAway) => {
    expect(isStillDismissed({ ...finding, ...change }, [seen])).toBe(isAway);
  });
});
