import { describe, expect, test } from 'vitest';
import {
  buildRegister,
  decideResponsible,
  type ResponsibilityRule,
  type RouteQuestion,
} from './responsible.ts';

const authority = (id: number, shortName: string, parentId: number | null = 1) => ({
  id,
  name: shortName,
  shortName,
  parentId,
});
const rule = (
  id: number,
  given: Partial<ResponsibilityRule> & { readonly authorityId: number },
): ResponsibilityRule => ({
  id,
  topic: null,
  sector: null,
  responsibleKind: null,
  municipalityId: null,
  executorId: null,
  source: 'реестр',
  sourceDate: '2026-01-01',
  ...given,
});

const register = buildRegister(
  [
    rule(1, { sector: 'roads', authorityId: 2 }),
    rule(2, { responsibleKind: 'road_owner', authorityId: 3 }),
    rule(3, { responsibleKind: 'road_owner', municipalityId: 7, authorityId: 4, executorId: 40 }),
    rule(4, { topic: 'bridges', authorityId: 5 }),
    rule(5, { responsibleKind: 'waste', municipalityId: 7, authorityId: 6 }),
  ],
  [
    authority(1, 'Правительство', null),
    authority(2, 'Минтранс'),
    authority(3, 'Автодор'),
    authority(4, 'Дорсервис'),
    authority(5, 'Мостострой'),
    authority(6, 'УК «Уют»'),
  ],
);

const pothole: RouteQuestion = {
  kind: 'problem',
  topic: { code: 'pothole', sector: 'roads', responsibleKind: 'road_owner', name: 'Ямы на дорогах' },
  municipality: { id: 7, name: 'Липовский район' },
  houseManagerId: null,
  streetOwnerId: null,
  object: null,
  placeLabel: 'ул. Мира',
  complainedOfId: null,
};

const lamp = { kind: 'lamp', name: null, number: '214', ownerId: 6, meters: 12.4 } as const;

describe('who must act', () => {
  test.each([
    ['the rule of the municipality goes before the one of the region', pothole, 4, 'by_rule_kind'],
    [
      'outside that municipality the region’s rule decides',
      { ...pothole, municipality: { id: 8, name: 'Другой' } },
      3,
      'by_rule_kind',
    ],
    ['without a place a municipal rule is not used', { ...pothole, municipality: null }, 3, 'by_rule_kind'],
    [
      'a rule about the very topic goes before one about its kind',
      { ...pothole, topic: { ...pothole.topic!, code: 'bridges' } },
      5,
      'by_rule_topic',
    ],
    [
      'a rule about the sector is the last resort',
      { ...pothole, topic: { ...pothole.topic!, responsibleKind: 'ecology' } },
      2,
      'by_rule_sector',
    ],
    [
      'the owner of the object at the place goes before every rule',
      { ...pothole, object: lamp },
      6,
      'by_object_owner',
    ],
    [
      'and before the owner of the street, which is less exact',
      { ...pothole, object: lamp, streetOwnerId: 5 },
      6,
      'by_object_owner',
    ],
    [
      'an object whose owner is not known leaves it to the register',
      { ...pothole, object: { ...lamp, ownerId: null } },
      4,
      'by_rule_kind',
    ],
    [
      'the known owner of the street goes before every rule',
      { ...pothole, streetOwnerId: 3 },
      3,
      'by_street_owner',
    ],
    [
      'the manager of the house answers for the house',
      { ...pothole, topic: { ...pothole.topic!, responsibleKind: 'house_manager' }, houseManagerId: 6 },
      6,
      'by_house_manager',
    ],
  ] as const)('%s', (_, question, authorityId, code) => {
    const decision = decideResponsible(question, register);
    expect(decision.authorityId).toBe(authorityId);
    expect(decision.explanation.code).toBe(code);
  });

  test('names the object, so that the sentence can be checked on the spot', () => {
    expect(decideResponsible({ ...pothole, object: lamp }, register).explanation.params).toEqual({
      organisation: 'УК «Уют»',
      kind: 'lamp',
      name: '',
      number: '214',
      meters: '12',
    });
  });

  test('the executor comes with the rule', () => {
    expect(decideResponsible(pothole, register).executorId).toBe(40);
  });

  test('the explanation names what a person can check: the body, the topic, the source and its date', () => {
    expect(decideResponsible(pothole, register).explanation.params).toMatchObject({
      organisation: 'Дорсервис',
      topic: 'Ямы на дорогах',
      territory: 'Липовский район',
      source: 'реестр',
      date: '2026-01-01',
    });
  });
});

describe('an honest "not determined"', () => {
  test.each([
    [
      'no rule fits',
      { ...pothole, topic: { ...pothole.topic!, sector: 'health', responsibleKind: 'health' } },
      'not_determined',
    ],
    [
      'rules are of municipalities, and which one it is in is not known',
      {
        ...pothole,
        topic: { ...pothole.topic!, sector: 'waste', responsibleKind: 'waste' },
        municipality: null,
      },
      'no_place',
    ],
    [
      'the municipality is known and has no rule',
      {
        ...pothole,
        topic: { ...pothole.topic!, sector: 'waste', responsibleKind: 'waste' },
        municipality: { id: 8, name: 'Другой' },
      },
      'not_determined',
    ],
    ['the topic is not known', { ...pothole, topic: null }, 'no_topic'],
    ['it may not be a case at all', { ...pothole, kind: 'spam' as const }, 'waits_for_kind'],
  ] as const)('when %s', (_, question, code) => {
    const decision = decideResponsible(question, register);
    expect(decision).toMatchObject({ authorityId: null, executorId: null });
    expect(decision.explanation.code).toBe(code);
  });
});

describe('a complaint', () => {
  test('never goes to the body it complains of, but to its supervisor', () => {
    const decision = decideResponsible({ ...pothole, complainedOfId: 4 }, register);
    expect(decision).toMatchObject({
      authorityId: 1,
      explanation: { code: 'supervisor_instead', params: { complainedOf: 'Дорсервис' } },
    });
  });

  test('of a body without a supervisor waits for a person', () => {
    const alone = buildRegister(
      [rule(1, { sector: 'roads', authorityId: 1 })],
      [authority(1, 'Правительство', null)],
    );
    expect(decideResponsible({ ...pothole, complainedOfId: 1 }, alone).authorityId).toBeNull();
  });

  test('of another body changes nothing', () => {
    expect(decideResponsible({ ...pothole, complainedOfId: 6 }, register).authorityId).toBe(4);
  });
});
