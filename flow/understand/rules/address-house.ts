import { between, textAt } from './address-text.ts';
import { beforeHouse, houseWords, notHouses } from './address-words.ts';
import { readHouse } from './house-number.ts';
import type { HouseNumber } from './house-number.ts';
import type { Words } from './words.ts';

const measures =
  /^(?:лет|года?|метр[а-я]*|м|км|раза?|дн(?:я|ей)|день|час[а-я]*|мин|минут[а-я]*|руб[а-я]*|машин[а-я]*|этаж[а-я]*|люк[а-я]*|фонар[а-я]*|ям[а-я]*|штук[а-я]*|шт|см|градус[а-я]*)$/;
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

/** «Мира, д. 5», «Мира 5», «Мира5», «Мира рядом с домом 5». */
export function houseAfter(words: Words, end: number): FoundHouse | null {
  for (let at = end; at < Math.min(end + 4, words.list.length); at += 1) {
    if (/[\n!?;]|\. [^\d]/.test(at === end ? '' : between(words, at - 1))) return null;
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
    if (at === end && !/^[ ,.№#-]{0,4}$/.test(between(words, at - 1))) return null;
    return houseAt(words, at);
  }
  return null;
}

/** «дом 28 корп. 1 по ул. Казакова», «у дома 5 на Мира». */
export function houseBefore(words: Words, start: number): FoundHouse | null {
  for (let at = start - 1; at >= Math.max(0, start - 7); at -= 1) {
    const isSaid = houseWords.has(textAt(words, at - 1));
    if (words.list[at]?.isNumber !== true || (!isSaid && !beforeHouse.has(textAt(words, at - 1)))) continue;
    const found = houseAt(words, at);
    if (found === null || (!isSaid && found.house.key === String(found.house.base))) return null;
    const link = words.folded.slice(words.ends[found.to - 1], words.starts[start]);
    return /^[ ,.)]{0,3}(?:(?:по|на|в|вдоль|пр|адресу|ул|улице|улицы|проспекту|с|стороны)[ .]{1,2}){0,3}$/.test(
      link,
    )
      ? { ...found, from: at - 1 }
      : null;
  }
  return null;
}

export function houseAt(words: Words, at: number): FoundHouse | null {
  if (notHouses.has(textAt(words, at - 1)) && !houseWords.has(textAt(words, at - 1))) return null;
  const read = readHouse(words.folded, words.starts[at] ?? 0);
  if (read === null) return null;
  let to = at + 1;
  while (to < words.list.length && (words.starts[to] ?? 0) < read.end) to += 1;
  // «5 лет», «10 метров» are not houses; «5 подъезд» is not, «5 подъезд 2» is.
  const isPlain = read.house.key === String(read.house.base);
  const next = textAt(words, to);
  if (isPlain && measures.test(next)) return null;
  if (isPlain && entrances.test(next) && words.list[to + 1]?.isNumber !== true) return null;
  return { house: read.house, from: at, to };
}
