import { transliterate } from '../organisations/person-names.ts';
import type { Random } from '../random.ts';
import { upperFirst } from './topic-grammar.ts';

/** How one author types, always the same way. */
export interface Hand {
  readonly letters: 'tidy' | 'lower' | 'caps' | 'latin';
  readonly stops: 'full' | 'few' | 'none';
  /** Whether ё is typed. */
  readonly typesYo: boolean;
  /** Slips per letter. */
  readonly slips: number;
  readonly shouts: boolean;
}

/** Most people type well enough; some never use capitals, a few only capitals. */
export function inventHand(chance: Random): Hand {
  return {
    letters: chance.weighted({ tidy: 0.72, lower: 0.245, caps: 0.025, latin: 0.01 }),
    stops: chance.weighted({ full: 0.62, few: 0.25, none: 0.13 }),
    typesYo: chance.chance(0.3),
    slips: chance.chance(0.45) ? chance.between(0.002, 0.018) : 0,
    shouts: chance.chance(0.14),
  };
}

const rows = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'] as const;

function neighbour(letter: string, chance: Random): string {
  const lower = letter.toLowerCase();
  const row = rows.find((keys) => keys.includes(lower));
  if (row === undefined) return letter;
  const at = row.indexOf(lower);
  const found = chance.chance(0.5) ? row[at - 1] : row[at + 1];
  return found ?? letter;
}

/** Slips of the fingers inside words: a neighbouring key, a lost, doubled or swapped letter. */
function slip(text: string, rate: number, chance: Random): string {
  if (rate === 0) return text;
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const isInside =
      /[а-яё]/i.test(letter) && /[а-яё]/i.test(text.charAt(at - 1)) && /[а-яё]/i.test(text.charAt(at + 1));
    if (!isInside || !chance.chance(rate)) {
      result += letter;
      continue;
    }
    const way = chance.int(0, 3);
    if (way === 0) result += neighbour(letter, chance);
    else if (way === 2) result += letter + letter;
    else if (way === 3) {
      result += text.charAt(at + 1) + letter;
      at += 1;
    }
  }
  return result;
}

const habits: readonly (readonly [RegExp, string])[] = [
  [/пожалуйста/g, 'пожалуста'],
  [/вообще/g, 'вобще'],
  [/невозможно/g, 'не возможно'],
  [/никто не/g, 'ни кто не'],
  [/сейчас/g, 'щас'],
  [/чтобы/g, 'что бы'],
  [/сделайте/gi, 'зделайте'],
  [/тоже/g, 'то же'],
];

function misspell(text: string, chance: Random): string {
  const [wrong, right] = chance.pick(habits);
  return text.replace(wrong, right);
}

function changeStops(text: string, stops: Hand['stops'], chance: Random): string {
  if (stops === 'full') return text;
  if (stops === 'few')
    return text.replaceAll(/, /g, () => (chance.chance(0.5) ? ' ' : ', ')).replace(/\.$/, '');
  return text.replaceAll(/[,.!:—](?=\s|$)/g, '').replaceAll(/ {2,}/g, ' ');
}

/** A clean text as this hand would have typed it. Line breaks stay. */
export function typeBy(hand: Hand, clean: string, chance: Random): string {
  let text = changeStops(clean, hand.stops, chance);
  if (!hand.typesYo) text = text.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
  if (hand.slips > 0.008) text = misspell(text, chance);
  text = slip(text, hand.slips, chance);
  if (hand.shouts && chance.chance(0.6))
    text = text.replace(/[.]?$/, chance.pick(['!', '!!!', '!!', '...', '?!']));
  if (hand.letters === 'lower') return text.toLowerCase().trim();
  if (hand.letters === 'caps') return text.toUpperCase().trim();
  if (hand.letters === 'latin') return transliterate(text).trim();
  return upperFirst(text.trim());
}
