import { GAP, ofPaper, runsOf } from './personal-shape.ts';
import type { Shape } from './personal-shape.ts';

const SEP = '[\\s().\\-–—‑−_/*]';
/** A digit that begins no date: «т. 2221133 05.02.2021». */
const DIGIT = '(?!\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d)\\d';
const isDate = /^\s*(?:0?[1-9]|[12]\d|3[01])[. ]{1,2}(?:0?[1-9]|1[0-2])[. ]{1,2}(?:19|20)?\d{2}(?!\d)/;

const phoneCue =
  /(?<![а-яё])(?:тел|телефон[а-яё]{0,3}|моб|мобильн[а-яё]{1,3}|сотов[а-яё]{1,3}|звон[а-яё]{1,6}|позвон[а-яё]{1,5}|перезвон[а-яё]{1,5}|набер[а-яё]{1,4}|связ[а-яё]{1,4}|контакт[а-яё]{0,6}|мой номер|по номеру|с номера|на номер|whats ?app|ватсап[а-яё]?|вацап|вотсап|вайбер[а-яё]?|viber|смс|sms|т(?=[.:])|tel|phone)(?:\.|:)?[^\d\n.!?]{0,14}(?:[\d+][\d ()+-]{4,18}(?: и|,|;| или){1,2} ?)?$/i;
/** Lines that organisations publish, right before a landline. */
const ofOrganisation =
  /(?<![а-яё])(?:горяч[а-яё]{2} лини[а-яё]|диспетчер[а-яё]{0,8}|аварийн[а-яё]{2,3}(?: служб[а-яё]| бригад[а-яё])?|при[её]мн[а-яё]{2,3}|регистратур[а-яё]|справочн[а-яё]{2,3}|колл?-?центр[а-яё]?|call-?cent(?:er|re)|дежурн[а-яё]{2,3}(?: част[а-яё])?|един[а-яё]{2,3} номер[а-яё]?|поликлиник[а-яё]|мфц|жэс|жэк|жкс|тсж|водоканал[а-яё]?|администраци[а-яё]|ук(?![а-яё]))(?:тел\.|[^\d\n.!?]){0,25}$/i;
const ofPerson =
  /(?<![а-яё])(?:мой|моя|моего|мне|меня|личн[а-яё]+|домашн[а-яё]+|сотов[а-яё]+|мобильн[а-яё]+)(?![а-яё])/i;

const isLandlineOfOrganisation = (digits: string, before: string): boolean => {
  const local = digits.length > 10 ? digits.slice(1) : digits;
  return (
    !(local.length === 10 && local.startsWith('9')) && ofOrganisation.test(before) && !ofPerson.test(before)
  );
};
/** 8-800 belongs to organisations only. */
const isFree = (digits: string): boolean => /^[78]?80[0-9]/.test(digits) && /^[78]?80[04]\d{7}$/.test(digits);
/** «7/8/9/11» lists floors: parts of a telephone divided by strokes are longer. */
const isListing = (found: string): boolean => /[/*]/.test(found) && !/\d{3}/.test(found);
/** «заявку 89123456789, перезвоните»: eleven digits of a mobile are no number of a paper unless it is said to be one. */
const isMobile = (digits: string, before: string): boolean =>
  /^[78]9\d{9}$/.test(digits) && !/(?:№|номер[а-я]{0,2}|n) ?$/i.test(before);
const isPhone = (digits: string, before: string, found: string): boolean =>
  !isFree(digits) &&
  (isMobile(digits, before) || !ofPaper.test(before)) &&
  !isListing(found) &&
  !/8[ (-]{0,3}80[04][ )-]{0,3}$/.test(before) &&
  !/\d[.,:]$/.test(before) &&
  !isLandlineOfOrganisation(digits, before);

/**
 * How telephones are cut: «8•912•345•67•89», «8912,345,67,89», «8 4712 50 12 34». Lists of houses are cut otherwise:
 * «8, 9, 12, 34».
 */
const cutAsPhone =
  /^(?:1?(?:3322|334|37|3232|3223|322111|4222|433|4321|46|5122|523|532|55)|4322|434|47|43211|\+|1\+|2322|2+322)$/;
const isCutAsPhone = (found: string): boolean => {
  const runs = runsOf(found);
  if (cutAsPhone.test(runs)) return true;
  // Each digit apart, and by no comma: those list.
  return /^1{10,11}$/.test(runs) && !/[,;]/.test(found);
};
const isOddPhone = (digits: string, before: string, found: string): boolean =>
  isCutAsPhone(found) && isPhone(digits, before, found);

/** Said between the parts of a number: «8 912 тире 345, дальше 67 89». */
const SAID =
  '[\\s(),.:;–-]{0,4}(?:(?:тире|дефис|минус|пробел|код|потом|дальше|далее|затем|точка|скобка|еще|ещё|там|ну|а|и)(?![а-яё])[\\s(),.:;–-]{1,4}){0,2}';
/** Whether folded text has a word of these at all. */
export const hasSaidParts = /тире|дефис|минус|пробел|код|потом|дальше|далее|затем|точка|скобка|еще/;
export const saidPhone: Shape = {
  kind: 'phone',
  pattern: new RegExp(`(?<!\\d)(?:\\+ ?7|[78])${SAID}[3489](?:${SAID}\\d){9}(?!\\d)`, 'gi'),
  accepts: (digits, before, found) =>
    /[а-яё]/i.test(found) && /\d{2}/.test(found) && isPhone(digits, before, found),
};

/** Telephones in digits. */
export const phoneShapes: readonly Shape[] = [
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![\\d+])(?:\\+ ?7|8|7)${SEP}{0,4}[3489](?:${SEP}{0,3}${DIGIT}){9}(?!\\d)`, 'g'),
    accepts: isPhone,
  },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<!\\d)\\+ ?[1-9]\\d{0,2}(?:${SEP}{0,3}\\d){7,12}(?!\\d)`, 'g'),
    accepts: isPhone,
  },
  { kind: 'phone', pattern: /(?<![\d:.,#№-])00 ?[1-9](?:[ ()-]{0,2}\d){9,13}(?!\d|\.\d)/g, accepts: isPhone },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![\\d№#])\\(?9\\d{2}(?:${SEP}{0,3}\\d){7}(?!\\d)`, 'g'),
    accepts: isPhone,
  },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![\\p{L}\\d])(?:\\+ ?)?[78]${GAP}[3489](?:${GAP}\\d){9}(?!\\d)`, 'gu'),
    accepts: isOddPhone,
  },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![\\p{L}\\d№#])9(?:${GAP}\\d){9}(?!\\d)`, 'gu'),
    accepts: (digits, before, found) => !/[,;] /.test(found) && isOddPhone(digits, before, found),
  },
  { kind: 'phone', pattern: /\(\d{3,5}\)[\s-]{0,2}\d{1,3}(?:[\s\-–]?\d{2}){1,3}(?!\d)/g, accepts: isPhone },
  { kind: 'phone', pattern: /(?<![\d\-–№#])\d{3}[-–‑]\d{2}[-–‑]\d{2}(?![\d\-–])/g, accepts: isPhone },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<!\\d)\\d(?:[\\s\\-–‑().]{0,2}${DIGIT}){4,11}(?!\\d)`, 'g'),
    accepts: (digits, before, found) =>
      !isDate.test(found) &&
      phoneCue.test(before) &&
      isPhone(digits, before, found) &&
      !/^(?:19|20)\d\d[ .-]/.test(found),
  },
];
