import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appealKinds, regimes } from '#kernel/appeal.ts';
import { approvalRules, dangerLevels } from '#centre/rules/topic.ts';
import { defaultClocks } from '#data/clocks/clocks.ts';
import {
  clockEvents,
  clocksFor,
  clocksMetBy,
  clocksStartedBy,
  type AppealFacts,
  type ClockRun,
} from './clock.ts';

const portal: AppealFacts = {
  regime: 'platform',
  kind: 'problem',
  isFound: false,
  isHighImportance: false,
  danger: 'none',
  fastTrack: false,
  answerClock: null,
  approval: 'sampled',
};
const post: AppealFacts = { ...portal, regime: 'social', isFound: true };
const letter: AppealFacts = { ...portal, regime: 'law_59', approval: 'required' };
const codes = (facts: AppealFacts) => clocksFor(facts, defaultClocks).map((clock) => clock.code);
const amountOf = (facts: AppealFacts, code: string) => {
  const clock = clocksFor(facts, defaultClocks).find((one) => one.code === code);
  return clock && [clock.amount, clock.unit];
};
const started = (event: (typeof clockEvents)[number], facts: AppealFacts, runs: readonly ClockRun[] = []) =>
  clocksStartedBy(event, facts, defaultClocks, runs).map((clock) => clock.code);

describe('the clocks of an appeal', () => {
  test.each([
    [
      'a post found by monitoring',
      post,
      [
        'first_answer',
        'moderation',
        'routing',
        'executor_draft',
        'returned_answer',
        'final_after_interim',
        'confirmation_window',
      ],
    ],
    ['a portal message', portal, ['routing', 'returned_answer', 'portal_message', 'confirmation_window']],
    [
      'a portal message on the fast track',
      { ...portal, fastTrack: true },
      ['routing', 'returned_answer', 'fast_track', 'confirmation_window'],
    ],
    [
      'an appeal under 59-ФЗ',
      letter,
      [
        'routing',
        'approval',
        'returned_answer',
        'law_59_registration',
        'law_59_forwarding',
        'law_59_decision',
        'confirmation_window',
      ],
    ],
    [
      'a question has nothing to confirm',
      { ...portal, kind: 'question' },
      ['routing', 'returned_answer', 'portal_message'],
    ],
    ['thanks on the portal hurry nobody', { ...portal, kind: 'thanks' }, []],
  ] as const)('%s', (_, facts, expected) => {
    expect(codes(facts)).toEqual(expected);
  });

  test('danger adds the duty officer’s half hour in every regime', () => {
    for (const regime of regimes)
      expect(codes({ ...portal, regime, danger: 'emergency' })).toContain('danger_duty');
    expect(codes({ ...portal, danger: 'high' })).not.toContain('danger_duty');
  });

  test('a suggestion about a fast topic is answered as a portal message', () => {
    expect(codes({ ...portal, kind: 'suggestion', fastTrack: true })).toContain('portal_message');
  });
});

