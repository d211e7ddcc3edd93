import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, repairText } from './charset.ts';
import { htmlToText } from './html.ts';
import { ownWords } from './own-words.ts';
import { parseLetter } from './parse.ts';

const settings = { address: 'priemnaya@example.ru' };
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);

/** Encodes by looking every byte up in the decoder, so that the two cannot disagree. */
function encoder(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return (text) => Uint8Array.from(text, (char) => bytes.get(char) ?? 0x3f);
}

const words =
  'во дворе дома яма уже вторую неделю не засыпают помогите пожалуйста нет горячей воды с пятницы мусор вывозят';
/** Not shorter than letters are: three words in capitals may look like Russian in two encodings. */
const sentence = fc
  .uniqueArray(fc.constantFrom(...words.split(' ')), { minLength: 8, maxLength: 18 })
  .map((chosen) => `${chosen.join(' ')}.`)
  .map((text) => text.charAt(0).toUpperCase() + text.slice(1));

/** Fragments letters are made of, in any order: what a broken program or an enemy may send. */
const fragment = fc.constantFrom(
  'From: a@b.c\r\n',
  'From: =?koi8-r?Q?=E1?= <>\r\n',
  'Subject: =?utf-8?B?///?=\r\n',
  'Message-ID: <a@b>\r\n',
  'Date: Mon, 2 Mar 2026 10:15:00 +0300\r\n',
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'Content-Type: multipart/alternative\r\n',
  'Content-Type: multipart/report; boundary="b"\r\n',
  'Content-Type: message/delivery-status\r\n',
  'Content-Type: text/html; charset=nonsense\r\n',
  'Content-Type: text/plain; charset=utf-16; format=flowed\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  'References: <<><a@b>\r\n',
  '\r\n',
  '--b\r\n',
  '--b--\r\n',
  '<blockquote><div class="gmail_quote"',
  '=D0=\r\n',
  '\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2',
  '> > >\n',
);

describe('any bytes', () => {
  test('give at least one item and never a rejection', async () => {
    const made = fc.array(fc.oneof(fragment, fc.string({ unit: 'binary', maxLength: 20 })), {
      maxLength: 40,
    });
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      made.map((parts) => latin1(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        expect((await parseLetter(bytes, settings)).items.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('survive nesting and lost boundaries by the thousand', async () => {
    const nested = Array.from({ length: 5000 }, (_, i) => `--b${i}\r\nContent-Type: multipart/mixed\r\n\r\n`);
    const known = Array.from(
      { length: 5000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    for (const parts of [nested, known]) {
      const bytes = latin1(`From: a@b.c\r\nContent-Type: multipart/mixed\r\n\r\n${parts.join('')}`);
      expect((await parseLetter(bytes, settings)).items.length).toBeGreaterThan(0);
    }
  });
});

test('a flood of empty lines is kept for an administrator instead of stopping the server', async () => {
  const bytes = latin1(`From: a@b.c\r\n\r\n${'\r\n'.repeat(300_000)}`);
  expect((await parseLetter(bytes, settings)).items).toEqual([
    { kind: 'unknown', detail: 'letter_unreadable: lines' },
  ]);
});

describe('Russian text', () => {
  const labels = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'utf-8'];
  const declared = fc.constantFrom(null, '', 'us-ascii', 'iso-8859-1', 'x-unknown', 'utf-8', 'windows-1252');

  test.each(labels)('in %s is read whatever the label', (label) => {
    const encode = label === 'utf-8' ? (text: string) => new TextEncoder().encode(text) : encoder(label);
    fc.assert(
      fc.property(sentence, fc.oneof(declared, fc.constant(label)), (text, said) => {
        expect(decodeText(encode(text), said)).toBe(text);
      }),
    );
  });

  test('of two words is read as its label says', () => {
    expect(decodeText(encoder('koi8-r')('грязные урны'), 'koi8-r')).toBe('грязные урны');
  });

  test('spoilt by a Latin code page is repaired, sound text is left alone', () => {
    const spoil = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes);
    fc.assert(
      fc.property(sentence, (text) => {
        expect(repairText(spoil(encoder('windows-1251')(text)))).toBe(text);
        expect(repairText(text)).toBe(text);
      }),
    );
  });
});

test('a page or a text of any kind is read without an exception', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    '<p',
    '</p>',
    '<!--',
    '-->',
    '<br>',
    '<style>',
    '> ',
    '\n',
    '-- \n',
    'а',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
      expect(typeof ownWords(htmlToText(pieces.join('')), false)).toBe('string');
    }),
  );
});

test('words without quotes, signatures and headings come through ownWords unchanged', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), fc.boolean(), (lines, isReply) => {
      expect(ownWords(lines.join('\n'), isReply)).toBe(lines.join('\n'));
    }),
  );
});
