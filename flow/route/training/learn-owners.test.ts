import { describe, expect, test } from 'vitest';
import { readWords } from '#flow/understand/rules/words.ts';
import { guessOwner, pastOf, readOwnerModel, wordsBehindOwner } from '../rules/owner-model.ts';
import { learnOwners, type EndedCase } from './learn-owners.ts';

const districts = ['Невский', 'Курортный', 'Приморский', 'Колпинский'];
const administration = (district: string): string =>
  `Администрация ${district.replace('кий', 'кого').replace('ный', 'ного')} района`;
const light = 'Горсвет';

/** Yards are the administration's, lamps are one body's everywhere; the last district has told of no yard yet. */
const cases: EndedCase[] = Array.from({ length: 240 }, (_, i) => {
  const district = districts[i % 4] ?? '';
  const isYard = i % 2 === (i % 3 === 0 ? 0 : 1) && district !== 'Колпинский';
  const words = isYard
    ? ['мусор во дворе', 'двор не убран', 'грязь во дворе']
    : ['не горит фонарь', 'фонарь погас', 'темно, фонари не горят'];
  return {
    words: readWords(`${words[i % 3] ?? ''} ${i}`),
    owner: isYard ? administration(district) : light,
    places: [district],
    topic: isYard ? 'yard' : 'lamp',
    at: new Date(Date.UTC(2026, 0, 1) + i * 3_600_000),
  };
});
const owners = [...districts.map(administration), light].map((name) => ({ key: name, name }));
// The last administration answered once, about something else: its name is known, its yards are not.
const one: EndedCase = {
  words: readWords('спасибо главе'),
  owner: administration('Колпинский'),
  places: ['Колпинский'],
  topic: null,
  at: new Date(Date.UTC(2026, 0, 1)),
};
const { bytes, measured, version } = learnOwners([one, ...cases], owners, { trainedOn: '2026-02-01' });
const model = readOwnerModel(bytes.slice().buffer);
const first = (text: string, ...places: string[]): string | undefined =>
  guessOwner({ words: readWords(text), places }, model).owners[0]?.key;

describe('what cases teach of who answers', () => {
  test('tells bodies apart by words and place', () => {
    expect(first('мусор во дворе', 'Невский')).toBe(administration('Невский'));
    expect(first('мусор во дворе', 'Курортный')).toBe(administration('Курортный'));
    expect(first('погас фонарь', 'Курортный')).toBe(light);
  });

  test('holds in a district that has taught nothing of it', () =>
    expect(first('двор не убран, мусор', 'Колпинский')).toBe(administration('Колпинский')));

  test('probabilities of all bodies make one', () => {
    const { owners: guesses } = guessOwner({ words: readWords('мусор'), places: ['Невский'] }, model);
    expect(guesses.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1);
  });

  test('counts past cases for a person, here and everywhere', () => {
    const here = pastOf(model, 'lamp', 'Невский', light);
    expect(here).toMatchObject({ isHere: true, ended: here?.cases });
    expect(pastOf(model, 'lamp', 'Неизвестный', light)).toMatchObject({ isHere: false });
    expect(pastOf(model, 'unheard', 'Невский', light)).toBeNull();
  });

  test('shows the words behind a guess, none of them made up', () => {
    const text = 'погас фонарь';
    for (const word of wordsBehindOwner({ words: readWords(text), places: ['Невский'] }, model))
      expect(text).toContain(word);
  });

  test('is the same file from the same cases', () => {
    expect(learnOwners([one, ...cases], owners, { trainedOn: '2026-02-01' }).version).toBe(version);
    expect(measured.texts).toBeGreaterThan(0);
  });
});

test('bytes that are no model of owners are refused', () => {
  expect(() => readOwnerModel(new Uint8Array([1, 2, 3]).buffer)).toThrow('Not a model of owners');
  expect(() => readOwnerModel(bytes.slice(0, 40).buffer)).toThrow('cut short');
});
