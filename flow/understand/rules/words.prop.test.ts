import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findDangers } from './danger.ts';
import { buildGazetteer } from './gazetteer.ts';
import { judgeKind } from './kind.ts';
import { isRude } from './kind-rudeness.ts';
import { detectLanguage } from './language.ts';
import { maskPersonalData } from './personal-data.ts';
import { readPlace } from './place.ts';
import { plainText } from './plain-text.ts';
import { oddPieces, repeated } from '../testing/odd-texts.ts';
import { readWords, wordsOutside } from './words.ts';

const gazetteer = buildGazetteer({
  municipalities: [{ id: 'm', names: ['Озёрский район'] }],
  settlements: [{ id: 's', municipalityId: 'm', name: 'Озёры', point: null }],
  streets: [{ id: 'st', settlementId: 's', name: 'Мира', kind: 'улица', point: null }],
});

/** All that is read from a text without a model. */
function readAll(raw: string) {
  const plain = plainText(raw);
  const words = readWords(plain);
  const masked = maskPersonalData(plain, words);
  return {
    plain,
    language: detectLanguage(words),
    kind: judgeKind(words, { hasFiles: false, topic: null }),
    dangers: findDangers(words),
    isRude: isRude(words),
    masked,
    place: readPlace(words, gazetteer, { point: null, territory: null, municipalityAt: () => null }),
    impersonal: wordsOutside(words, masked.spans).list.map(({ stem }) => stem),
  };
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  // Lone halves of surrogate pairs, too.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom(...oddPieces), { maxLength: 120 }).map((pieces) => pieces.join('')),
);

describe('any text at all', () => {
  test('is read without failing, and the same text always the same way', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readAll(text)).toEqual(readAll(text));
      }),
      { numRuns: 200 },
    );
  });

  test('has spans in order, inside it, and every character outside them kept', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { plain, masked } = readAll(raw);
        let kept = '';
        let at = 0;
        for (const { from, to } of masked.spans) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          kept += plain.slice(at, from);
          at = to;
        }
        expect(at).toBeLessThanOrEqual(plain.length);
        const left = kept + plain.slice(at);
        expect(masked.spans.length === 0 ? masked.text : left).toBe(left);
      }),
      { numRuns: 200 },
    );
  });

  test('made plain is plain: nothing hidden, no lone half of a pair, no longer than it was', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const plain = plainText(raw);
        expect(plain).not.toMatch(/[\u200b\u00ad\u202e\ufeff]|\p{Surrogate}/u);
        expect(plain.normalize('NFC').length).toBeLessThanOrEqual(raw.normalize('NFKD').length * 2 + 4);
      }),
      { numRuns: 200 },
    );
  });

  test('reads alike with hidden characters, tags and doubled spaces between its words', () => {
    const text = 'Прошу убрать открытый люк у дома 5, тел. 8 912 345-67-89';
    const hidden = fc.constantFrom('\u200b', '\u00ad', '\ufeff', '\u2060', '&shy;', '&#8203;');
    fc.assert(
      fc.property(fc.nat(text.length), hidden, (at, sign) => {
        const spoilt = `${text.slice(0, at)}${sign}${text.slice(at)}`;
        expect(readAll(spoilt)).toEqual(readAll(text));
      }),
    );
  });
});

describe('a piece repeated to thirty thousand characters', () => {
  // No slow path: a quadratic one would not end within the patience of a test. `npm run bench -- odd-texts` prints the times.
  test.each(oddPieces.map((piece) => [JSON.stringify(piece), piece] as const))('%s', (_, piece) => {
    const read = readAll(repeated(piece, 30_000));
    expect(read.plain.length).toBeLessThanOrEqual(30_000);
  });
});

test('an empty text with a photo is nothing known: a person looks', () => {
  const words = readWords(plainText('  \u200b '));
  expect(judgeKind(words, { hasFiles: true, topic: null })).toMatchObject({
    kind: 'problem',
    confidence: 0.5,
  });
  expect(judgeKind(words, { hasFiles: false, topic: null })).toMatchObject({ kind: 'spam' });
});
