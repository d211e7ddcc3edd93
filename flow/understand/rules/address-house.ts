import { between, startsCapital, textAt } from './address-text.ts';
import { beforeHouse, houseWords, notHouses } from './address-words.ts';
import { normaliseHouse, readHouse } from './house-number.ts';
import type { HouseNumber } from './house-number.ts';
import type { Words } from './words.ts';

/** After a bare number these make a count of it: «Мира, 5 метров»; in the singular only where one counts so («5 этаж»). */
const measures =
  /^(?:лет|года?|метр[а-я]*|м|км|раза?|дн(?:я|ей)|день|час(?:а|ов)?|мин|минут[а-я]*|руб[а-я]*|машины?|этаж[а-я]*|люк(?:а|ов)|фонар(?:я|ей)|ям(?:ы)?|штук[а-я]*|шт|см|градус[а-я]*|дом(?:а|ов)|человек[а-я]*|столб(?:а|ов)|недел[а-я]+|месяц[а-я]*|квартир[а-я]*|январ[а-я]|феврал[а-я]|марта|апрел[а-я]|мая|июн[а-я]|июл[а-я]|август[а-я]|сентябр[а-я]|октябр[а-я]|ноябр[а-я]|декабр[а-я])$/;
const entrances = /^(?:подъезд[а-я]*|парадн[а-я]*|пар|под)$/;

/** «Большой проспект ПС 28»: the mark of a part of town stands before the house. */
export function partOfTown(words: Words, at: number): number {
  if (/^(?:пс|во)$/.test(textAt(words, at))) return at + 1;
  const isMark = /^(?:п с|в о)$/.test(`${textAt(words, at)} ${textAt(words, at + 1)}`);
  return isMark ? at + 2 : at;
}

export interface FoundHouse {
  readonly house: HouseNumber;
  readonly from: number;
  readonly to: number;
}

