import { describe, expect, test } from 'vitest';
import { outcomeOfError } from './outcomes.ts';

describe('a refusal of VK', () => {
  test.each([
    [6, 'too many requests per second', { kind: 'retry', afterSeconds: 2 }],
    [10, 'an error inside VK', { kind: 'retry', afterSeconds: 60 }],
    [901, 'a resident who did not allow messages', { kind: 'undeliverable', reason: 'blocked' }],
    [902, 'privacy settings', { kind: 'undeliverable', reason: 'blocked' }],
    [7, 'no permission', { kind: 'undeliverable', reason: 'blocked' }],
    [18, 'a deleted page', { kind: 'undeliverable', reason: 'gone' }],
    [914, 'a long message', { kind: 'undeliverable', reason: 'text_refused' }],
    [14, 'a captcha', { kind: 'manual' }],
    [15, 'access denied', { kind: 'manual' }],
    [212, 'comments hidden', { kind: 'manual' }],
    [213, 'comments closed', { kind: 'manual' }],
    [5, 'a withdrawn key', { kind: 'misconfigured', detail: 'VK error 5 in messages.send' }],
    [27, 'a method closed to communities', { kind: 'misconfigured', detail: 'VK error 27 in messages.send' }],
    [28, 'a key of an application', { kind: 'misconfigured', detail: 'VK error 28 in messages.send' }],
    [99_999, 'nobody knows what', { kind: 'misconfigured', detail: 'VK error 99999 in messages.send' }],
  ])('%i, %s', (code, _, outcome) => {
    expect(outcomeOfError('messages.send', code, '')).toEqual(outcome);
  });

  test('100 means the text only when VK says so', () => {
    const prefix = 'One of the parameters specified was missing or invalid:';
    expect(outcomeOfError('wall.createComment', 100, `${prefix} message is too long`)).toEqual({
      kind: 'undeliverable',
      reason: 'text_refused',
    });
    expect(outcomeOfError('wall.createComment', 100, `${prefix} post_id is undefined`)).toEqual({
      kind: 'misconfigured',
      detail: 'VK error 100 in wall.createComment',
    });
  });
});
