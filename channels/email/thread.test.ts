import { describe, expect, test } from 'vitest';
import {
  caseNamedIn,
  isOwnMessageId,
  messageIds,
  ownMessageId,
  ownMessageIdsIn,
  plainSubject,
  threadKeyOf,
} from './thread.ts';

const address = 'priemnaya@example.ru';

describe('a number of a case in a subject', () => {
  test.each([
    ['Re: Яма [№ 26-000123]', '26-000123'],
    ['Re: Яма [№26-000123]', '26-000123'],
    ['обращение N 2026-000142, повторно', '2026-000142'],
    ['#26-000123', '26-000123'],
    ['дом 26-000123', null],
    ['тел. № 8-900-000-00-00', null],
    ['№ 26', null],
    ['', null],
  ])('%s → %s', (subject, number) => {
    expect(caseNamedIn(subject)).toBe(number);
  });
});

test.each([
  ['Re: RE: Fwd: Яма [№ 26-000123]', 'Яма'],
  ['Отв: Яма', 'Яма'],
  ['Re[2]: Яма', 'Яма'],
  ['Яма у дома № 26', 'Яма у дома № 26'],
  ['Реклама на фасаде', 'Реклама на фасаде'],
  [null, ''],
])('the subject of «%s» is «%s»', (subject, plain) => {
  expect(plainSubject(subject)).toBe(plain);
});

test('Message-IDs are read with and without brackets', () => {
  expect(messageIds('<a@x>\n <b@y>')).toEqual(['a@x', 'b@y']);
  expect(messageIds(' a@x ')).toEqual(['a@x']);
  expect(messageIds('без скобок')).toEqual([]);
  expect(messageIds(null)).toEqual([]);
});

describe('a thread', () => {
  const first = {
    references: [],
    inReplyTo: null,
    namesCase: null,
    externalId: 'a@x',
    author: 'anna@example.org',
  };

  test('is the letter it began with', () => {
    const second = { ...first, externalId: 'c@x', references: ['a@x', 'b@x'], inReplyTo: 'b@x' };
    expect(threadKeyOf(second)).toBe(threadKeyOf(first));
  });
  test('is the case when nothing but its number connects the letters', () => {
    const numbered = { ...first, namesCase: '26-000123' };
    expect(threadKeyOf({ ...numbered, externalId: 'c@x' })).toBe(threadKeyOf(numbered));
  });
  test('is never shared by two authors', () => {
    expect(threadKeyOf({ ...first, author: 'ivan@example.org' })).not.toBe(threadKeyOf(first));
  });
  test('does not show the address', () => {
    expect(threadKeyOf(first)).not.toContain('anna');
  });
});

describe('our own Message-ID', () => {
  const id = ownMessageId('answer-1', address);

  test('is the same for every attempt and another for another answer', () => {
    expect(ownMessageId('answer-1', address)).toBe(id);
    expect(ownMessageId('answer-2', address)).not.toBe(id);
  });
  test('is recognised, that of another mailbox or program is not', () => {
    expect(isOwnMessageId(id, address)).toBe(true);
    expect(isOwnMessageId(id, 'priemnaya@example.org')).toBe(false);
    expect(isOwnMessageId('otklik.1@example.ru', address)).toBe(false);
  });
  test('is found in the words of a bounce', () => {
    expect(ownMessageIdsIn(`Message-ID: <${id}>\nMessage-ID: <a@x>`, address)).toEqual([id]);
  });
});
