import { describe, expect, test } from 'vitest';
import { validDraft, type DraftContent } from './draft.ts';

const draft: DraftContent = {
  kind: 'final',
  text: 'Сделаем',
  resolution: 'fixed',
  promisedOn: null,
  moneySum: null,
  reviewOn: null,
  handedTo: null,
  refusedWhy: null,
  files: [],
};
const outcome = (given: Partial<DraftContent>) => {
  const result = validDraft({ ...draft, ...given }, 1000);
  return result.ok ? result.value.problemState : result.failure.code;
};

describe('a draft says what happens to the problem', () => {
  test.each([
    ['fixed is reported as fixed', { resolution: 'fixed' }, 'fixed_reported'],
    ['scheduled with a date', { resolution: 'scheduled', promisedOn: '2026-06-01' }, 'scheduled'],
    [
      'scheduled when there is money',
      { resolution: 'scheduled', moneySum: 100_000, reviewOn: '2026-09-01' },
      'needs_money',
    ],
    ['forwarded to whom', { resolution: 'forwarded', handedTo: 'Росавтодор' }, 'outside_powers'],
    ['refused with reasons', { resolution: 'refused', refusedWhy: 'Частная территория' }, 'refused'],
    ['explained changes nothing in the world', { resolution: 'explained' }, null],
    ['an interim answer changes nothing in the world', { kind: 'interim', resolution: null }, null],
  ] as const)('%s', (_, given, state) => expect(outcome(given)).toBe(state));

  test.each([
    ['scheduled without a date', { resolution: 'scheduled' }, 'date_required'],
    ['waiting for money without a review date', { resolution: 'scheduled', moneySum: 5 }, 'date_required'],
    ['forwarded to nobody', { resolution: 'forwarded', handedTo: ' ' }, 'reason_required'],
    ['refused without a reason', { resolution: 'refused' }, 'reason_required'],
    ['final without a result', { resolution: null }, 'reason_required'],
    ['empty', { text: ' \r\n ' }, 'text_empty'],
    ['longer than the channel takes', { text: 'я'.repeat(1001) }, 'answer_too_long'],
  ] as const)('%s is refused', (_, given, code) => expect(outcome(given)).toBe(code));
});
