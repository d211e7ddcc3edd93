import {
  CLEAR_GIVEN,
  CLEAR_PATRONYMIC,
  GIVEN,
  MAYBE_SURNAME,
  NAMES_PERSON,
  nameTraits,
  NOMINATIVE,
  OGLY,
  PATRONYMIC,
  SURNAME,
  TELLS_NAME,
} from './person-names.ts';
import { neverAsked, notInitials, notNames, postscript, shortened } from './not-names.ts';
import { isHouseAfter, isInOffice, isPlaceName } from './personal-name-context.ts';
import { ordinaryWords } from './personal-name-table.ts';

import type { TextRange } from './personal-shape.ts';
import type { Words } from './words.ts';

type WordSpan = readonly [first: number, end: number];
type Style = 'lower' | 'title' | 'loud';

/**
 * Where a text names a person in full: «Иванов Иван Иванович», «Иванов И. И.», «Иван Петров», «соседка Петрова»,
 * «меня зовут …». Names of streets, of sole traders («ИП») and of holders of public office stay.
 */
export function findNames(words: Words): TextRange[] {
  const found: TextRange[] = [];
  for (let i = 0; i < words.list.length; i += 1) {
    const span = namesAt(words, i);
    if (span === null) continue;
    const [first, end] = widened(words, span);
    if (isPlaceName(words, first, end) || isInOffice(words, first) || textAt(words, first - 1) === 'ип') {
      i = Math.max(i, end - 1);
      continue;
    }
    found.push({ from: words.starts[first] ?? 0, to: endWithDot(words, first, end) });
    i = Math.max(i, end - 1);
  }
  return found;
}

/** Double names are taken whole: «Римская-Корсакова», «Анна-Мария». */
function widened(words: Words, [from, to]: WordSpan): WordSpan {
  let [first, end] = [from, to];
  while (first > 0 && gap(words, first - 1) === '-' && isHalf(words, first - 1)) first -= 1;
  while (end < words.list.length && gap(words, end - 1) === '-' && isHalf(words, end)) end += 1;
  while (joined(words, end - 1) && style(words, end) === 'title' && has(words, end, CLEAR_GIVEN | PATRONYMIC))
    end += 1;
  // «Дмитрий Олегович К.»
  if (
    gap(words, end - 1) === ' ' &&
    isLetter(words, end) &&
    isCapital(words, end) &&
    gap(words, end).startsWith('.')
  )
    end += 1;
  return [first, end];
}

const isHalf = (words: Words, i: number): boolean =>
  isCapital(words, i) || (has(words, i, SURNAME) && !isOrdinary(words, i));

function namesAt(words: Words, i: number): WordSpan | null {
  const word = words.list[i];
  if (word === undefined || word.isNumber) return null;
  const { text } = word;
  if (text.length === 1) return isFio(words, i) ? afterAsked(words, i) : initialsFirst(words, i);
  const traits = nameTraits(word);
  if (traits === 0 && !isCapital(words, i)) return null;
  if ((traits & PATRONYMIC) !== 0) return withPatronymic(words, i, (traits & CLEAR_PATRONYMIC) !== 0);
  if ((traits & TELLS_NAME) !== 0) return afterAsked(words, i);
  if ((traits & NAMES_PERSON) !== 0) return afterTitle(words, i);
  if ((traits & OGLY) !== 0) return withOgly(words, i);
  if ((traits & (GIVEN | MAYBE_SURNAME)) === 0 && !isCapital(words, i)) return null;
  return surnameFirst(words, i) ?? givenAndSurname(words, i);
}

/** «Иван Иванович», with the surname before or after where there is one. */
function withPatronymic(words: Words, i: number, isClear: boolean): WordSpan | null {
  const given = textAt(words, i - 1);
  const isNear =
    joined(words, i - 1) &&
    gap(words, i - 1) !== '-' &&
    !notNames.has(given) &&
    words.list[i - 1]?.isNumber === false;
  const hasGiven =
    isNear && given.length > 1 && (isCapital(words, i - 1) || has(words, i - 1, GIVEN) || isClear);
  const hasInitial = given.length === 1 && isCapital(words, i - 1);
  const isSure = isClear || (hasGiven && has(words, i - 1, GIVEN));
  if (!isSure && (!isCapital(words, i) || (style(words, i) === 'loud' && !hasInitial))) return null;
  const first = hasGiven || hasInitial ? i - 1 : i;
  if (first === i && (!isCapital(words, i) || !isClear)) return null;
  if (first === i && isHouseAfter(words, i)) return null;
  const isAfter = leads(words, i + 1, i, true);
  if (first < i && leads(words, first - 1, first) && !(isAfter && mayBeWord(words, first - 1)))
    return [first - 1, i + 1];
  return [first, isAfter ? i + 2 : i + 1];
}

