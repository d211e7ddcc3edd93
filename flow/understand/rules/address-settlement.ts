import { longestName } from './address-names.ts';
import { between, kindAfter, startsCapital, textAt } from './address-text.ts';
import { beforeSettlement, houseWords, settlementKinds } from './address-words.ts';
import type { Mention } from './address-mention.ts';
import type { TextManner } from './address-street.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Words } from './words.ts';

/** The settlement named at this word, if its kind, a preposition or a comma says that one is meant. */
export function settlementAt(
  words: Words,
  i: number,
  gazetteer: Gazetteer,
  manner: TextManner,
): Mention | null {
  const found = longestName(words, i, gazetteer.settlementNames);
  if (found === null || found.isMistyped || isStreet(words, found.to, gazetteer)) return null;
  const next = textAt(words, found.to);
  if (/^(?:район|округ|област|кра|сельсовет|шосс)/.test(next)) return null;
  const before = textAt(words, i - 1);
  const isTyped = settlementKinds.has(before) && /^[. ]{1,3}["«]?$|^\.$/.test(between(words, i - 1));
  const isCapital = startsCapital(words, i);
  const gap = between(words, found.to - 1);
  const isCut = /^\s*[,:)]/.test(gap) || found.to >= words.list.length;
  const isLed = beforeSettlement.has(before) || i === 0 || /[\n(,.]/.test(between(words, i - 1));
  const isAlone = manner.isLower && isCut && isLed && (words.list[i]?.stem.length ?? 0) >= 3;
  if (!isTyped && !(isCapital && (isLed || isCut)) && !isAlone) return null;
  // «Ленина, 5», «Ленина д. 5»: a number beside makes a street of it.
  const isHouse = words.list[found.to]?.isNumber === true || houseWords.has(next);
  if (isHouse && !isTyped && words.list[found.to + 1]?.isNumber === true) return null;
  return {
    ids: found.name.ids,
    from: i,
    to: found.to,
    weight: (isTyped ? 3 : 0) + (isCapital ? 1 : 0) + (found.to - i) * 0.5,
  };
}

/** «Ленина ул. 5» is a street; in «Колпино ул. Оборонная» the kind belongs to the name after it. */
function isStreet(words: Words, end: number, gazetteer: Gazetteer): boolean {
  const kind = kindAfter(words, end);
  return kind !== null && longestName(words, kind.to, gazetteer.streetNames) === null;
}
