import { expect, test } from 'vitest';
import { candidateFrom, emptyRule } from './typed-rule.ts';

test('a rule is nothing until what and who are chosen', () => {
  expect(candidateFrom(emptyRule)).toBeNull();
  expect(candidateFrom({ ...emptyRule, code: 'lamps' })).toBeNull();
  expect(candidateFrom({ ...emptyRule, authority: '3' })).toBeNull();
});

test.each(['topic', 'responsibleKind', 'sector'] as const)(
  'a rule about a %s names nothing else',
  (about) => {
    expect(
      candidateFrom({ ...emptyRule, about, code: 'x', authority: '3', municipality: '7', executor: '9' }),
    ).toEqual({
      topic: null,
      sector: null,
      responsibleKind: null,
      [about]: 'x',
      municipalityId: 7,
      authorityId: 3,
      executorId: 9,
    });
  },
);
