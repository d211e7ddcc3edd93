import { describe, expect, test } from 'vitest';
import { httpStatus } from '#contract/http-status.ts';
import type { Failure } from '#kernel/failures.ts';
import { failures as english } from './en/failures.ts';
import { failureSentence } from './failure-sentence.ts';
import { failures as russian } from './ru/failures.ts';

const moment = (instant: string) => (instant === '' ? '' : 'сегодня, 14:20');
const plain = (text: string) => text.replaceAll(/[\s\u202f]/g, ' ');
const russianOf = (failure: Failure) => plain(failureSentence(russian, failure, { moment }));

describe('every failure has a sentence', () => {
  test.each(Object.keys(httpStatus))('%s, in both languages', (code) => {
    expect(Object.keys(russian)).toContain(code);
    expect(Object.keys(english)).toContain(code);
  });
});

test.each<[Failure, string]>([
  [{ code: 'too_many_attempts', retryAfterSeconds: 41 }, 'Подождите 41 секунду'],
  [{ code: 'too_many_attempts', retryAfterSeconds: 600 }, 'Подождите 10 минут'],
  [{ code: 'text_too_long', length: 20_001, limit: 20_000 }, '20 001 знак, а помещается 20 000 знаков'],
  [{ code: 'file_too_large', limitBytes: 15_728_640 }, 'больше 15 МБ'],
  [{ code: 'move_not_allowed', from: 'on_approval', to: 'in_work' }, '«На согласовании»'],
])('numbers and states are written as people say them', (failure, words) => {
  expect(russianOf(failure)).toContain(words);
});

test('a change by someone else names who and when, and calms about the text', () => {
  const failure = {
    code: 'stale_version',
    expected: 1,
    actual: 2,
    changedBy: 'Анна Котова',
    changedAt: 'x',
  } as const;
  expect(russianOf(failure)).toBe(
    'Пока вы писали, карточка изменилась: Анна Котова, сегодня, 14:20. Ваш текст сохранён: обновите карточку и повторите.',
  );
});

test('a state this version does not know is not shown as a code', () => {
  expect(russianOf({ code: 'move_not_allowed', from: 'half_done', to: 'in_work' })).not.toContain(
    'half_done',
  );
});
