import { ordinalEndings, ordinalWords, shortened, streetKinds } from './address-words.ts';
import { readWords, stemOf } from './words.ts';
import type { Word } from './words.ts';

const known = new WeakMap<Word, readonly string[]>();

/**
 * What a written word may stand for in a name, the likeliest first: «М.» is «Малая» or «Маршала», «первая» is «1-я», «пр.» is
 * «проспект» or «проезд», anything else its own stem.
 */
export function keysOf(word: Word): readonly string[] {
  const found = known.get(word);
  if (found !== undefined) return found;
  const keys = [
    ...(shortened.get(word.text) ?? []),
    ...(ordinalWords.get(word.stem) ?? []),
    ...(streetKinds.get(word.text) ?? []).map((kind) => stemOf(kind)),
    word.stem,
  ];
  const distinct = [...new Set(keys)];
  known.set(word, distinct);
  return distinct;
}

/**
 * The words of a name as the index keeps them: stems with ordinals as numbers («1-я» and «Первая» alike), endings of ordinals
 * left out, shortened words opened.
 */
export function nameStems(name: string): string[] {
  const { list } = readWords(name);
  return list
    .filter(({ text }, i) => !(list[i - 1]?.isNumber === true && ordinalEndings.has(text)))
    .map((word) => shortened.get(word.text)?.[0] ?? ordinalWords.get(word.stem)?.[0] ?? word.stem);
}

const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=[бвгджзклмнпрстфхцчшщ])[её]ц$/, ['ца', 'це', 'цу', 'цом']],
  [/(?<=[аеёиоуыэюя])ец$/, ['йца', 'йце', 'йцу', 'йцем']],
  [/[оё]к$/, ['ка', 'ке', 'ку', 'ком']],
  [/[её]л$/, ['ла', 'ле', 'лу', 'лом']],
  [/(?<=[бвгджзлмнпрстфхцчшщ])ки$/, ['ок', 'кам', 'ках', 'ками', 'ков']],
  [/(?<=[^аеёиоуыэюяй])(?:ы|и)$/, ['', 'ам', 'ах', 'ами', 'ов', 'ям', 'ях', 'ями']],
  [/о$/, ['а', 'е', 'у', 'ом']],
  [/а$|я$/, ['ы', 'и', 'е', 'у', 'ой', 'ю', 'ей']],
  [/ь$/, ['и', 'ю', 'ью', 'я', 'е', 'ем']],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/, ['а', 'у', 'е', 'ом', 'ым']],
];

/**
 * Stems a settlement's name has in the cases of grammar: «Елец» is met as «ельца», «Ростов» as «ростове», and the stemmer
 * alone does not bring them together.
 */
export function caseStems(word: string): string[] {
  const written = word.toLowerCase().replaceAll('ё', 'е');
  const stems = new Set([stemOf(written)]);
  const ending = endings.find(([pattern]) => pattern.test(written));
  for (const form of ending?.[1] ?? []) {
    const base = written.replace(ending?.[0] ?? '', '');
    stems.add(stemOf(base + form));
    // «Елец» → «Ельца»: the л before a lost vowel turns soft.
    if (base.endsWith('л') && form.startsWith('ц')) stems.add(stemOf(`${base}ь${form}`));
  }
  return [...stems].filter((stem) => stem.length > 1);
}
