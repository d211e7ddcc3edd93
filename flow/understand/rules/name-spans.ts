import {
  endsAsSurname,
  isGivenName,
  isOnStreetSigns,
  isPatronymic,
  looksLikeSurname,
} from './person-names.ts';
import type { Words } from './words.ts';

/** Half-open range of characters. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** After these a name is that of a street, a school, a ship. */
const namesPlace = list(
  'улиц перекресток перекрестка перекрестке пересечение пересечении угол углу ст станция станции часовня часовни часовней храм храма собор собора ул улица улице улицы улицу улицей проспект проспекта проспекту проспекте пр пр-т просп переулок переулка переулке пер проезд проезда проезде площадь площади пл набережная набережной наб бульвар бульвара бульваре б-р шоссе аллея аллеи аллее имени им сквер сквера сквере парк парка парке памятник памятника памятнику мост моста',
);
/** After these a single surname already names a neighbour. */
const namesPerson = list(
  'гражданин гражданка гражданина гражданки гражданину гражданке гр сосед соседка соседа соседки соседу соседке господин госпожа господина жилец жильца жительница собственник собственница собственника хозяин хозяйка хозяина заявитель заявительница пенсионер пенсионерка инвалид ветеран фамилия фио зовут',
);
/** Capital words before a name that are not part of it. */
const notNames = list(
  'уважаемый уважаемая прошу просим директор врач доктор глава мэр губернатор депутат председатель начальник мастер инженер участковый спасибо благодарю здравствуйте добрый я мы мой моя наш наша от для и в на с у к по это что как вам вас сосед соседка гражданин гражданка господин госпожа заявитель собственник жилец терапевт педиатр учитель старший старшая президент министр дорогой дорогая фио имя зовут лит литера корпус корп пожалуйста',
);
/** Capital pairs that are words or kinds of organisations. */
const notInitials = list('из на не ни по до за от об ук гс мо тц дк ао ип рф сп мп жк');
const afterParts = list('оглы оглу кызы');

/** Where a text names a person in full: «Иванов Иван Иванович», «Иванов И. И.», «Иван Петров», «соседка Петрова». */
export function findNames(words: Words): TextRange[] {
  const found: TextRange[] = [];
  for (let i = 0; i < words.list.length; i += 1) {
    const range = namesAt(words, i);
    if (range === null) continue;
    const [named, end] = range;
    // The first half of a double surname: «Римская-Корсакова».
    const first = gap(words, named - 1) === '-' && isCapital(words, named - 1) ? named - 1 : named;
    found.push({ from: words.starts[first] ?? 0, to: endWithDot(words, first, end) });
    i = Math.max(i, end - 1);
  }
  return found;
}

type WordSpan = readonly [first: number, end: number];

function namesAt(words: Words, i: number): WordSpan | null {
  const word = words.list[i]?.text ?? '';
  if (word.length === 1) return isCapital(words, i) ? initialsFirst(words, i) : null;
  if (afterParts.has(word)) return withOgly(words, i);
  if (isPatronymic(word)) return withPatronymic(words, i);
  if (namesPerson.has(word)) return afterTitle(words, i);
  if (!isCapital(words, i)) return null;
  return surnameFirst(words, i) ?? givenAndSurname(words, i);
}

function withPatronymic(words: Words, i: number): WordSpan | null {
  const given = textAt(words, i - 1);
  const hasGiven =
    joined(words, i - 1) && (isCapital(words, i - 1) || isGivenName(given)) && !notNames.has(given);
  const hasInitial = given.length === 1 && isCapital(words, i - 1);
  const isSure = hasGiven && isGivenName(given);
  if (!isSure && (!isCapital(words, i) || (isWrittenInCapitals(words, i) && !hasInitial))) return null;
  let first = hasGiven || hasInitial ? i - 1 : i;
  if (namesPlace.has(textAt(words, first - 1)) || (first === i && isHouseAfter(words, i))) return null;
  const before = textAt(words, first - 1);
  const canLead = joined(words, first - 1) && !notNames.has(before);
  const isSameCase = isWrittenInCapitals(words, first - 1) === isWrittenInCapitals(words, first);
  const isLed =
    first < i && canLead && isSameCase && (isCapital(words, first - 1) || looksLikeSurname(before));
  if (isLed && namesPlace.has(textAt(words, first - 2))) return null;
  if (isLed) return [first - 1, i + 1];
  const after = textAt(words, i + 1);
  const follows =
    joined(words, i) && !notNames.has(after) && (isCapital(words, i + 1) || looksLikeSurname(after));
  first = Math.max(0, first);
  return [first, follows && after.length > 1 ? i + 2 : i + 1];
}

function withOgly(words: Words, i: number): WordSpan | null {
  let first = i;
  while (first > i - 3 && isCapital(words, first - 1) && /^[ -]$/.test(gap(words, first - 1))) first -= 1;
  return first < i ? [first, i + 1] : null;
}