/** Whether word i is the surname beside word `of`. */
function leads(words: Words, i: number, of: number, follows = false): boolean {
  const word = textAt(words, i);
  if (word.length < 2 || notNames.has(word) || words.list[i]?.isNumber !== false) return false;
  if (!joined(words, follows ? i - 1 : i)) return false;
  if (style(words, i) === 'lower')
    return style(words, of) === 'lower'
      ? has(words, i, MAYBE_SURNAME) && !ordinaryWords.test(word)
      : has(words, i, SURNAME) && !ordinaryWords.test(word);
  return style(words, i) === style(words, of) || style(words, of) === 'lower' || has(words, i, SURNAME);
}

function withOgly(words: Words, i: number): WordSpan | null {
  let first = i;
  while (first > i - 3 && isCapital(words, first - 1) && /^[ -]$/.test(gap(words, first - 1))) first -= 1;
  const isLower = first === i && style(words, i) === 'lower' && has(words, i - 1, GIVEN);
  if (isLower) first = has(words, i - 2, GIVEN) ? (has(words, i - 3, SURNAME) ? i - 3 : i - 2) : i - 1;
  return first < i ? [first, i + 1] : null;
}

/** «И. И. Иванов», «И. Иванов», «и.и. иванов». */
function initialsFirst(words: Words, i: number): WordSpan | null {
  if (!isLetter(words, i) || !isDot(gap(words, i))) return null;
  if (/^(?:лит|литера|корп|корпус|г|п|стр|д|м|ж|к|ст)$/.test(textAt(words, i - 1))) return null;
  const isLow = !isCapital(words, i);
  if (!isPairOfInitials(words, i)) return null;
  const second = isLetter(words, i + 1) && isCapital(words, i + 1) !== isLow && isDot(gap(words, i + 1));
  const name = second ? i + 2 : i + 1;
  if (textAt(words, name).length < 2) return null;
  if (isLow) return second && has(words, name, SURNAME) && !isOrdinary(words, name) ? [i, name + 1] : null;
  if (!isCapital(words, name)) return null;
  if (!second && (!has(words, name, SURNAME) || isShortPlace(words, i, name))) return null;
  return isHouseAfter(words, name) ? null : [i, name + 1];
}

/** «г. Курчатов», «М. Московская», «Б. Садовая». */
const isShortPlace = (words: Words, i: number, name: number): boolean =>
  /^[гспд]$/.test(textAt(words, i)) ||
  (/^[мбвнс]$/.test(textAt(words, i)) && /[сц]к(?:ая|ой|ую|ий|ом|ого)$/.test(textAt(words, name)));
const isLetter = (words: Words, i: number): boolean => /^[а-яa-z]$/.test(textAt(words, i));
const isOrdinary = (words: Words, i: number): boolean => ordinaryWords.test(textAt(words, i));
const isPairOfInitials = (words: Words, i: number): boolean =>
  !(isCapital(words, i) ? postscript : shortened).has(`${textAt(words, i)}.${textAt(words, i + 1)}`);

