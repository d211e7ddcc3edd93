import { describe, expect, test } from 'vitest';
import { readWords } from '#flow/understand/rules/words.ts';
import { basesOf, findRoles, ownersOfRoles, placeBase, roleOf } from './owner-roles.ts';

const names = [
  'Администрация Льговского района',
  'Администрация Курского района',
  'Администрация Рыльского района',
  'Комитет по транспорту',
  'Водоканал',
];
const roles = findRoles(names.map((name) => ({ key: name, name })));
const role = 'администрация ‹› района';
const named = (text: string, place: string | null): string[] => [...basesOf(readWords(text), place, roles)];

describe('a role', () => {
  test('is a shape that three names share', () => {
    expect([...roles.owners.keys()]).toEqual([role]);
    expect(roles.ofOwner.has('Водоканал')).toBe(false);
  });

  test('is not made of two names: that may be chance', () => {
    const two = findRoles(
      ['Администрация Льговского района', 'Администрация Курского района'].map((name) => ({
        key: name,
        name,
      })),
    );
    expect(two.owners.size).toBe(0);
  });

  test.each(['Льгов', 'Льгова', 'Льгове', 'Льговский', 'Льговского', 'Льговском'])(
    'knows the place in «%s»',
    (word) => expect(placeBase(word.toLowerCase())).toBe('льгов'),
  );
});

describe('the place of a case', () => {
  test('is what is known of it', () => expect(named('яма', 'Льговский район')).toEqual(['льгов']));
  test('is what its words name where nothing is known', () =>
    expect(named('Нет света в Рыльске', null)).toEqual(['рыль']));
  test('known beats the one met in the words', () =>
    expect(named('Яма на Курской улице', 'Льговский район')).toEqual(['льгов']));
  test('may be two', () => expect(named('дорога из Льгова в Рыльск', null)).toEqual(['льгов', 'рыль']));
});

describe('a body', () => {
  test('is learnt as its role where its place is named', () =>
    expect(roleOf('Администрация Льговского района', new Set(['льгов']), roles)).toBe(role));
  test('is learnt as itself elsewhere', () => {
    expect(roleOf('Администрация Льговского района', new Set(['рыль']), roles)).toBe(
      'Администрация Льговского района',
    );
    expect(roleOf('Водоканал', new Set(['льгов']), roles)).toBe('Водоканал');
  });
  test('is found again from the role and the place', () => {
    const found = ownersOfRoles([role, 'Водоканал'], Float64Array.of(0.6, 0.4), new Set(['рыль']), roles);
    expect(found.map(({ key }) => key)).toEqual(['Администрация Рыльского района', 'Водоканал']);
  });
  test('of a role without a place is nobody, and the others grow no surer', () => {
    const found = ownersOfRoles([role, 'Водоканал'], Float64Array.of(0.6, 0.4), new Set(), roles);
    expect(found).toEqual([{ key: 'Водоканал', share: 0.4 }]);
  });
});
