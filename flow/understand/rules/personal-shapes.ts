import { isCardNumber, isOrganisationNumber, isPersonalInn, isSnils } from './personal-numbers.ts';
import { GAP, ofPaper, says } from './personal-shape.ts';
import type { Shape } from './personal-shape.ts';

const plateLetter = '[авекмнорстухabekmhopctyx]';

/** Five digits near each other, without which no long number is there. */
export const longNumber = /(?:\d[^\p{L}\d]{0,6}){4}\d/u;

/** All patterns are bounded, so that a text of any length takes time in proportion to it. */
export const longShapes: readonly Shape[] = [
  {
    kind: 'account',
    pattern: /(?<!\d)(?:408(?:17|20)|423\d\d|426\d\d)(?:[ .-]?\d){15}(?!\d)/g,
  },
  {
    kind: 'account',
    pattern: /(?<!\d)\d(?:[ -]?\d){4,14}(?!\d)/g,
    accepts: says(
      /(?:лицев[а-яё]{2,3}(?: сч[её]т[а-яё]{0,2})?|(?<![а-яё])л ?[/\\] ?с(?:ч[её]т[а-яё]?)?|номер[а-я]? абонента|абонентск[а-яё]{2,3} (?:номер|сч[её]т)[а-яё]?)[^\d\n]{0,6}$/i,
    ),
  },
  {
    kind: 'card',
    pattern: /(?<![\d.,])[2-6](?:[ \-–‑]?\d){12,18}(?![\d])/g,
    accepts: (digits, before) =>
      !ofPaper.test(before) && !isOrganisationNumber(digits) && isCardNumber(digits),
  },
  {
    kind: 'card',
    pattern: new RegExp(`(?<![\\d.,])[2-6]\\d{3}(?:${GAP}\\d{4}){3}(?!\\d)`, 'gu'),
    accepts: (digits, before, found, after) =>
      !ofPaper.test(before) &&
      !isOrganisationNumber(digits) &&
      (/карт|сбер|перевод|перевед/i.test(before + after) ||
        /^\d{4}([^\d/,]{1,3})\d{4}\1\d{4}\1\d{4}$/.test(found)),
  },
  {
    kind: 'policy',
    pattern: new RegExp(`(?<!\\d)\\d(?:${GAP}\\d){15}(?!\\d)`, 'gu'),
    accepts: says(/полис|(?<![а-яё])омс(?![а-яё])|(?<![а-яё])енп(?![а-яё])/i),
  },
  { kind: 'snils', pattern: /(?<![\d-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\d-])/g },
  {
    kind: 'snils',
    pattern: new RegExp(`(?<!\\d)\\d{3}${GAP}\\d{3}${GAP}\\d{3}${GAP}\\d{2}(?!\\d)`, 'gu'),
    accepts: (digits, before, found) =>
      /снилс|страхов|пенсионн[а-яё]+ свидет/i.test(before) ||
      (isSnils(digits) && !/^[78][3489]/.test(digits) && /^[\d .–-]+$/.test(found)),
  },
  {
    kind: 'inn',
    pattern: /(?<!\d)\d{12}(?!\d)|(?<!\d)\d{4}(?: \d{2}){4}(?!\d)/g,
    accepts: (digits, before) => isPersonalInn(digits) || /инн/i.test(before),
  },
  {
    kind: 'inn',
    pattern: new RegExp(`(?<!\\d)\\d(?:${GAP}\\d){11}(?!\\d)`, 'gu'),
    // Ten digits are an organisation's and public.
    accepts: (_, before, found) =>
      !/^\d{10}(?!\d)/.test(found) && /(?<![а-яё])инн[^\d\n]{0,12}$/i.test(before),
  },
  {
    kind: 'passport',
    pattern: new RegExp(
      `(?<!\\d)\\d{2}${GAP}\\d{2}${GAP}(?:(?:№|n|no|номер|и)${GAP}){0,2}(?:\\d{6}|\\d{3}${GAP}\\d{3})(?!\\d)`,
      'giu',
    ),
    accepts: says(/пасп|сери[яию]|удостоверени[а-яё]{1,2} личности/i),
  },
  {
    kind: 'passport',
    pattern: /(?<![\d-])\d{4} (?:№ ?|n ?)?\d{6}(?![\d-])/gi,
    accepts: (_, before) => !ofPaper.test(before),
  },
  { kind: 'passport', pattern: /(?<![\d.,-])\d{2} \d{2} (?:№ ?)?\d{6}(?![\d-])/g },
  {
    kind: 'passport',
    pattern: /(?<!\d)\d{2} ?(?:№ ?)?\d{7}(?!\d)/g,
    accepts: says(/загран[а-яё ]{0,20}[^\d\n]{0,14}$/i),
  },
  {
    kind: 'passport',
    pattern: /(?<!\d)\d{3}[- ]\d{3}(?!\d)/g,
    accepts: says(/код[а-яё]{0,2} подразделени[а-яё][^\d\n]{0,4}$|(?<![а-яё])к ?\/ ?п[^\d\n]{0,3}$/i),
  },
];