/** «Иванов И. И.», «Иванов ИИ», «Иванов И.», «иванов и.и.». */
function surnameFirst(words: Words, i: number): WordSpan | null {
  const word = textAt(words, i);
  const next = textAt(words, i + 1);
  if (next.length === 0 || next.length > 2 || notNames.has(word) || !/^[ ]?$/.test(gap(words, i)))
    return null;
  if (!isCapital(words, i)) return lowInitials(words, i);
  if (!isCapital(words, i + 1)) return null;
  if (next.length === 2) {
    const areInitials =
      style(words, i + 1) === 'loud' && style(words, i) !== 'loud' && !notInitials.has(next);
    return areInitials && has(words, i, SURNAME) && gap(words, i) === ' ' ? [i, i + 2] : null;
  }
  const hasSecond =
    /^[. ]{0,3}$/.test(gap(words, i + 1)) && textAt(words, i + 2).length === 1 && isCapital(words, i + 2);
  const isDotted = isDot(gap(words, i + 1)) || gap(words, i + 1).startsWith('.');
  if (hasSecond && mayBeWord(words, i) && initialsFirst(words, i + 1) !== null) return null;
  if (hasSecond && (isDotted || has(words, i, SURNAME))) return [i, i + 3];
  return isDotted && has(words, i, SURNAME) ? [i, i + 2] : null;
}

function lowInitials(words: Words, i: number): WordSpan | null {
  const areInitials =
    isLetter(words, i + 1) &&
    isLetter(words, i + 2) &&
    gap(words, i) === ' ' &&
    isDot(gap(words, i + 1)) &&
    gap(words, i + 2).startsWith('.') &&
    isPairOfInitials(words, i + 1);
  return areInitials && has(words, i, SURNAME) && !isOrdinary(words, i) ? [i, i + 3] : null;
}

/** «Иван Петров», «Петров Иван», «иванова мария». */
function givenAndSurname(words: Words, i: number): WordSpan | null {
  const [one, two] = [textAt(words, i), textAt(words, i + 1)];
  if (!joined(words, i) || two.length < 3 || one.length < 2 || has(words, i + 1, PATRONYMIC)) return null;
  if (notNames.has(one) || notNames.has(two)) return null;
  const isFirst = has(words, i, GIVEN);
  const isSecond = has(words, i + 1, GIVEN);
  if (!isFirst && !isSecond) return null;
  const given = isFirst && !(isSecond && isSurnameToo(words, i)) ? i : i + 1;
  const other = given === i ? i + 1 : i;
  const isClear = has(words, given, CLEAR_GIVEN);
  const [how, beside] = [style(words, i), style(words, i + 1)];
  if (how === 'title' && beside === 'title') {
    if (other < given && !has(words, other, SURNAME) && startsSentence(words, i))
      return has(words, given, NOMINATIVE) && has(words, other, MAYBE_SURNAME) ? [i, i + 2] : null;
    // Any capital word after a clear given name is its surname: «Иван Мороз».
    const isNamed = has(words, other, MAYBE_SURNAME) || (isClear && given === i);
    return isNamed ? [i, i + 2] : null;
  }
  if (!has(words, other, SURNAME) || isOrdinary(words, other)) return null;
  if (how === 'loud' || beside === 'loud') return how === beside ? [i, i + 2] : null;
  const isMan = /(?:ов|ев|ин|ын)$/.test(textAt(words, other));
  const agrees = !isMan || /[^аяыиеую]$|^(?:илья|никита|фома|лука)$/.test(textAt(words, given));
  // «петрова вера», not «петрову веру»: in other cases the name may be the word.
  const isNamed =
    isClear || (has(words, given, NOMINATIVE) && /(?:[оеи]в|ин|ын|ва|на|ая)$/.test(textAt(words, other)));
  return agrees && isNamed ? [i, i + 2] : null;
}

/** «Ким Ольга»: the first may be a given name and a surname, the second is a given name and nothing else. */
const isSurnameToo = (words: Words, i: number): boolean =>
  has(words, i, SURNAME) ||
  (!has(words, i, CLEAR_GIVEN) && has(words, i, MAYBE_SURNAME) && has(words, i + 1, CLEAR_GIVEN));

/** «Звоните Ольге Петровне Ким»: a capital at the start of a sentence makes no surname where one stands after the name. */
const mayBeWord = (words: Words, i: number): boolean => startsSentence(words, i) && !has(words, i, SURNAME);

const startsSentence = (words: Words, i: number): boolean => i === 0 || /[.!?\n]/.test(gap(words, i - 1));