/** «И. И. Иванов», «И. Иванов». */
function initialsFirst(words: Words, i: number): WordSpan | null {
  if (
    !/[а-я]/.test(textAt(words, i)) ||
    !isDot(gap(words, i)) ||
    namesPlace.has(textAt(words, i - 1)) ||
    /^(?:лит|литера|корп|корпус|г|п)$/.test(textAt(words, i - 1))
  )
    return null;
  const second = textAt(words, i + 1).length === 1 && isCapital(words, i + 1) && isDot(gap(words, i + 1));
  const name = second ? i + 2 : i + 1;
  if (!isCapital(words, name) || textAt(words, name).length < 2) return null;
  if (!second && !endsAsSurname(textAt(words, name))) return null;
  return isHouseAfter(words, name) ? null : [i, name + 1];
}

/** «Иванов И. И.», «Иванов ИИ», «Иванов И.». */
function surnameFirst(words: Words, i: number): WordSpan | null {
  const word = textAt(words, i);
  if (notNames.has(word) || namesPlace.has(textAt(words, i - 1)) || !/^[ ]?$/.test(gap(words, i)))
    return null;
  const next = textAt(words, i + 1);
  if (!isCapital(words, i + 1) || next.length > 2) return null;
  if (next.length === 2) {
    const areInitials =
      isWrittenInCapitals(words, i + 1) && !isWrittenInCapitals(words, i) && !notInitials.has(next);
    return areInitials && endsAsSurname(word) && gap(words, i) === ' ' ? [i, i + 2] : null;
  }
  if (!isDot(gap(words, i + 1)) && !gap(words, i + 1).startsWith('.')) return null;
  const hasSecond = isDot(gap(words, i + 1)) && textAt(words, i + 2).length === 1 && isCapital(words, i + 2);
  if (hasSecond) return [i, i + 3];
  return endsAsSurname(word) ? [i, i + 2] : null;
}

/** «Иван Петров», «Петров Иван». */
function givenAndSurname(words: Words, i: number): WordSpan | null {
  const [one, two] = [textAt(words, i), textAt(words, i + 1)];
  if (!joined(words, i) || !isCapital(words, i + 1) || two.length < 3) return null;
  if (isPatronymic(two)) return null;
  const isName = (isGivenName(one) && looksLikeSurname(two)) || (isGivenName(two) && looksLikeSurname(one));
  if (
    !isName ||
    notNames.has(one) ||
    namesPlace.has(textAt(words, i - 1)) ||
    namesPlace.has(textAt(words, i + 2))
  )
    return null;
  return isOnStreetSigns(one, two) || isHouseAfter(words, i + 1) ? null : [i, i + 2];
}

function afterTitle(words: Words, i: number): WordSpan | null {
  const next = textAt(words, i + 1);
  if (!/^[.: ]{1,3}$/.test(gap(words, i)) || next.length < 2) return null;
  const isAsked = /^(?:зовут|фио|фамилия)$/.test(textAt(words, i));
  const isName = (n: number): boolean => {
    const text = textAt(words, n);
    return (
      text.length > 1 &&
      !notNames.has(text) &&
      (isGivenName(text) || endsAsSurname(text) || isPatronymic(text)) &&
      (isAsked || isCapital(words, n))
    );
  };
  if (!isName(i + 1)) return null;
  let end = i + 2;
  while (end < i + 4 && joined(words, end - 1) && isName(end)) end += 1;
  return [i + 1, end];
}

const textAt = (words: Words, i: number): string => (i < 0 ? '' : (words.list[i]?.text ?? ''));

function isCapital(words: Words, i: number): boolean {
  const word = words.list[i];
  const at = words.starts[i];
  return (
    i >= 0 && word !== undefined && at !== undefined && !word.isNumber && words.text[at] !== words.folded[at]
  );
}

function isWrittenInCapitals(words: Words, i: number): boolean {
  const text = words.text.slice(words.starts[i], words.ends[i]);
  return text === text.toUpperCase();
}

function gap(words: Words, i: number): string {
  if (i < 0 || i + 1 >= words.list.length)
    return words.text.slice(words.ends[i] ?? 0, (words.ends[i] ?? 0) + 1);
  return words.text.slice(words.ends[i], words.starts[i + 1]);
}

/** Whether word i and the next stand in one name: a space, or the hyphen of a double surname. */
const joined = (words: Words, i: number): boolean =>
  i >= 0 && i + 1 < words.list.length && /^(?: {1,2}|-|\n)$/.test(gap(words, i));
const isDot = (between: string): boolean => /^\.? ?\.?$/.test(between) && between.includes('.');

/** A short number right after makes it an address: «Льва Толстого 12». */
function isHouseAfter(words: Words, i: number): boolean {
  if (!/^(?:,? ?|-)$/.test(gap(words, i))) return false;
  const at = /^(?:д|дом|дома|доме)$/.test(textAt(words, i + 1)) ? i + 2 : i + 1;
  const number = words.list[at];
  if (number?.isNumber !== true || number.text.length > 3) return at > i + 1;
  return !/^(?:лет|год|года|г|руб|рублей)$/.test(textAt(words, at + 1));
}

function endWithDot(words: Words, first: number, end: number): number {
  const to = words.ends[end - 1] ?? 0;
  const isInitial = textAt(words, end - 1).length === 1 && end - first > 1;
  return isInitial && words.text[to] === '.' ? to + 1 : to;
}