/** A licence, a certificate: its number after its name. */
export const namedDocument: Shape = {
  kind: 'document',
  pattern:
    /(?<![\dа-яё])(?:\d{2} ?[а-яё]{2}|\d{2} ?\d{2}|[ivx]{1,5} ?- ?[а-яё]{2}|[а-яё]{2}|[а-яё]{3})?[ ,-]{0,2}(?:№|n|номер)? ?\d{6,7}(?!\d)/gi,
  accepts: says(
    /(?:водительск[а-яё]{2,3} (?:удостоверени[а-яё]{1,2}|прав[а-яё]{0,2})|(?<![а-яё])в ?[/\\] ?у(?![а-яё])|(?<![а-яё])ву(?![а-яё])|(?<![а-яё])прав[аы] (?:№|сери)|свидетельств[а-яё]{0,2} о (?:рождени|брак|смерт|регистраци)[а-яё]{1,2}|военн[а-яё]{2,3} билет[а-яё]{0,2}|(?<![а-яё])(?:стс|птс)(?![а-яё])|удостоверени[а-яё]{1,2} (?:ветеран|инвалид|многодетн|пенсион|участник)[а-яё]{0,4}|(?<![а-яё])справк[а-яё] мсэ|(?<![а-яё])больничн[а-яё]{2,3} лист[а-яё]{0,2})[^\d\n]{0,24}$/i,
  ),
};

/** Dates of birth. */
export const birthShapes: readonly Shape[] = [
  {
    kind: 'birth_date',
    pattern:
      /(?<!\d)(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)?|19|20)\d{2}(?!\d)(?=,?\s{0,2}(?:г(?:\. ?| )р(?![а-яё])|года? рожд|г\. ?рожд|рожд))/gi,
  },
  {
    kind: 'birth_date',
    pattern:
      /(?<!\d)\d{1,2} (?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]{1,2} (?:19|20)\d{2}(?!\d)(?=,?\s{0,2}(?:г(?:\. ?| )р(?![а-яё])|года? рожд|г\. ?рожд|рожд))/gi,
  },
  {
    kind: 'birth_date',
    pattern:
      /(?<!\d)\d{1,2}(?:[./-]| (?=[а-яё]))(?:\d{1,2}|(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]{1,2})[./ -](?:19|20)?\d{2}(?!\d)/gi,
    accepts: says(/рожд[а-яё]{0,6}[^\d\n]{0,6}$|родил[а-яё]{1,3}[^\d\n]{0,6}$|д\.? ?р\.? ?:? ?$/i),
  },
];

/** Car plates. */
export const plateShapes: readonly Shape[] = [
  {
    kind: 'plate',
    pattern: new RegExp(
      `(?<![а-яёa-z\\d])${plateLetter}-?\\d{3}-?${plateLetter}{2}(?:[ -]?\\d{2,3}(?!\\d))?(?: ?rus)?(?![а-яёa-z])`,
      'gi',
    ),
  },
  {
    kind: 'plate',
    pattern:
      /(?<![А-ЯЁA-Zа-яё\d])[АВЕКМНОРСТУХABEKMHOPCTYX][ -]?\d{3}[ -]?[АВЕКМНОРСТУХABEKMHOPCTYX]{2}(?:[ -]?\d{2,3}(?!\d))?(?: ?rus)?(?![А-ЯЁA-Zа-яё])/g,
  },
  {
    kind: 'plate',
    pattern: /(?<![а-яёa-z\d])[а-яa-z]{0,2} ?\d{3,4}[ -]?[а-яa-z]{0,2}[ -]?\d{0,3}(?![а-яёa-z\d])/gi,
    accepts: (_, before, found) =>
      /[а-яa-z]/i.test(found) &&
      /(?:г\/н|гос\.? ?номер[а-я]{0,2}|госномер[а-я]{0,2}|(?:номер[а-я]{0,2} )?(?:машин[а-я]|авто[а-я]{0,8})(?: с)?(?: номер[а-я]{0,3})?|рег\.? ?знак[а-я]{0,2})[^\dа-я\n]{0,4}$/i.test(
        before,
      ),
  },
];

/** «ИвановИ.И.»: a name and its initials without a space. */
export const grownTogether: Shape = {
  kind: 'name',
  pattern: /(?<![А-ЯЁа-яё])[А-ЯЁ][а-яё]{2,20}[А-ЯЁ]\. ?[А-ЯЁ](?:\.|(?![А-ЯЁа-яё]))/g,
};
const numeral =
  '(?:ноль|ноля|один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|[а-я]{2,6}надцать|двадцать|тридцать|сорок|[а-я]{4,6}десят|девяносто|сто|двести|триста|четыреста|[а-я]{4,6}сот)';
/** Telephones said in words; read in folded text. */
export const spelledPhones: readonly Shape[] = [
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![а-яё])(?:плюс |\\+ ?)?${numeral}(?:[ ,()-]{1,4}${numeral}){5,13}(?![а-яё])`,
      'gi',
    ),
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![а-яё\\d])(?:плюс |\\+ ?)?(?:8|7|восемь|семь)[ ,()-]{1,4}${numeral}(?:[ ,()-]{1,4}(?:${numeral}|\\d{1,3})){3,12}(?![а-яё\\d])`,
      'gi',
    ),
  },
];
