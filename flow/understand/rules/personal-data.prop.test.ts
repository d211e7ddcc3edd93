import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { maskMessage, maskPersonalData } from './personal-data.ts';
import { menNames } from './personal-name-table.ts';
import { anyPerson, givenInCase, surnameInCase, type Person, writtenNames } from '../testing/people.ts';

const mask = (text: string): string => maskPersonalData(text).text;
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

const around = fc.tuple(
  fc.constantFrom('', 'Добрый день! ', 'Прошу помочь, ', 'яма у дома. ', 'Меня зовут так: ', 'от: '),
  fc.constantFrom('', '.', ', спасибо', ' прошу принять меры', '\nНет воды', ' (звонить вечером)'),
);

const phone = fc
  .tuple(
    fc.constantFrom('+7', '8', '7', '+ 7'),
    fc.constantFrom('9', '4', '3', '8'),
    digits(9),
    fc.constantFrom(
      '# ### ###-##-##',
      '# (###) ###-##-##',
      '#(###)#######',
      '#-###-###-##-##',
      '####-###-####',
      '###########',
      '# ### ### ## ##',
      '#.###.###.##.##',
      '# – ### – ### – ## – ##',
    ),
  )
  .filter(([, first, rest]) => !/^80[04]/.test(`${first}${rest}`))
  .map(([country, first, rest, shape]) => {
    const all = `${first}${rest}`;
    let at = 0;
    return shape.replace('#', country).replace(/#/g, () => all[at++] ?? '');
  });

describe('never leaks', () => {
  test('a phone, however written', () => {
    fc.assert(
      fc.property(phone, around, (number, [before, after]) => {
        const masked = mask(`${before}${number}${after}`);
        expect(masked).toContain('[телефон скрыт]');
        expect(masked.replace(/\D/g, '').length).toBeLessThan(4);
      }),
    );
  });

  const leftOf = (masked: string, [before, after]: readonly [string, string]): string =>
    masked.toLowerCase().replace(before.toLowerCase(), '').replace(after.toLowerCase(), '');
  const expectHidden = (person: Person, masked: string, parts: readonly (keyof Person)[]): void => {
    for (const part of parts)
      expect(masked).not.toMatch(new RegExp(`(?<![а-яё])${person[part].toLowerCase().slice(0, -1)}`));
  };

  test('a full name in any order, case of grammar and case of letters', () => {
    fc.assert(
      fc.property(
        anyPerson,
        fc.constantFrom(...writtenNames),
        fc.constantFrom('title', 'loud', 'low'),
        around,
        (person, order, letters, [before, after]) => {
          const name = order.write(person);
          const written =
            letters === 'loud' ? name.toUpperCase() : letters === 'low' ? name.toLowerCase() : name;
          // Without capitals a pair may be words («света новикова»), and «иванова т.д.» is not told from «и т.д.».
          fc.pre(letters === 'title' || order.parts.includes('patronymic'));
          const left = leftOf(mask(`${before}${written}${after}`), [before, after]);
          expectHidden(person, left, order.parts);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a name inside tags, entities, hidden characters and stress marks', () => {
    const spoilt = fc.constantFrom(
      (name: string) => name.replaceAll(' ', '&nbsp;'),
      (name: string) => name.replaceAll(' ', '&amp;nbsp;'),
      (name: string) => name.replaceAll(' ', '<br>'),
      (name: string) => `<b>${name}</b>`,
      (name: string) => Array.from(name).join('\u200b'),
      (name: string) => Array.from(name).join('\u00ad'),
      (name: string) => name.replace(/[аеиоуыэюя]/, '$&\u0301'),
      (name: string) => name.replaceAll('а', 'a').replaceAll('о', 'o').replaceAll('е', 'e'),
      (name: string) => `[id123456|${name}]`,
    );
    fc.assert(
      fc.property(anyPerson, spoilt, around, (person, spoil, [before, after]) => {
        const name = spoil(`${person.surname} ${person.given} ${person.patronymic}`);
        const left = leftOf(maskMessage(`${before}${name}${after}`), [before, after]);
        expect(left).toContain('[имя скрыто]');
        expectHidden(person, left, ['surname', 'given', 'patronymic']);
      }),
    );
  });

  test('a phone inside tags, entities, hidden characters and odd digits', () => {
    const spoilt = fc.constantFrom(
      (number: string) => number.replaceAll(' ', '&nbsp;'),
      (number: string) => number.replaceAll(' ', '\u00a0'),
      (number: string) => number.replaceAll(' ', '\n'),
      (number: string) => Array.from(number).join('\u200b'),
      (number: string) => number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      (number: string) => number.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`),
      (number: string) => `<a href="tel:">${number}</a>`,
      (number: string) => number.replaceAll(' ', '</b> <b>'),
    );
    fc.assert(
      fc.property(phone, spoilt, around, (number, spoil, [before, after]) => {
        const masked = maskMessage(`${before}${spoil(number)}${after}`);
        expect(masked).toContain('[телефон скрыт]');
        expect(masked.replace(/\D/g, '').length).toBeLessThan(4);
      }),
    );
  });

  test('a name after «меня зовут», «соседка», in a signature', () => {
    const told = fc.constantFrom('Меня зовут', 'С уважением,', 'ФИО:', 'Заявитель:', 'соседка', 'гражданин');
    fc.assert(
      fc.property(anyPerson, told, (person, cue) => {
        const masked = mask(`${cue} ${person.surname} ${person.given}. Яма у дома`).toLowerCase();
        expectHidden(person, masked, ['surname', 'given']);
      }),
    );
  });

  test('a flat, however written', () => {
    const shapes = fc.constantFrom(
      'кв. #',
      'кв.#',
      'кв #',
      'кв#',
      'квартира #',
      'квартира № #',
      'Кв. №#',
      'квартиры #',
      'в # квартире',
      '#-я квартира',
      'КВАРТИРА #',
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), shapes, around, (flat, shape, [before, after]) => {
        const masked = mask(`${before}ул. Мира, д. 1000, ${shape.replace('#', String(flat))}${after}`);
        expect(masked).toContain('[квартира скрыта]');
        expect(masked.replace('1000', '')).not.toMatch(/\d/);
        expect(masked).toContain('ул. Мира, д. 1000');
      }),
    );
  });

  test('an e-mail', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9._-]{0,20}[a-z0-9]$/),
        fc.constantFrom('mail.ru', 'ya.ru', 'example.co.uk', 'почта.рф'),
        around,
        (user, host, [before, after]) => {
          expect(mask(`${before}${user}@${host}${after}`)).not.toContain(`${user}@`);
        },
      ),
    );
  });

  test('a car plate', () => {
    const letter = fc.constantFrom(...Array.from('АВЕКМНОРСТУХ'));
    fc.assert(
      fc.property(
        letter,
        digits(3),
        letter,
        letter,
        fc.constantFrom('77', '177', '777', ' 46'),
        around,
        (a, number, b, c, region, [before, after]) => {
          expect(mask(`${before}${a}${number}${b}${c}${region}${after}`)).toContain('[номер машины скрыт]');
        },
      ),
    );
  });
});

describe('masking', () => {
  test('takes any text, spans are in order and inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        let last = 0;
        for (const { from, to } of maskPersonalData(text).spans) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('is done once: a masked text is left as it is', () => {
    fc.assert(
      fc.property(phone, anyPerson, (number, person) => {
        const once = mask(`${person.surname} ${person.given} ${person.patronymic}, ${number}, кв. 5`);
        expect(mask(once)).toBe(once);
      }),
    );
  });

  test('streets called after people keep their names', () => {
    const kinds = fc.constantFrom('ул.', 'улица', 'на улице', 'пр.', 'проспект', 'пер.', 'площадь', 'наб.');
    const given = fc.constantFrom(...menNames.filter((name) => /[бвгдзклмнрстфх]$/.test(name)));
    const surname = fc.constantFrom(
      'Белов',
      'Иванов',
      'Кузнецов',
      'Шубин',
      'Петровский',
      'Тарасенко',
      'Абрамян',
    );
    const house = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(kinds, given, surname, house, around, (kind, first, last, number, [before, after]) => {
        fc.pre(!/^(?:Лев|Павел|Петр)$/.test(first));
        const street = `${kind} ${givenInCase(first, 'genitive')} ${surnameInCase(last, 'genitive')}, д. ${number}`;
        expect(mask(`${before}${street}${after}`)).toContain(street);
      }),
    );
  });

  test('numbers of houses, dates, sums and papers stay', () => {
    const number = fc.integer({ min: 1, max: 999 });
    const said = fc.constantFrom<(n: number) => string>(
      (n) => `дом ${n}, корпус 2`,
      (n) => `заявка № ${n}${n}${n}`,
      (n) => `обращение ${1000000 + n} от 12.03.2021`,
      (n) => `с 01.01.2021 по 1${n % 10}.03.2021`,
      (n) => `с ${(n % 10) + 10}:00 до ${(n % 3) + 20}-30`,
      (n) => `сумма ${n} 500 рублей 00 копеек`,
      (n) => `автобус № ${n}`,
      (n) => `${n} кв. м`,
      (n) => `дом на ${n} квартир`,
      (n) => `площадью ${n},5 га`,
    );
    fc.assert(
      fc.property(number, said, around, (n, say, [before, after]) => {
        const text = `${before}${say(n)}${after}`;
        expect(mask(text)).toBe(text);
      }),
    );
  });
});
