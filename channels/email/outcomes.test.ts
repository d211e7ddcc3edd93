import { describe, expect, test } from 'vitest';
import { bounceReason, outcomeOf } from './outcomes.ts';
import type { SendFailure } from './outcomes.ts';

const failure = (fields: Partial<SendFailure>): SendFailure => ({
  code: 'EENVELOPE',
  originalCode: null,
  command: 'RCPT TO',
  reply: null,
  response: '',
  ...fields,
});

describe('a reply of the server', () => {
  test.each([
    ['RCPT TO', '550 5.1.1 User unknown', 'gone'],
    ['RCPT TO', '550 No such user', 'gone'],
    ['RCPT TO', '550-5.1.10 Null MX', 'gone'],
    ['RCPT TO', '550 5.2.1 Mailbox disabled', 'gone'],
    ['RCPT TO', '552 5.2.2 Mailbox full', 'blocked'],
    ['RCPT TO', '552 Quota exceeded', 'blocked'],
    ['RCPT TO', '550 5.7.1 You are on our list', 'blocked'],
    ['RCPT TO', '554 5.7.1 Rejected as spam', 'text_refused'],
    ['DATA', '550 5.7.1 Refused', 'text_refused'],
    ['DATA', '554 Transaction failed', 'text_refused'],
    ['DATA', '552 5.3.4 Message too big', 'text_refused'],
    ['DATA', '554 5.6.0 Cannot convert', 'text_refused'],
  ])('%s: %s → undeliverable, %s', (command, response, reason) => {
    const reply = Number(response.slice(0, 3));
    expect(outcomeOf(failure({ command, response, reply }), true)).toEqual({ kind: 'undeliverable', reason });
  });

  test.each([
    ['AUTH PLAIN', 'EAUTH', '535 5.7.8 Wrong password'],
    ['MAIL FROM', 'EENVELOPE', '553 5.7.1 Sender address rejected: not owned by user'],
    ['MAIL FROM', 'EENVELOPE', '530 5.7.0 Authentication required'],
    ['RCPT TO', 'EENVELOPE', '554 5.7.1 Relay access denied'],
    ['RCPT TO', 'EENVELOPE', '503 5.5.1 Bad sequence'],
  ])('%s, %s: %s → misconfigured', (command, code, response) => {
    const reply = Number(response.slice(0, 3));
    expect(outcomeOf(failure({ command, code, response, reply }), false).kind).toBe('misconfigured');
  });

  test.each([
    [421, 600],
    [450, 300],
    [451, 300],
    [452, 1800],
    [454, 900],
    [499, 300],
  ])('%i → again after %i seconds', (reply, afterSeconds) => {
    expect(outcomeOf(failure({ reply, response: `${reply} Later` }), true)).toEqual({
      kind: 'retry',
      afterSeconds,
    });
  });
});

describe('no reply of the server', () => {
  test.each(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'ETLS', 'EDNS', 'EABORT'])('%s', (code) => {
    expect(outcomeOf(failure({ code }), false).kind).toBe('retry');
    expect(outcomeOf(failure({ code }), true).kind).toBe('uncertain');
  });
  test('a certificate nobody vouches for is for an administrator', () => {
    const untrusted = failure({ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(outcomeOf(untrusted, false).kind).toBe('misconfigured');
  });
  test('an address that cannot be written to', () => {
    expect(outcomeOf(failure({ code: 'EENVELOPE', command: 'API' }), false)).toEqual({
      kind: 'undeliverable',
      reason: 'gone',
    });
  });
  test('an error nobody foresaw, after the letter went out', () => {
    expect(outcomeOf(failure({ code: 'UNKNOWN' }), true).kind).toBe('uncertain');
  });
});

test('a server’s words, which may hold an address, stay out of the detail', () => {
  const refused = failure({
    code: 'EAUTH',
    reply: 535,
    response: '535 anna@example.org',
    command: 'AUTH PLAIN',
  });
  expect(outcomeOf(refused, false)).toEqual({ kind: 'misconfigured', detail: 'EAUTH 535 AUTH PLAIN' });
});

test.each([
  ['5.1.1', '', 'gone'],
  ['5.4.7', 'expired', 'gone'],
  ['4.4.7', 'expired', 'gone'],
  ['5.2.2', 'full', 'blocked'],
  ['5.7.1', 'policy', 'blocked'],
  ['5.7.1', 'looks like spam', 'text_refused'],
  ['5.3.4', 'too big', 'text_refused'],
  [null, '550 5.1.1 unknown', 'gone'],
  [null, '550 unknown', 'gone'],
  [null, 'on 1.5.2026 something', 'blocked'],
])('a bounce with %s «%s» means %s', (status, words, reason) => {
  expect(bounceReason(status, words)).toBe(reason);
});
