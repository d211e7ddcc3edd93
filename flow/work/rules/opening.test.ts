import { describe, expect, test } from 'vitest';
import type { Understood } from '#flow/understand/rules/understood.ts';
import { isOnlyProposed, opening } from './opening.ts';

const sure: Understood = {
  appealId: 'a',
  number: '26-000001',
  accountId: 1,
  channel: 'portal',
  regime: 'platform',
  receivedAt: new Date(0),
  kind: 'problem',
  isKindSure: true,
  topic: 'pothole',
  sector: 'roads',
  isTopicSure: true,
  place: {
    precision: 'house',
    point: null,
    municipalityId: 1,
    settlementId: null,
    streetId: null,
    houseId: null,
    label: null,
    isOutside: false,
  },
  dangerLevel: null,
  maskedText: '',
  incident: null,
};

describe('where a case begins', () => {
  test('with the body responsible, when the machine is sure of everything', () =>
    expect(opening(sure, true)).toEqual({ stage: 'assigned', attention: null }));

  test.each([
    ['it may be spam', { kind: 'spam' as const }, true, 'kind_unsure'],
    ['the kind is not sure', { isKindSure: false }, true, 'kind_unsure'],
    ['the topic is not sure', { isTopicSure: false }, true, 'topic_unsure'],
    ['nobody is responsible', {}, false, 'responsible_unknown'],
    ['the place is outside the region', { place: { ...sure.place, isOutside: true } }, true, 'place_outside'],
  ] as const)('with a person, when %s', (_, given, hasAuthority, attention) =>
    expect(opening({ ...sure, ...given }, hasAuthority)).toEqual({ stage: 'triage', attention }),
  );

  test('danger does not wait for a person when a body is known', () =>
    expect(opening({ ...sure, isTopicSure: false, dangerLevel: 'emergency' }, true).stage).toBe('assigned'));
});

describe('a body of a case at its opening', () => {
  test.each([
    ['proposed while the topic is unsure', 'triage', 'topic_unsure', true],
    ['proposed while the kind is unsure', 'triage', 'kind_unsure', true],
    ['given and sent back', 'triage', 'sent_back', false],
    ['given, answered and objected to', 'triage', 'objection', false],
    ['given by the machine that was sure', 'assigned', null, false],
    ['given, with a letter that did not arrive', 'in_work', 'delivery_failed', false],
  ] as const)('is %s', (_, stage, attention, isProposed) => {
    expect(isOnlyProposed(stage, attention)).toBe(isProposed);
  });
});
