import { findNames } from './name-spans.ts';
import { isCardNumber, isPersonalInn, isSnils } from './personal-numbers.ts';
import { readWords } from './words.ts';
import type { Words } from './words.ts';

/** Kinds of personal data, in the order in which overlapping finds win. */
export const personalKinds = [
  'email',
  'profile',
  'card',
  'account',
  'snils',
  'inn',
  'passport',
  'policy',
  'phone',
  'birth_date',
  'plate',
  'flat',
  'name',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

export interface PersonalSpan {
  readonly kind: PersonalKind;
  /** Half-open range of characters of the unmasked text. */
  readonly from: number;
  readonly to: number;
}

export interface MaskedText {
  readonly text: string;
  readonly spans: readonly PersonalSpan[];
}

/** What stands in the masked text instead. */
export const maskOf: Readonly<Record<PersonalKind, string>> = {
  email: '[почта скрыта]',
  profile: '[страница скрыта]',
  card: '[карта скрыта]',
  account: '[счёт скрыт]',
  snils: '[СНИЛС скрыт]',
  inn: '[ИНН скрыт]',
  passport: '[паспорт скрыт]',
  policy: '[полис скрыт]',
  phone: '[телефон скрыт]',
  birth_date: '[дата рождения скрыта]',
  plate: '[номер машины скрыт]',
  flat: '[квартира скрыта]',
  name: '[имя скрыто]',
};

interface Shape {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  /** Whether what is found is what it seems; digits are given alone. */
  readonly accepts?: (digits: string, before: string, found: string) => boolean;
}

const SEP = '[\\s().\\-–—]';
const says = (words: RegExp) => (_: string, before: string) => words.test(before);
const isDate = /^\s*\d{1,2}[. ]{1,2}\d{1,2}[. ]{1,2}(?:19|20)?\d{2}(?!\d)/;
const plateLetter = '[авекмнорстухabekmhopctyx]';

/** All patterns are bounded, so that a text of any length takes time in proportion to it. */
const numberShapes: readonly Shape[] = [
  { kind: 'account', pattern: /(?<!\d)(?:408|423)\d{17}(?!\d)/g },
  {
    kind: 'card',
    pattern: /(?<!\d)\d(?:[ \-–]?\d){12,18}(?!\d)/g,
    accepts: (digits, before) => isCardNumber(digits) || (digits.length === 16 && /карт/i.test(before)),
  },
  { kind: 'policy', pattern: /(?<!\d)\d{4}(?: ?\d{4}){3}(?!\d)/g, accepts: says(/полис|омс/i) },
  {
    kind: 'snils',
    pattern: /(?<!\d)\d{3}[ \-–]?\d{3}[ \-–]?\d{3}[ \-–]?\d{2}(?!\d)/g,
    accepts: (digits, before) =>
      /снилс|страхов/i.test(before) || (isSnils(digits) && !/^[78][3489]/.test(digits)),
  },
  {
    kind: 'inn',
    pattern: /(?<!\d)\d{12}(?!\d)/g,
    accepts: (digits, before) => isPersonalInn(digits) || /инн/i.test(before),
  },
  {
    kind: 'passport',
    pattern: /(?<!\d)\d{2} ?\d{2}(?: |, ?| ?(?:№|n|номер) ?){0,2}\d{6}(?!\d)/gi,
    accepts: (_, before) => /пасп|серия|серии/i.test(before),
  },
  { kind: 'passport', pattern: /(?<![\d-])\d{4} (?:№ ?)?\d{6}(?![\d-])/g },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![\\d+])(?:\\+ ?7|8|7)${SEP}{0,4}[3489](?:${SEP}{0,3}\\d){9}(?!\\d)`, 'g'),
  },
  { kind: 'phone', pattern: new RegExp(`(?<!\\d)\\+ ?\\d{1,3}(?:${SEP}{0,3}\\d){8,12}(?!\\d)`, 'g') },
  { kind: 'phone', pattern: new RegExp(`(?<![\\d№#])\\(?9\\d{2}(?:${SEP}{0,3}\\d){7}(?!\\d)`, 'g') },
  { kind: 'phone', pattern: /\(\d{3,5}\)[\s-]{0,2}\d{1,3}(?:[\s\-–]?\d{2}){1,3}(?!\d)/g },
  { kind: 'phone', pattern: /(?<![\d\-–№#])\d{3}[-–]\d{2}[-–]\d{2}(?![\d\-–])/g },
  {
    kind: 'phone',
    pattern: /(?<!\d)\d(?:[\s\-–().]{0,2}\d){4,11}(?!\d)/g,
    accepts: (_, before, found) =>
      !isDate.test(found) &&
      /(?<![а-яё])(?:тел|телефон[а-я]{0,3}|моб|сотов[а-я]{1,3}|звон[а-я]{1,6}|перезвон[а-я]{1,5}|whatsapp|ватсап[а-я]?|вотсап|вайбер|viber|т\.)[^\d\n]{0,12}$/i.test(
        before,
      ),
  },
  {
    kind: 'birth_date',
    pattern:
      /(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}(?!\d)(?=\s{0,2}(?:г\.? ?р\.?(?![а-яё])|года рожд))/gi,
  },
  {
    kind: 'birth_date',
    pattern: /(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}(?!\d)/g,
    accepts: says(/рожд[а-я]{0,6}[^\d\n]{0,6}$|родил[а-я]{2,3}[^\d\n]{0,6}$|д\.р\.? ?$/i),
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `(?<![а-яёa-z\\d])${plateLetter}\\d{3}${plateLetter}{2}(?: ?\\d{2,3}(?!\\d))?(?:rus)?(?![а-яёa-z])`,
      'gi',
    ),
  },
  {
    kind: 'plate',
    pattern:
      /(?<![А-ЯЁA-Zа-яё\d])[АВЕКМНОРСТУХABEKMHOPCTYX] \d{3} ?[АВЕКМНОРСТУХABEKMHOPCTYX]{2}(?: ?\d{2,3}(?!\d))?(?![А-ЯЁA-Zа-яё])/g,
  },
  {
    kind: 'plate',
    pattern: /(?<![а-яёa-z\d])[а-яa-z]{0,2} ?\d{3,4} ?[а-яa-z]{0,2} ?\d{0,3}(?![а-яёa-z\d])/gi,
    accepts: says(
      /(?:г\/н|гос\.? ?номер[а-я]{0,2}|госномер[а-я]{0,2}|номер[а-я]{0,2} (?:машин[а-я]|авто[а-я]{0,8}))[^\dа-я\n]{0,4}$/i,
    ),
  },
  {
    kind: 'flat',
    pattern:
      /(?<![а-яё])(?:кв|кварт|квартир[а-яё]{0,3}|комнат[а-яё]{1,3}|комн)(?![а-яё])\.?[ :]{0,2}(?:№|n|#|номер)? ?\d{1,4}(?:(?: ?[-–—,/] ?| и )\d{1,4}(?!\d)){0,6}(?:-?[а-яё](?![а-яё]))?/gi,
  },
  {
    kind: 'flat',
    pattern:
      /(?<![\d.,])№? ?\d{1,4}(?: ?-?(?:я|й|ой|ю|ую|е))? ?(?:кв(?:артир(?:а|е|у|ой|ою))?)(?![а-яё]|\.? ?№? ?\d)(?!\.? ?м(?:етр|[²2. )]|$))/gi,
  },
];

const email = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,4}\.\p{L}{2,24}/gu;
const profile =
  /(?:https?:\/\/)?(?:m\.)?(?:vk\.com|vk\.ru|vkontakte\.ru|ok\.ru|t\.me|instagram\.com|facebook\.com)\/[\w./?=&%-]{1,200}|(?<![\w@./])@[a-z][\w.]{3,31}/gi;
const numeral =
  '(?:ноль|ноля|один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|[а-я]{2,6}надцать|двадцать|тридцать|сорок|[а-я]{4,6}десят|девяносто|сто|двести|триста|четыреста|[а-я]{4,6}сот)';
const spelledPhone = new RegExp(
  `(?<![а-яё])(?:плюс )?${numeral}(?:[ ,-]{1,3}${numeral}){5,13}(?![а-яё])`,
  'gi',
);

/**
 * Hides what names a person: phones however written, e-mails, cards, documents, flats, car plates,
 * full names. Streets called after people and organisations stay. Prefers to hide too much of a
 * doubtful number rather than to leak; single given names and surnames without a title stay.
 *
 * @param words of the same text, where they are at hand
 */
export function maskPersonalData(text: string, words: Words = readWords(text)): MaskedText {
  const spans: PersonalSpan[] = [];
  if (text.includes('@')) collect(spans, text, { kind: 'email', pattern: email });
  if (/\.(?:com|ru|me)\/|@/i.test(text)) collect(spans, text, { kind: 'profile', pattern: profile });
  if (/\d/.test(text)) for (const shape of numberShapes) collect(spans, text, shape);
  if (/дцать|десят|сот/.test(words.folded))
    collect(spans, words.folded, { kind: 'phone', pattern: spelledPhone });
  for (const { from, to } of findNames(words)) spans.push({ kind: 'name', from, to });
  if (spans.length === 0) return { text, spans };
  const kept = withoutOverlaps(spans);
  let masked = '';
  let at = 0;
  for (const { kind, from, to } of kept) {
    masked += text.slice(at, from) + maskOf[kind];
    at = to;
  }
  return { text: masked + text.slice(at), spans: kept };
}

function collect(spans: PersonalSpan[], text: string, { kind, pattern, accepts }: Shape): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [found] = match;
    const from = match.index + (found.length - found.trimStart().length);
    const isRight =
      accepts === undefined ||
      accepts(found.replace(/\D/g, ''), text.slice(Math.max(0, from - 40), from), found);
    if (isRight) spans.push({ kind, from, to: match.index + found.trimEnd().length });
    else pattern.lastIndex = match.index + 1;
  }
}

/** Spans in order, overlapping ones joined under the kind that comes first in the list of kinds. */
function withoutOverlaps(spans: readonly PersonalSpan[]): PersonalSpan[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: PersonalSpan[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last === undefined || span.from >= last.to) {
      kept.push(span);
      continue;
    }
    const kind = personalKinds.indexOf(span.kind) < personalKinds.indexOf(last.kind) ? span.kind : last.kind;
    kept[kept.length - 1] = { kind, from: last.from, to: Math.max(last.to, span.to) };
  }
  return kept;
}