/** «соседка Петрова», «гр. Сидоров». */
function afterTitle(words: Words, i: number): WordSpan | null {
  if (!/^[.: ]{1,3}$/.test(gap(words, i))) return null;
  const isName = (n: number): boolean =>
    textAt(words, n).length > 1 &&
    !notNames.has(textAt(words, n)) &&
    isCapital(words, n) &&
    has(words, n, GIVEN | SURNAME | PATRONYMIC);
  let end = i + 1;
  while (end < i + 4 && (end === i + 1 || joined(words, end - 1)) && isName(end)) end += 1;
  if (end === i + 1) return null;
  // «соседка Вера Петровна Цой»: whatever stands with a capital after a given name.
  const isSurname =
    has(words, end - 1, CLEAR_GIVEN | PATRONYMIC) &&
    style(words, end) === 'title' &&
    leads(words, end, end - 1, true) &&
    !isHouseAfter(words, end);
  return [i + 1, isSurname ? end + 1 : end];
}

const isOneName = (words: Words, i: number): boolean =>
  /^[ -]{1,2}$/.test(gap(words, i)) || (isLetter(words, i) && isDot(gap(words, i)));

/** The last letter of «Ф.И.О.». */
const isFio = (words: Words, i: number): boolean =>
  textAt(words, i) === 'о' && textAt(words, i - 1) === 'и' && textAt(words, i - 2) === 'ф';

/** «меня зовут гульчехра», «ФИО: Нгуен Ван Ань», «с уважением, Петрова». */
function afterAsked(words: Words, i: number): WordSpan | null {
  const word = textAt(words, i);
  const isSigned = word.startsWith('уваж');
  if (!(isSigned ? /^[.,:;\-–— \n]{1,4}$/ : /^[.: \-–—]{1,4}$/).test(gap(words, i))) return null;
  if (isSigned && textAt(words, i - 1) !== 'с') return null;
  if ((word === 'имя' || word === 'отчество') && !gap(words, i).includes(':')) return null;
  const isName = (n: number): boolean => {
    const text = textAt(words, n);
    if (text.length === 1) return isCapital(words, n) && n > i + 1;
    if (text.length === 0 || neverAsked.has(text) || notNames.has(text) || words.list[n]?.isNumber !== false)
      return false;
    if (has(words, n, GIVEN | SURNAME | PATRONYMIC)) return isCapital(words, n) || !isOrdinary(words, n);
    if (isSigned) return isCapital(words, n) && (n > i + 1 || has(words, n + 1, GIVEN | PATRONYMIC));
    return isCapital(words, n) || n === i + 1 || (n === i + 2 && word !== 'зовут');
  };
  let end = i + 1;
  while (end < i + 5 && (end === i + 1 || isOneName(words, end - 1)) && isName(end)) end += 1;
  return end > i + 1 ? [i + 1, end] : null;
}

const textAt = (words: Words, i: number): string => (i < 0 ? '' : (words.list[i]?.text ?? ''));

function has(words: Words, i: number, traits: number): boolean {
  const word = i < 0 ? undefined : words.list[i];
  return word !== undefined && (nameTraits(word) & traits) !== 0;
}

const isCapital = (words: Words, i: number): boolean => style(words, i) !== 'lower';

function style(words: Words, i: number): Style {
  const word = i < 0 ? undefined : words.list[i];
  const at = words.starts[i] ?? 0;
  if (word === undefined || word.isNumber || words.text[at] === words.folded[at]) return 'lower';
  const end = words.ends[i] ?? at;
  return end - at > 1 && words.text[end - 1] !== words.folded[end - 1] ? 'loud' : 'title';
}

function gap(words: Words, i: number): string {
  if (i < 0 || i + 1 >= words.list.length)
    return words.text.slice(words.ends[i] ?? 0, (words.ends[i] ?? 0) + 1);
  return words.text.slice(words.ends[i], words.starts[i + 1]);
}

/** Whether word i and the next stand in one name: a space, or the hyphen of a double surname. */
const joined = (words: Words, i: number): boolean =>
  i >= 0 && i + 1 < words.list.length && /^(?: {1,2}|-|\n)$/.test(gap(words, i));
const isDot = (between: string): boolean => /^ ?\.? ?\.?$/.test(between) && between.includes('.');

function endWithDot(words: Words, first: number, end: number): number {
  const to = words.ends[end - 1] ?? 0;
  const isInitial = textAt(words, end - 1).length === 1 && end - first > 1;
  return isInitial && words.text[to] === '.' ? to + 1 : to;
}
