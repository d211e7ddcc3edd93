import { describe, expect, test } from 'vitest';
import { readWords } from '#flow/understand/rules/words.ts';
import { learnOwners, type EndedCase } from '../training/learn-owners.ts';
import { historyOpinion, withHistory, type HistoryOpinion } from './history-opinion.ts';
import { readOwnerModel } from './owner-model.ts';
import { buildRegister, decideResponsible, isDecided, type RouteQuestion } from './responsible.ts';

const authority = (id: number, shortName: string) => ({ id, name: shortName, shortName, parentId: 1 });
const bodies = [authority(1, 'Правительство'), authority(2, 'Горсвет'), authority(3, 'Автодор')];
const rule = {
  id: 1,
  topic: 'lamp',
  sector: null,
  responsibleKind: null,
  municipalityId: null,
  authorityId: 3,
  executorId: null,
  source: 'реестр',
  sourceDate: '2026-01-01',
};
const silent = buildRegister([], bodies);
const speaking = buildRegister([rule], bodies);
const question: RouteQuestion = {
  kind: 'problem',
  topic: { code: 'lamp', sector: 'light', responsibleKind: 'light', name: 'Фонари' },
  municipality: { id: 7, name: 'Озёрный' },
  houseManagerId: null,
  streetOwnerId: null,
  object: null,
  placeLabel: null,
  complainedOfId: null,
};
const opinion: HistoryOpinion = {
  authorityId: 2,
  confidence: 0.92,
  isSure: true,
  past: { cases: 90, ended: 83, isHere: true },
};
const decide = (given: Partial<RouteQuestion>, register: typeof silent, said: HistoryOpinion | null) => {
  const asked = { ...question, ...given };
  return withHistory(decideResponsible(asked, register), said, asked, register);
};

describe('where the register is silent', () => {
  test('a sure history decides and says how such cases ended', () => {
    const decision = decide({}, silent, opinion);
    expect(decision).toMatchObject({ authorityId: 2, explanation: { code: 'by_history' } });
    expect(decision.explanation.params).toEqual({
      organisation: 'Горсвет',
      share: '92',
      cases: '90',
      ended: '83',
      topic: 'Фонари',
      territory: 'Озёрный',
    });
    expect(isDecided(decision)).toBe(true);
  });

  test('an unsure one only proposes: a person gives the case', () => {
    const decision = decide({}, silent, { ...opinion, isSure: false });
    expect(decision).toMatchObject({ authorityId: 2, explanation: { code: 'history_suggests' } });
    expect(isDecided(decision)).toBe(false);
  });

  test('a body may be proposed before the topic is known', () =>
    expect(decide({ topic: null }, silent, { ...opinion, past: null })).toMatchObject({ authorityId: 2 }));

  test('what past cases of the whole region say names no territory', () =>
    expect(
      decide({}, silent, { ...opinion, past: { cases: 90, ended: 83, isHere: false } }).explanation.params,
    ).toMatchObject({ territory: '' }));

  test('a body may be proposed before the place is known', () => {
    const ofOneTown = buildRegister([{ ...rule, municipalityId: 7 }], bodies);
    expect(decide({ municipality: null }, ofOneTown, null).explanation.code).toBe('no_place');
    expect(decide({ municipality: null }, ofOneTown, opinion)).toMatchObject({ authorityId: 2 });
  });

  test('without an opinion it stays not determined', () =>
    expect(decide({}, silent, null).explanation.code).toBe('not_determined'));
});

describe('where the register names a body', () => {
  test('it stays, and another opinion stands beside it', () => {
    const { authorityId, ruleId, explanation } = decide({}, speaking, opinion);
    expect({ authorityId, ruleId, code: explanation.code }).toEqual({
      authorityId: 3,
      ruleId: 1,
      code: 'by_rule_topic',
    });
    expect(explanation.second).toMatchObject({ authorityId: 2, code: 'history_differs' });
  });

  test.each([
    ['the same body', { authorityId: 3 }],
    ['another body, but not surely', { confidence: 0.79 }],
  ])('nothing stands beside it when history names %s', (_what, given) =>
    expect(decide({}, speaking, { ...opinion, ...given }).explanation.second).toBeUndefined(),
  );

  test('whose an object is, is a fact: history does not argue', () => {
    const object = { kind: 'lamp', name: null, number: '1', ownerId: 3, meters: 3 } as const;
    expect(decide({ object }, speaking, opinion).explanation).toMatchObject({ code: 'by_object_owner' });
    expect(decide({ object }, speaking, opinion).explanation.second).toBeUndefined();
  });
});

describe('a complaint', () => {
  test('goes past the body history names to its supervisor', () =>
    expect(decide({ complainedOfId: 2 }, silent, opinion)).toMatchObject({
      authorityId: 1,
      explanation: { code: 'supervisor_instead' },
    }));
  test('is left to a person where history only supposes', () =>
    expect(decide({ complainedOfId: 2 }, silent, { ...opinion, isSure: false }).authorityId).toBeNull());
  test('never gets the body it names as a second proposal', () =>
    expect(decide({ complainedOfId: 2 }, speaking, opinion).explanation.second).toBeUndefined());
});

describe('the opinion of history', () => {
  const texts = ['не горит фонарь', 'фонари погасли', 'яма на дороге', 'провал асфальта'];
  const cases: EndedCase[] = Array.from({ length: 120 }, (_, i) => ({
    words: readWords(`${texts[i % 4] ?? ''} у дома ${i}`),
    owner: i % 4 < 2 ? '2' : '3',
    places: ['Озёрный'],
    topic: i % 4 < 2 ? 'lamp' : 'pit',
    at: new Date(Date.UTC(2026, 0, 1) + i * 3_600_000),
  }));
  const owners = bodies.map(({ id, name }) => ({ key: String(id), name }));
  const { bytes } = learnOwners(cases, owners, { trainedOn: '2026-02-01' });
  const model = readOwnerModel(bytes.slice().buffer);

  test('names a body of the register and counts its cases', () =>
    expect(historyOpinion(readWords('погасли фонари'), question, model, silent)).toMatchObject({
      authorityId: 2,
      past: { cases: 60, ended: 60, isHere: true },
    }));
  test('counts nothing where cases of the topic ended elsewhere', () =>
    expect(historyOpinion(readWords('яма, провал асфальта'), question, model, silent)?.past).toBeNull());
  test('is none about a body that is there no more', () =>
    expect(
      historyOpinion(readWords('погасли фонари'), question, model, buildRegister([], bodies.slice(2))),
    ).toBeNull());
});
