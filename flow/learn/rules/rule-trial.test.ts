import { describe, expect, test } from 'vitest';
import { buildRegister, type ResponsibilityRule, type RouteDecision } from '#flow/route/rules/responsible.ts';
import { changedFrom, compareWith, MOST_EXAMPLES, startTrial, type TriedCase } from './rule-trial.ts';

const bodies = [1, 2, 3].map((id) => ({
  id,
  name: `О ${id}`,
  shortName: `О ${id}`,
  parentId: id === 1 ? null : 1,
}));
const rule = (id: number, about: Partial<ResponsibilityRule>): ResponsibilityRule => ({
  id,
  topic: null,
  sector: null,
  responsibleKind: null,
  municipalityId: null,
  authorityId: 1,
  executorId: null,
  source: 'устав',
  sourceDate: '2026-01-01',
  ...about,
});
const register = buildRegister(
  [rule(1, { responsibleKind: 'municipality' }), rule(2, { topic: 'lamps', municipalityId: 10 })],
  bodies,
);
const lamps = { code: 'lamps', sector: 'yards', responsibleKind: 'municipality' };
const past = (change: Partial<TriedCase> = {}): TriedCase => ({
  kind: 'problem',
  topic: 'lamps',
  municipalityId: 10,
  houseManagerId: null,
  streetOwnerId: null,
  objectOwnerId: null,
  appealId: '01900000-0000-7000-8000-000000000000',
  number: '26-000001',
  receivedAt: new Date('2026-03-01T09:00:00Z'),
  endedAt: null,
  ...change,
});
const candidate = {
  topic: 'lamps',
  sector: null,
  responsibleKind: null,
  municipalityId: 10,
  authorityId: 2,
  executorId: null,
};
const here = compareWith(register, candidate);
const everywhere = compareWith(register, { ...candidate, municipalityId: null });

describe('one more rule', () => {
  test.each([
    ['takes the place of the rule about the same', past(), here, { sentTo: 1, wouldGoTo: 2 }],
    ['changes nothing elsewhere', past({ municipalityId: 20 }), here, undefined],
    ['of the whole region gives way to one of the municipality', past(), everywhere, undefined],
    [
      'of the whole region decides elsewhere',
      past({ municipalityId: 20 }),
      everywhere,
      { sentTo: 1, wouldGoTo: 2 },
    ],
    ['gives way to the owner of the object', past({ objectOwnerId: 3 }), here, undefined],
    ['does not decide about spam', past({ kind: 'spam' }), here, undefined],
  ])('%s', (_, one, comparison, changed) => expect(changedFrom(one, lamps, comparison)).toEqual(changed));

  test('never sends a complaint to the body complained of', () => {
    expect(changedFrom(past(), lamps, here, 2)).toBeUndefined();
    expect(changedFrom(past(), lamps, here, 1)).toEqual({ sentTo: null, wouldGoTo: 2 });
  });

  describe('where the register says nothing, and history', () => {
    const silent = compareWith(buildRegister([], bodies), candidate);
    const by = (code: 'by_history' | 'history_suggests', authorityId: number) => () => ({
      authorityId,
      executorId: null,
      ruleId: null,
      explanation: { code, params: {} },
    });
    const changed = (guess?: () => RouteDecision) => changedFrom(past(), lamps, silent, null, guess);

    test('has not been learnt: a case nobody had gets somebody', () =>
      expect(changed()).toEqual({ sentTo: null, wouldGoTo: 2 }));
    test('sends it to the same body surely: the rule changes nothing', () =>
      expect(changed(by('by_history', 2))).toBeUndefined());
    test('sends it elsewhere surely: the rule takes it from there', () =>
      expect(changed(by('by_history', 3))).toEqual({ sentTo: 3, wouldGoTo: 2 }));
    test('only proposes: a person would have had to decide', () =>
      expect(changed(by('history_suggests', 2))).toEqual({ sentTo: null, wouldGoTo: 2 }));
  });
});

describe('a trial', () => {
  const changed = { sentTo: 1, wouldGoTo: 2 };

  test('tells what helped, what would have been spoiled, what ended elsewhere and what is open', () => {
    const trial = startTrial();
    for (const endedAt of [2, 2, 1, 3, null]) trial.add(past({ endedAt }), changed);
    trial.add(past({ endedAt: 2, municipalityId: null }), changed);
    const { changed: n, outcomes, byMunicipality } = trial.end();
    expect(n).toBe(6);
    expect(outcomes).toEqual({ ended_there: 3, spoiled: 1, elsewhere: 1, open: 1 });
    expect(byMunicipality).toEqual([
      { municipalityId: 10, changed: 5, endedThere: 2 },
      { municipalityId: null, changed: 1, endedThere: 1 },
    ]);
  });

  test('shows a screen of examples, those against the rule first', () => {
    const trial = startTrial();
    for (let n = 0; n < 50; n += 1) trial.add(past({ endedAt: n % 2 === 0 ? 2 : 1 }), changed);
    const { examples } = trial.end();
    expect(examples).toHaveLength(MOST_EXAMPLES);
    expect(examples.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 10 }, () => 'spoiled'),
      ...Array.from({ length: 10 }, () => 'ended_there'),
    ]);
  });
});
