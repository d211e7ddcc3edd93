import type { HouseNumber } from '../rules/house-number.ts';
import type { PostalAddress } from '../rules/postal-address.ts';
import { isAdjective, kindIn, nameIn, ordinalForms, shortForms, shortKinds } from './address-grammar.ts';
import type { Case } from './address-grammar.ts';

/** An address as some person writes it. */
export interface AddressVariant {
  readonly text: string;
  /** What was done to the address, for a look at what is not found. */
  readonly ways: readonly Way[];
}

export type Way =
  | 'kind_short'
  | 'kind_after'
  | 'kind_before'
  | 'no_kind'
  | 'name_short'
  | 'ordinal'
  | 'inflected'
  | 'no_settlement'
  | 'settlement_short'
  | 'house_first'
  | 'sentence'
  | 'lower'
  | 'capitals'
  | 'no_commas'
  | 'no_yo'
  | 'typo'
  | 'latin'
  | 'spaces';

interface Dice {
  /** True in this share of throws. */
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
}

/** Throws of one seed: equal seeds, equal throws (mulberry32). */
function diceOf(seed: number): Dice {
  let state = (seed * 2654435761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    chance: (share) => next() < share,
    pick: (from) => {
      const picked = from[Math.floor(next() * from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}

/**
 * Writes an address the way people do; one seed always gives one text.
 *
 * @param home the settlement most houses of the register stand in: its people leave its name out
 */
export function writeVariant(address: PostalAddress, seed: number, home: string): AddressVariant {
  const dice = diceOf(seed);
  const ways = new Set<Way>();
  const form = dice.pick<Case>(['nominative', 'nominative', 'nominative', 'dative', 'prepositional']);
  const street = writeStreet(address, form, dice, ways);
  const house = writeNumber(address.house, dice);
  const settlement = writeSettlement(address, home, dice, ways);
  let text = compose(settlement, street, house, form, dice, ways);
  text = spoil(text, dice, ways);
  return { text, ways: [...ways] };
}

function writeStreet({ street }: PostalAddress, form: Case, dice: Dice, ways: Set<Way>): string {
  const { kind } = street;
  const name = writeName(street.name, kind, form, dice, ways);
  // The kind is a part of an ordinal name: «16-я линия».
  if (street.name.includes(kind)) return name;
  const mark = (street.otherNames[0] ?? '').match(/[А-ЯЁ]\.\s?[А-ЯЁ]\.?$/)?.[0] ?? '';
  const withMark =
    mark === '' ? '' : ` ${dice.pick([mark, mark.replaceAll('.', ''), mark.replace('.', '. ')])}`;
  if (mark === '' && form === 'nominative' && dice.chance(0.12)) {
    ways.add('no_kind');
    return name;
  }
  const isShort = dice.chance(form === 'nominative' ? 0.75 : 0.35);
  const inCase = kindIn(kind, form);
  const written = isShort || inCase === null ? dice.pick(shortKinds(kind)) : inCase;
  if (isShort) ways.add('kind_short');
  if (form !== 'nominative') ways.add('inflected');
  const isAfter = dice.chance(isAdjective(street.name) ? 0.6 : 0.15);
  ways.add(isAfter ? 'kind_after' : 'kind_before');
  if (isAfter) return `${name} ${written}${withMark}`;
  const gap = written.endsWith('.') && dice.chance(0.3) ? '' : ' ';
  return `${written}${gap}${name}${withMark}`;
}

function writeName(name: string, kind: string, form: Case, dice: Dice, ways: Set<Way>): string {
  const words = name.split(' ');
  const declined = nameIn(name, kind, form).split(' ');
  const isShort = dice.chance(0.35);
  const written = words.map((word, i) => {
    const plain = declined[i] ?? word;
    if (/^\d+-/.test(word) && form === 'nominative' && dice.chance(0.5)) {
      ways.add('ordinal');
      return dice.pick(ordinalForms(word));
    }
    const isFirstName =
      i === 0 &&
      words.length === 2 &&
      !isAdjective(word) &&
      !isAdjective(words[1] ?? '') &&
      /^[А-ЯЁ]/.test(words[1] ?? '');
    const forms = isShort && i < words.length - 1 ? shortForms(word, isFirstName) : [];
    if (forms.length === 0) return plain;
    ways.add('name_short');
    return dice.pick(forms);
  });
  return written
    .filter((word) => word !== '')
    .join(' ')
    .replace(/\. (?=[А-ЯЁ])/g, () => (dice.chance(0.2) ? '.' : '. '));
}

function writeNumber(house: HouseNumber, dice: Dice): string {
  const before = dice.pick(['д.', 'д. ', 'дом ', 'д ', '', '', '']);
  const slash = house.fraction === null ? '' : `/${house.fraction}`;
  const letter =
    house.letter === null
      ? ''
      : dice.pick([
          house.letter,
          house.letter.toUpperCase(),
          `-${house.letter}`,
          ` ${house.letter.toUpperCase()}`,
        ]);
  const { corpus, building } = house;
  const canJoin = house.fraction === null && house.letter === null && building === null;
  const corpusForms = [
    ` корп. ${corpus}`,
    `к${corpus}`,
    ` к.${corpus}`,
    ` к ${corpus}`,
    ` корпус ${corpus}`,
    `, корп.${corpus}`,
    `, корпус ${corpus}`,
    ` корп ${corpus}`,
  ];
  if (canJoin) corpusForms.push(`/${corpus}`, `-${corpus}`, `/${corpus}`);
  const withCorpus = corpus === null ? '' : dice.pick(corpusForms);
  const withBuilding =
    building === null
      ? ''
      : dice.pick([` стр. ${building}`, `с${building}`, ` строение ${building}`, `, стр.${building}`]);
  const litera = house.litera ?? (house.building === null && dice.chance(0.25) ? 'а' : null);
  const isSaid = house.litera !== null || (letter === '' && dice.chance(0.6));
  const withLitera =
    litera === null || !isSaid || litera.length > 1
      ? ''
      : dice.pick([
          ` лит. ${litera.toUpperCase()}`,
          ` литера ${litera.toUpperCase()}`,
          ` лит.${litera}`,
          `, литера ${litera.toUpperCase()}`,
          ` лит ${litera.toUpperCase()}`,
        ]);
  return `${before}${house.base}${letter}${slash}${withCorpus}${withBuilding}${withLitera}`;
}

const cityShort: Readonly<Record<string, readonly string[]>> = {
  'Санкт-Петербург': [
    'СПб',
    'спб',
    'г. СПб',
    'С-Пб',
    'Питер',
    'С.-Петербург',
    'г.Санкт-Петербург',
    'Санкт-Петербург',
  ],
};

function writeSettlement(
  { settlement, within }: PostalAddress,
  home: string,
  dice: Dice,
  ways: Set<Way>,
): string | null {
  if (settlement === null) return null;
  const isHome = settlement.name === home || within?.name === home;
  if (dice.chance(isHome ? 0.6 : 0.15)) {
    ways.add('no_settlement');
    return null;
  }
  // Of a part of a settlement people name the whole or the part.
  const named =
    within !== null && within.kind !== 'муниципальный округ' && dice.chance(0.4) ? within : settlement;
  const short = cityShort[named.name];
  if (short !== undefined) {
    ways.add('settlement_short');
    return dice.pick(short);
  }
  const kind = {
    город: ['г.', 'г. ', 'город '],
    посёлок: ['п. ', 'пос. ', 'посёлок '],
    деревня: ['д. ', 'деревня '],
    село: ['с. ', 'село '],
  }[named.kind];
  return `${kind === undefined || dice.chance(0.5) ? '' : dice.pick(kind)}${named.name}`;
}

const troubles = [
  'не горит фонарь',
  'яма',
  'не убран снег',
  'течёт труба',
  'не вывозят мусор',
  'сломаны качели',
  'скользко, не пройти',
  'нет отопления третий день',
  'гололёд на тротуаре',
];

function compose(
  settlement: string | null,
  street: string,
  house: string,
  form: Case,
  dice: Dice,
  ways: Set<Way>,
): string {
  const comma = dice.chance(0.7) ? ', ' : ' ';
  if (comma === ' ') ways.add('no_commas');
  const town = settlement === null ? '' : `${settlement}, `;
  const spoken = house.startsWith('д') ? house : `д. ${house}`;
  if (form === 'dative') {
    ways.add('house_first');
    ways.add('sentence');
    const bare = spoken.replace(/^(?:дом|д)[. ]*/, '');
    const start = dice.pick([
      `У дома ${bare}`,
      `во дворе дома ${bare}`,
      `Возле дома ${bare}`,
      `дом ${bare}`,
      `Около д. ${bare}`,
    ]);
    return `${start} по ${street}${settlement === null ? '' : ` (${settlement})`} ${dice.pick(troubles)}`;
  }
  if (form === 'prepositional') {
    ways.add('sentence');
    return `${settlement === null ? 'На' : `${settlement}: на`} ${street}${comma}${house} ${dice.pick(troubles)}`;
  }
  const plain = `${town}${street}${comma}${house}`;
  if (!dice.chance(0.5)) return plain;
  ways.add('sentence');
  return dice.pick([
    `По адресу: ${plain} ${dice.pick(troubles)}`,
    `${plain}. ${dice.pick(troubles)}`,
    `Здравствуйте! ${plain}, 3 подъезд, кв. 15, ${dice.pick(troubles)}`,
    `${dice.pick(troubles)} по адресу ${plain}`,
    `${dice.pick(troubles)} у дома ${plain}, прошу принять меры`,
    `Уже 2 недели ${dice.pick(troubles)} на ${plain}. Звонили 5 раз!`,
    `${plain}, ${dice.pick(troubles)}, 2 парадная`,
  ]);
}

function spoil(written: string, dice: Dice, ways: Set<Way>): string {
  let text = written;
  const change = (way: Way, changed: string): void => {
    if (changed === text) return;
    text = changed;
    ways.add(way);
  };
  if (dice.chance(0.6)) change('no_yo', text.replaceAll('ё', 'е').replaceAll('Ё', 'Е'));
  if (dice.chance(0.06)) change('typo', mistype(text, dice));
  if (dice.chance(0.15)) change('lower', text.toLowerCase());
  else if (dice.chance(0.06)) change('capitals', text.toUpperCase());
  if (dice.chance(0.04)) change('latin', text.replaceAll('а', 'a').replaceAll('о', 'o').replaceAll('С', 'C'));
  if (dice.chance(0.08)) change('spaces', text.replace(/ /g, '  '));
  return text;
}

/** One letter of one long word left out, doubled or swapped with the next; never the first two. */
function mistype(text: string, dice: Dice): string {
  const words = [...text.matchAll(/[А-ЯЁ][а-яё]{6,}/g)].filter(
    ({ 0: word }) => !/петербург|здравств/i.test(word),
  );
  if (words.length === 0) return text;
  const { 0: word, index } = dice.pick(words);
  const at = dice.pick(Array.from({ length: word.length - 4 }, (_, i) => i + 2));
  const [one = '', two = ''] = [word[at], word[at + 1]];
  const wrong = dice.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + one + word.slice(at),
    word.slice(0, at) + two + one + word.slice(at + 2),
  ]);
  return text.slice(0, index) + wrong + text.slice(index + word.length);
}