describe('amounts', () => {
  test.each([
    ['first answer: eight working hours', post, 'first_answer', [480, 'working_minutes']],
    [
      'first answer of high importance: four',
      { ...post, isHighImportance: true },
      'first_answer',
      [240, 'working_minutes'],
    ],
    ['so is a dangerous one', { ...post, danger: 'high' }, 'first_answer', [240, 'working_minutes']],
    ['draft: three working hours', post, 'executor_draft', [180, 'working_minutes']],
    [
      'draft of high importance: one',
      { ...post, isHighImportance: true },
      'executor_draft',
      [60, 'working_minutes'],
    ],
    ['moderation: one working hour', post, 'moderation', [60, 'working_minutes']],
    ['routing: one working hour', post, 'routing', [60, 'working_minutes']],
    ['approval: one working hour', letter, 'approval', [60, 'working_minutes']],
    [
      'danger: thirty minutes',
      { ...post, danger: 'emergency' },
      'danger_duty',
      [30, 'round_the_clock_minutes'],
    ],
    ['final after interim: seven working days', post, 'final_after_interim', [7, 'working_days']],
    ['portal message: eight working days', portal, 'portal_message', [8, 'working_days']],
    ['fast track: ten days', { ...portal, fastTrack: true }, 'fast_track', [10, 'calendar_days']],
    [
      'rubbish: one day',
      { ...portal, fastTrack: true, answerClock: { unit: 'calendar_days', amount: 1 } },
      'fast_track',
      [1, 'calendar_days'],
    ],
    ['returned answer: three working days', portal, 'returned_answer', [3, 'working_days']],
    ['59-ФЗ registration: three days', letter, 'law_59_registration', [3, 'calendar_days']],
    ['59-ФЗ forwarding: seven days', letter, 'law_59_forwarding', [7, 'calendar_days']],
    ['59-ФЗ decision: thirty days', letter, 'law_59_decision', [30, 'calendar_days']],
    ['confirmation: fourteen days', portal, 'confirmation_window', [14, 'calendar_days']],
  ] as const)('%s', (_, facts, code, expected) => {
    expect(amountOf(facts, code)).toEqual(expected);
  });

  test('a decision under 59-ФЗ is extended once by thirty days at most, and no clock of the law is paused', () => {
    const law = defaultClocks.filter((clock) => clock.code.startsWith('law_59'));
    expect(law.map((clock) => clock.pausable)).toEqual([false, false, false]);
    expect(law.map((clock) => clock.extension)).toEqual([null, null, { days: 30, times: 1 }]);
  });
});

describe('the life of a clock', () => {
  test('a found post starts with moderation and the first answer', () => {
    expect(started('found', post)).toEqual(['first_answer', 'moderation']);
  });

  test('a message sent to us starts the first answer when it comes', () => {
    expect(started('received', { ...post, isFound: false })).toEqual(['first_answer']);
  });

  test('an interim answer meets the first answer and starts the final one, no other', () => {
    expect(clocksMetBy('interim_answered', defaultClocks)).not.toContain('portal_message');
    expect(clocksMetBy('interim_answered', defaultClocks)).not.toContain('law_59_decision');
    expect(clocksMetBy('interim_answered', defaultClocks)).toContain('first_answer');
    expect(started('interim_answered', post)).toEqual(['final_after_interim']);
  });

  test('a second interim answer does not renew the final one', () => {
    for (const running of [true, false])
      expect(started('interim_answered', post, [{ code: 'final_after_interim', running }])).toEqual([]);
  });

  test('every returned draft has three days', () => {
    expect(started('returned', portal, [{ code: 'returned_answer', running: false }])).toEqual([
      'returned_answer',
    ]);
    expect(started('returned', portal, [{ code: 'returned_answer', running: true }])).toEqual([]);
  });

  test('so has a fix the resident disputes', () => {
    expect(started('disputed', portal)).toEqual(['returned_answer']);
  });

  test('a transfer keeps the clock: what runs is never started anew, whatever happens', () => {
    const facts = fc.record<AppealFacts>({
      regime: fc.constantFrom(...regimes),
      kind: fc.constantFrom(...appealKinds),
      isFound: fc.boolean(),
      isHighImportance: fc.boolean(),
      danger: fc.constantFrom(...dangerLevels),
      fastTrack: fc.boolean(),
      answerClock: fc.constantFrom(null, { unit: 'calendar_days' as const, amount: 1 }),
      approval: fc.constantFrom(...approvalRules),
    });
    fc.assert(
      fc.property(facts, fc.array(fc.constantFrom(...clockEvents), { maxLength: 25 }), (of, events) => {
        const runs = new Map<string, boolean>();
        for (const event of events) {
          const list = [...runs].map(([code, running]) => ({ code, running }));
          for (const clock of clocksStartedBy(event, of, defaultClocks, list)) {
            expect(runs.get(clock.code)).not.toBe(true);
            if (runs.has(clock.code)) expect(clock.repeats).toBe(true);
            runs.set(clock.code, true);
          }
          for (const code of clocksMetBy(event, defaultClocks)) if (runs.has(code)) runs.set(code, false);
        }
      }),
    );
  });

  test('every clock can be met, and none is met by what starts it', () => {
    for (const clock of defaultClocks)
      for (const event of clock.startsAt) expect(clock.stopsAt, clock.code).not.toContain(event);
  });
});
