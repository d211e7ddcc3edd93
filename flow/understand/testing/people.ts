import fc from 'fast-check';

import { menNames, womenNames } from '../rules/personal-name-table.ts';

/** An invented person; all parts stand in one case of grammar. */
export interface Person {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
}

export const grammarCases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental'] as const;
export type GrammarCase = (typeof grammarCases)[number];

const roots =
  'Иван Петр Сидор Кузнец Смирн Попон Лебед Козл Новик Мороз Волк Солов Васил Зайц Павл Семен Голуб Виноград Богдан Воробь Федор Михайл Беля Тарас Белозер Куликан Гаврил Абдул Магомед Хасан Гусейн Алекс Фролк Журавл Рябк Сукин Ершик Лапт Колобан Дрозд Шубин Жданк Тимоф Кондрат Селезн Бабан'.split(
    ' ',
  );
const endings: readonly (readonly [man: string, woman: string])[] = [
  ['ов', 'ова'],
  ['ев', 'ева'],
  ['ин', 'ина'],
  ['овский', 'овская'],
  ['енко', 'енко'],
  ['чук', 'чук'],
  ['ян', 'ян'],
  ['швили', 'швили'],
];
const caseEndings: Readonly<
  Record<'surname_man' | 'surname_woman' | 'adjective_man' | 'adjective_woman', string>
> = {
  surname_man: ' а у а ым',
  surname_woman: 'а ой ой у ой',
  adjective_man: 'ий ого ому ого им',
  adjective_woman: 'ая ой ой ую ой',
};
const endingIn = (kind: keyof typeof caseEndings, form: GrammarCase): string =>
  caseEndings[kind].split(' ')[grammarCases.indexOf(form)] ?? '';

/** A made surname in a case of grammar. */
export function surnameInCase(name: string, form: GrammarCase): string {
  if (/(?:ов|ев|ин)$/.test(name)) return name + endingIn('surname_man', form);
  if (/(?:ова|ева)$/.test(name) || /[а-я]{3}ина$/.test(name))
    return name.slice(0, -1) + endingIn('surname_woman', form);
  if (name.endsWith('ский')) return name.slice(0, -2) + endingIn('adjective_man', form);
  if (name.endsWith('ская')) return name.slice(0, -2) + endingIn('adjective_woman', form);
  return givenInCase(name, form);
}

/** A name of the table in a case of grammar. */
export function givenInCase(name: string, form: GrammarCase): string {
  const at = grammarCases.indexOf(form);
  const pick = (list: string): string => list.split(' ')[at] ?? '';
  if (/(?:ко|швили|о|е|и|у|ю|ы)$/.test(name)) return name;
  if (name.endsWith('ия')) return name.slice(0, -1) + pick('я и и ю ей');
  if (name.endsWith('я')) return name.slice(0, -1) + pick('я и е ю ей');
  if (/[гкхжчшщ]а$/.test(name)) return name.slice(0, -1) + pick('а и е у ой');
  if (name.endsWith('а')) return name.slice(0, -1) + pick('а ы е у ой');
  if (/[йь]$/.test(name)) return name.slice(0, -1) + pick(`${name.at(-1) ?? ''} я ю я ем`);
  return name + pick(' а у а ом');
}

function patronymicOf(father: string, isWoman: boolean, form: GrammarCase): string {
  const root = /[йь]$/.test(father) ? father.slice(0, -1).replace(/и$/, 'ь') + 'е' : `${father}о`;
  const at = grammarCases.indexOf(form);
  return isWoman
    ? `${root}вн${'а ы е у ой'.split(' ')[at] ?? ''}`
    : `${root}вич${' а у а ем'.split(' ')[at] ?? ''}`;
}

const fathers = menNames.filter(
  (name) => /[бвгдзклмнпрстфхйж]$/.test(name) && !/^(?:Лев|Павел|Петр)$/.test(name),
);
const men = menNames.filter((name) => !/^(?:Лев|Павел|Петр)$/.test(name) && name.length > 3);
const women = womenNames.filter((name) => /[ая]$/.test(name) && name.length > 3);

/** People of made surnames, in any case of grammar. */
export const anyPerson: fc.Arbitrary<Person> = fc
  .tuple(
    fc.boolean(),
    fc.constantFrom(...roots),
    fc.constantFrom(...endings),
    fc.boolean(),
    fc.constantFrom(...men),
    fc.constantFrom(...women),
    fc.constantFrom(...fathers),
    fc.constantFrom(...grammarCases),
  )
  .map(([isWoman, root, [man, woman], isDouble, his, her, father, form]) => {
    const surname = surnameInCase(root + (isWoman ? woman : man), form);
    return {
      surname: isDouble ? `${surnameInCase(isWoman ? 'Белова' : 'Белов', form)}-${surname}` : surname,
      given: givenInCase(isWoman ? her : his, form),
      patronymic: patronymicOf(father, isWoman, form),
    };
  });

/** Orders people write names in, with the parts that must be hidden. */
export const writtenNames: readonly {
  readonly parts: readonly (keyof Person)[];
  readonly write: (person: Person) => string;
}[] = [
  { parts: ['surname', 'given', 'patronymic'], write: (p) => `${p.surname} ${p.given} ${p.patronymic}` },
  { parts: ['surname', 'given', 'patronymic'], write: (p) => `${p.given} ${p.patronymic} ${p.surname}` },
  { parts: ['given', 'patronymic'], write: (p) => `${p.given} ${p.patronymic}` },
  { parts: ['surname', 'given'], write: (p) => `${p.surname} ${p.given}` },
  { parts: ['surname', 'given'], write: (p) => `${p.given} ${p.surname}` },
  { parts: ['surname'], write: (p) => `${p.surname} ${p.given[0] ?? ''}.${p.patronymic[0] ?? ''}.` },
  { parts: ['surname'], write: (p) => `${p.surname} ${p.given[0] ?? ''}. ${p.patronymic[0] ?? ''}.` },
  { parts: ['surname'], write: (p) => `${p.given[0] ?? ''}.${p.patronymic[0] ?? ''}. ${p.surname}` },
  { parts: ['surname'], write: (p) => `${p.given[0] ?? ''}. ${p.patronymic[0] ?? ''}. ${p.surname}` },
];
