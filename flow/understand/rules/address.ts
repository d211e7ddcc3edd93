import type { AuthorSpan } from './address-author.ts';
import type { AddressMentions, Mention, StreetMention } from './address-mention.ts';
import { longestName } from './address-names.ts';
import { readPlacePhrases } from './address-phrases.ts';
import { settlementAt } from './address-settlement.ts';
import { mannerOf, streetAt } from './address-street.ts';
import { inCyrillic } from './address-text.ts';
import type { Gazetteer } from './gazetteer.ts';
import { readLandmarks } from './landmark-mentions.ts';
import type { Words } from './words.ts';

/** Long letters name their place early; the limit bounds the time. */
const READ_WORDS = 3000;

/** All places a text names, surest first in each list; where its author lives only if it names no other place. */
export function readAddress(text: Words, gazetteer: Gazetteer): AddressMentions {
  const words = inCyrillic(text);
  const manner = mannerOf(words);
  const streets: StreetMention[] = [];
  const settlements: Mention[] = [];
  const municipalities: Mention[] = [];
  const count = Math.min(words.list.length, READ_WORDS);
  for (let i = 0; i < count; i += 1) {
    const street = streetAt(words, i, gazetteer, manner);
    if (street !== null) streets.push(street);
    const municipality = longestName(words, i, gazetteer.municipalityNames);
    if (municipality !== null && isMunicipality(words, i, municipality.to))
      municipalities.push({
        ids: municipality.name.ids,
        from: i,
        to: municipality.to,
        weight: municipality.to - i,
      });
    const settlement = settlementAt(words, i, gazetteer, manner);
    if (settlement !== null) settlements.push(settlement);
  }
  const { authors: spans, isWholeRegion, landmarks } = readPlacePhrases(words);
  const [ours, authors] = parted(withHouses(withoutInner(streets)), spans);
  return {
    streets: surest(ours),
    settlements: surest(ofProblem(settlements.filter(apartFrom(streets)), spans)),
    municipalities: surest(ofProblem(municipalities, spans)),
    authorStreets: authors,
    objects: readLandmarks(words, gazetteer).filter(apartFromHouses(ours)),
    isWholeRegion,
    landmarks,
  };
}

/** A name of one small word is a word, not a municipality. */
const isMunicipality = (words: Words, from: number, to: number): boolean =>
  to - from > 1 || !/\p{Ll}/u.test(words.text[words.starts[from] ?? 0] ?? '');

const apartFrom =
  (streets: readonly StreetMention[]) =>
  (one: Mention): boolean =>
    !streets.some(({ from, to, weight }) => one.from < to && from < one.to && weight >= one.weight);

/** «Школьная 5» is no school number five. */
const apartFromHouses =
  (streets: readonly StreetMention[]) =>
  (one: Mention): boolean =>
    !streets.some(({ shown: [from, to] }) => one.from < to && from < one.to);

const spanOf = (mention: Mention, spans: readonly AuthorSpan[]): AuthorSpan | undefined =>
  spans.find(({ from, to }) => mention.from >= from && mention.from < to);

/** Streets of the problem, then those where the author is registered. Where the author lives counts if nothing else does. */
function parted(
  streets: readonly StreetMention[],
  spans: readonly AuthorSpan[],
): readonly [StreetMention[], StreetMention[]] {
  const kindOf = (one: StreetMention) => spanOf(one, spans)?.kind ?? 'problem';
  const problem = streets.filter((one) => kindOf(one) === 'problem');
  const lives = streets.filter((one) => kindOf(one) === 'lives');
  return [problem.length > 0 ? problem : lives, streets.filter((one) => kindOf(one) === 'registered')];
}

/** Settlements said of the problem; those said of the author help only where no other is named. */
function ofProblem(mentions: readonly Mention[], spans: readonly AuthorSpan[]): readonly Mention[] {
  const problem = mentions.filter((one) => spanOf(one, spans) === undefined);
  return problem.length > 0 ? problem : mentions.filter((one) => spanOf(one, spans)?.kind === 'lives');
}

const surest = <M extends Mention>(mentions: readonly M[]): M[] =>
  mentions.toSorted((a, b) => b.weight - a.weight || a.from - b.from);

/** «Балканская» within «Малая Балканская» is no mention of its own. */
const withoutInner = (mentions: readonly StreetMention[]): StreetMention[] =>
  mentions.filter(
    (one) =>
      !mentions.some(
        (other) =>
          other !== one &&
          other.from <= one.from &&
          one.to <= other.to &&
          other.to - other.from > one.to - one.from,
      ),
  );

/** A house belongs to the street nearest to it: «Детскосельский, Центральная д. 12» is on Центральная. */
function withHouses(mentions: readonly StreetMention[]): StreetMention[] {
  const away = (one: StreetMention): number => {
    if (one.house === null) return Infinity;
    return one.house.from >= one.to ? one.house.from - one.to : one.from - one.house.to;
  };
  return mentions.flatMap((one) => {
    if (one.house === null) return [one];
    const isTaken = mentions.some(
      (other) => other !== one && other.house?.to === one.house?.to && away(other) < away(one),
    );
    if (!isTaken) return [one];
    // Without its house nothing but a kind says that it is a street.
    return one.kinds.length === 0
      ? []
      : [{ ...one, house: null, houses: [], weight: one.weight - 3, shown: [one.from, one.to] as const }];
  });
}
