import { describe, expect, test } from 'vitest';
import { canConfirm, readVerdict } from './verdict.ts';

describe('a short reply about the fix', () => {
  test.each([
    ['да', 'fixed'],
    ['Да, убрали, спасибо!', 'fixed'],
    ['Всё исправили', 'fixed'],
    ['спасибо, починили', 'fixed'],
    ['Нет', 'not_fixed'],
    ['нет, ничего не сделали', 'not_fixed'],
    ['До сих пор темно', 'not_fixed'],
    ['Никто не приезжал', 'not_fixed'],
  ] as const)('«%s» is %s', (reply, verdict) => expect(readVerdict(reply)).toBe(verdict));

  test.each([
    'Да, но яма рядом осталась',
    'Убрали частично',
    'А когда сделают тротуар?',
    'Спасибо за ответ',
    'да '.repeat(80),
    '',
  ])('«%s» is left to a person', (reply) => expect(readVerdict(reply)).toBeNull());
});

describe('the resident is asked "is it really gone?"', () => {
  test('about a problem answered as fixed', () =>
    expect(canConfirm('problem', 'answered', 'fixed').ok).toBe(true));
  test('not about an explanation, a question or a case in work', () => {
    expect(canConfirm('problem', 'answered', 'explained').ok).toBe(false);
    expect(canConfirm('question', 'answered', 'fixed').ok).toBe(false);
    expect(canConfirm('problem', 'in_work', 'fixed').ok).toBe(false);
  });
});
