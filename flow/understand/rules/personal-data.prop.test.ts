import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { maskPersonalData } from './personal-data.ts';

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
  .map(([country, first, rest, shape]) => {
    const all = `${first}${rest}`;
    let at = 0;
    return shape.replace('#', country).replace(/#/g, () => all[at++] ?? '');
  });

const surnames = fc.constantFrom(
  'Иванов',
  'Петренко',
  'Сидорчук',
  'Кузнецов',
  'Гоголь',
  'Ким',
  'Мороз',
  'Чернышевский',
  'Абрамян',
  'Долгих',
);
const given = fc.constantFrom('Иван', 'Пётр', 'Алексей', 'Рустам', 'Илья', 'Фёдор', 'Ян');
const patronymics = fc.constantFrom(
  'Иванович',
  'Петрович',
  'Алексеевич',
  'Рустамович',
  'Ильич',
  'Фёдорович',
  'Кузьмич',
  'Львович',
);
const womenPatronymics = fc.constantFrom(
  'Ивановна',
  'Петровне',
  'Алексеевну',
  'Ильинична',
  'Никитичной',
  'Львовны',
);

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

  test('a full name in any order and case', () => {
    const orders = fc.constantFrom('С И О', 'И О С', 'И О', 'С И. О.', 'С И.О.', 'И.О. С', 'И. О. С');
    fc.assert(
      fc.property(
        surnames,
        given,
        patronymics,
        orders,
        fc.boolean(),
        around,
        (last, first, middle, order, loud, [before, after]) => {
          const initials = order.includes('.');
          const name = order
            .replace('С', () => '\u0001')
            .replace('И', () => (initials ? (first[0] ?? '') : first))
            .replace('О', () => (initials ? (middle[0] ?? '') : middle))
            .replace('\u0001', last);
          const written = loud ? name.toUpperCase() : name;
          const masked = mask(`${before}${written}${after}`).toLowerCase();
          for (const part of order === 'И О' ? [first, middle] : initials ? [last] : [last, first, middle]) {
            const left = masked.replace(before.toLowerCase(), '').replace(after.toLowerCase(), '');
            expect(left).not.toContain(part.toLowerCase());
          }
        },
      ),
    );
  });

  test("a woman's patronymic in any case of grammar", () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Марии', 'Анна', 'Ольгу', 'Светланой'),
        womenPatronymics,
        around,
        (first, middle, [before, after]) => {
          const masked = mask(`${before}${first} ${middle}${after}`);
          expect(masked).not.toContain(middle);
          expect(masked).toContain('[имя скрыто]');
        },
      ),
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
      fc.property(phone, given, patronymics, surnames, (number, first, middle, last) => {
        const once = mask(`${last} ${first} ${middle}, ${number}, кв. 5`);
        expect(mask(once)).toBe(once);
      }),
    );
  });

  test('streets keep their names', () => {
    const street = fc.constantFrom(
      'ул. Петра Алексеева',
      'улица Веры Слуцкой',
      'пр. Александра Невского',
      'пер. Ивана Франко',
      'улица Партизана Германа',
      'ул. Софьи Ковалевской',
    );
    fc.assert(
      fc.property(street, fc.integer({ min: 1, max: 300 }), around, (name, house, [before, after]) => {
        expect(mask(`${before}${name}, д. ${house}${after}`)).toContain(`${name}, д. ${house}`);
      }),
    );
  });
});
