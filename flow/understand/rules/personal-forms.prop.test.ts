import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { oddPieces } from '../testing/odd-texts.ts';
import { anyPerson, writtenNames } from '../testing/people.ts';
import {
  spoils,
  writtenBirth,
  writtenEmail,
  writtenHome,
  writtenPage,
  writtenPaper,
  writtenPhone,
  writtenPlate,
} from '../testing/personal.ts';
import { maskMessage, maskPersonalData } from './personal-data.ts';

const spoil = fc.constantFrom(...spoils);
const around = fc.tuple(
  fc.constantFrom('', 'Добрый день! ', 'Прошу помочь, ', 'Яма у дома. ', '(', 'Пишу вам: '),
  fc.constantFrom('', '.', ', спасибо', ' прошу принять меры', '\nНет воды', ')', '!!!'),
);
const runs = { numRuns: 400 };

describe('hidden in every form, with tags, entities, hidden signs and other digits inside', () => {
  test('telephones', () => {
    fc.assert(
      fc.property(writtenPhone, spoil, around, (phone, spoilt, [before, after]) => {
        const masked = maskMessage(before + spoilt(phone) + after);
        expect(masked).toContain('[телефон скрыт]');
        expect(masked).not.toMatch(/\d{2}/);
      }),
      runs,
    );
  });

  test('e-mails', () => {
    fc.assert(
      fc.property(writtenEmail, spoil, around, ({ written, name }, spoilt, [before, after]) => {
        const masked = maskMessage(before + spoilt(written) + after);
        expect(masked).toContain('[почта скрыта]');
        expect(masked).not.toContain(name);
      }),
      runs,
    );
  });

  test('papers and cards', () => {
    fc.assert(
      fc.property(writtenPaper, spoil, around, (paper, spoilt, [before, after]) => {
        const masked = maskMessage(before + spoilt(paper) + after);
        expect(masked).toMatch(/скрыт/);
        expect(masked).not.toMatch(/\d{3}/);
      }),
      runs,
    );
  });

  test('dates of birth', () => {
    fc.assert(
      fc.property(writtenBirth, spoil, around, ({ written, year }, spoilt, [before, after]) => {
        const masked = maskMessage(before + spoilt(written) + after);
        expect(masked).toContain('[дата рождения скрыта]');
        expect(masked).not.toContain(year);
      }),
      runs,
    );
  });

  test('car plates', () => {
    fc.assert(
      fc.property(writtenPlate, spoil, around, ({ written, number }, spoilt, [before, after]) => {
        const masked = maskMessage(before + spoilt(written) + after);
        expect(masked).toContain('[номер машины скрыт]');
        expect(masked).not.toContain(number);
      }),
      runs,
    );
  });

  test('pages and names in networks', () => {
    fc.assert(
      fc.property(writtenPage, spoil, around, ({ written, name }, spoilt, [before, after]) => {
        const masked = maskMessage(before + spoilt(written) + after);
        expect(masked).toContain('[страница скрыта]');
        expect(masked).not.toContain(name);
      }),
      runs,
    );
  });

  test('the flat of a home, while street and house stay', () => {
    fc.assert(
      fc.property(writtenHome, ({ written, place, flat }) => {
        const masked = maskMessage(written);
        expect(masked).toContain(place);
        expect(masked).toContain('[квартира скрыта]');
        expect(masked).not.toContain(flat);
      }),
      runs,
    );
  });

  test('full names', () => {
    const written = fc.constantFrom(...writtenNames);
    fc.assert(
      fc.property(anyPerson, written, spoil, around, (person, order, spoilt, [before, after]) => {
        const masked = maskMessage(before + spoilt(order.write(person)) + after).toLowerCase();
        for (const part of order.parts)
          expect(masked).not.toMatch(new RegExp(`(?<![а-яё])${person[part].toLowerCase().slice(0, -1)}`));
      }),
      runs,
    );
  });
});

describe('masking', () => {
  const anything = fc.oneof(
    writtenPhone,
    writtenPaper,
    writtenEmail.map(({ written }) => written),
    writtenBirth.map(({ written }) => written),
    writtenPlate.map(({ written }) => written),
    writtenPage.map(({ written }) => written),
    writtenHome.map(({ written }) => written),
    anyPerson.map(({ surname, given, patronymic }) => `${surname} ${given} ${patronymic}`),
    fc.constantFrom(
      'яма у дома 5',
      'нет воды',
      'кв. 5, 6',
      'с 12.00 до 14.00',
      'телефон',
      'карта',
      'паспорт',
      '55-11-22',
    ),
  );
  const message = fc
    .array(fc.tuple(anything, fc.constantFrom(', ', '. ', ' ', '\n', '; ', ' — ')), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.map(([part, gap]) => part + gap).join(''));

  const odd = fc.array(fc.constantFrom(...oddPieces), { maxLength: 60 }).map((pieces) => pieces.join(''));

  test('twice is masking once', () => {
    fc.assert(
      fc.property(fc.oneof(message, odd, fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
        const once = maskMessage(text);
        expect(maskPersonalData(once).text).toBe(once);
      }),
      runs,
    );
  });

  test('gives the same for the same text, whatever was masked between', () => {
    fc.assert(
      fc.property(message, message, (text, other) => {
        const first = maskMessage(text);
        maskMessage(other);
        expect(maskMessage(text)).toBe(first);
      }),
    );
  });
});