/** «Мира, д. 5», «Мира 5», «Мира5», «Мира рядом с домом 5»; the house stands within the next four words. */
export function houseAfter(words: Words, end: number): FoundHouse | null {
  for (let at = end; at < Math.min(end + 4, words.list.length); at += 1) {
    if (/[\n!?;]|\. [^\d№]/.test(at === end ? '' : between(words, at - 1))) return null;
    const word = words.list[at];
    if (word?.isNumber !== true) {
      if (
        at > end &&
        !houseWords.has(textAt(words, at - 1)) &&
        !houseWords.has(textAt(words, at)) &&
        at - end > 1
      )
        return null;
      continue;
    }
    const previous = textAt(words, at - 1);
    const isSaid = houseWords.has(previous);
    if (at > end && !isSaid) return null;
    if (at === end && !/^["»“]?[ ,.№#:-]{0,5}$/.test(between(words, at - 1))) return null;
    // «Большой проспект П. С., 41»: a mark of the name before the number is no «с 41».
    return houseAt(words, at, at === end && isMark(words, at - 1));
  }
  return null;
}

/** What may stand between a house and the street after it: «дом 5 по», «у дома 5 на», «д. 5, что на». */
const linkWords: ReadonlySet<string> = new Set(
  'по на в вдоль пр адресу ул улице улицы проспекту с стороны что во'.split(' '),
);

/** «дом 28 корп. 1 по ул. Казакова», «у дома 5 на Мира», «дома 5, 7 и 9 по Мира». */
export function houseBefore(words: Words, start: number, isNamed: boolean): FoundHouse | null {
  for (let at = start - 1; at >= Math.max(0, start - 9); at -= 1) {
    const isSaid = houseWords.has(textAt(words, at - 1));
    if (words.list[at]?.isNumber !== true || (!isSaid && !beforeHouse.has(textAt(words, at - 1)))) continue;
    const found = houseAt(words, at);
    if (found === null || (!isSaid && found.house.key === String(found.house.base))) continue;
    const last = lastOf(words, found);
    if (last > start || /[\n!?;]/.test(words.text.slice(words.ends[last - 1], words.starts[start])))
      return null;
    for (let i = last; i < start; i += 1) if (!linkWords.has(textAt(words, i))) return null;
    return { ...found, from: at - 1 };
  }
  return isNamed ? houseJustBefore(words, start) : null;
}

/** «27/2 Гражданский пр-т», «5, ул. Мира»: a number that opens the line, the street after it. */
function houseJustBefore(words: Words, start: number): FoundHouse | null {
  for (let at = start - 1; at >= Math.max(0, start - 5); at -= 1) {
    if (words.list[at]?.isNumber !== true || !/^$|[\n(:;]/.test(at === 0 ? '' : between(words, at - 1)))
      continue;
    const found = houseAt(words, at);
    return found !== null && found.to === start ? found : null;
  }
  return null;
}

/** The end of a list of houses that begins with this one. */
function lastOf(words: Words, first: FoundHouse): number {
  let { to } = first;
  for (const next of listed(words, first)) to = next.to;
  return to;
}

/** «дома 5, 7 и 9», «домов 5–9»: the further numbers after the first one, where several houses are said. */
export function housesFollowing(words: Words, first: FoundHouse): HouseNumber[] {
  return listed(words, first).map(({ house }) => house);
}

const several: ReadonlySet<string> = new Set('дома домов домами домам домах дд'.split(' '));
const MOST_HOUSES = 8;

function listed(words: Words, first: FoundHouse): FoundHouse[] {
  const at = words.list[first.from]?.isNumber === true ? first.from : first.from + 1;
  const isSeveral = several.has(textAt(words, at - 1));
  const found: FoundHouse[] = [];
  let { to } = first;
  while (found.length < MOST_HOUSES) {
    const gap = between(words, to - 1);
    const isAnd = textAt(words, to) === 'и';
    const next = isAnd ? to + 1 : to;
    if (!(isAnd ? /^,? $/ : /^(?:, ?| ?[–—] ?)$/).test(gap) || words.list[next]?.isNumber !== true) break;
    if (!isSeveral && !isAnd && found.length === 0 && !isListed(words, next)) break;
    const house = houseAt(words, next);
    if (house === null || house.house.base === first.house.base) break;
    found.push(house);
    ({ to } = house);
  }
  return found;
}

/** «5, 7 и 9» without «дома»: the «и» before the last number says that it is a list. */
function isListed(words: Words, at: number): boolean {
  const isNumber = words.list[at + 2]?.isNumber === true;
  return textAt(words, at + 1) === 'и' && isNumber;
}

const isMark = (words: Words, i: number): boolean =>
  /^[свпо]$/.test(textAt(words, i)) && startsCapital(words, i) === startsCapital(words, i - 1);

export function houseAt(words: Words, at: number, isAfterMark = false): FoundHouse | null {
  if (!isAfterMark && notHouses.has(textAt(words, at - 1)) && !houseWords.has(textAt(words, at - 1)))
    return null;
  // «09.12.2020» is a day.
  if (/^\.\d/.test(between(words, at) + textAt(words, at + 1)) && words.list[at]?.text.length === 2)
    return null;
  const read = readHouse(words.folded, words.starts[at] ?? 0);
  if (read === null) return null;
  let to = at + 1;
  while (to < words.list.length && (words.starts[to] ?? 0) < read.end) to += 1;
  // «5 лет», «10 метров» are not houses; «5 подъезд» is not, «5 подъезд 2» is.
  const isPlain = read.house.key === String(read.house.base) && !houseWords.has(textAt(words, at - 1));
  const next = textAt(words, to);
  if (isPlain && measures.test(next)) return null;
  if (isPlain && entrances.test(next) && words.list[to + 1]?.isNumber !== true) return null;
  return withLetter(words, { house: read.house, from: at, to }) ?? { house: read.house, from: at, to };
}

/** «дом 4 А по Тракторной», «25 а, …»: a letter after a space belongs to the number where it can be no word. */
function withLetter(words: Words, found: FoundHouse): FoundHouse | null {
  const letter = textAt(words, found.to);
  if (found.house.key !== String(found.house.base) || !/^[а-ж]$/.test(letter)) return null;
  if (between(words, found.to - 1) !== ' ') return null;
  const isCut = /^\s*[,;)\n]/.test(between(words, found.to)) || found.to + 1 >= words.list.length;
  const isCapital =
    startsCapital(words, found.to) && /[абгде]/.test(letter) && !between(words, found.to).startsWith('.');
  if (!isCut && !isCapital) return null;
  const house = normaliseHouse(`${found.house.base}${letter}`);
  return house === null ? null : { ...found, house, to: found.to + 1 };
}
