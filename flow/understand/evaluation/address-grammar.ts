/** How people write the parts of an address: shortened, in other cases of grammar, with ordinals in words. */

export type Case = 'nominative' | 'dative' | 'prepositional';
type Gender = 'feminine' | 'masculine' | 'neuter';

interface KindForms {
  readonly gender: Gender;
  readonly short: readonly string[];
  readonly dative: string;
  readonly prepositional: string;
}

const kinds: Readonly<Record<string, KindForms>> = {
  улица: { gender: 'feminine', short: ['ул.', 'ул', 'ул.'], dative: 'улице', prepositional: 'улице' },
  проспект: {
    gender: 'masculine',
    short: ['пр.', 'пр-т', 'просп.', 'пр-кт', 'пр'],
    dative: 'проспекту',
    prepositional: 'проспекте',
  },
  набережная: {
    gender: 'feminine',
    short: ['наб.', 'наб'],
    dative: 'набережной',
    prepositional: 'набережной',
  },
  бульвар: { gender: 'masculine', short: ['б-р', 'бул.'], dative: 'бульвару', prepositional: 'бульваре' },
  шоссе: { gender: 'neuter', short: ['ш.'], dative: 'шоссе', prepositional: 'шоссе' },
  переулок: { gender: 'masculine', short: ['пер.', 'пер'], dative: 'переулку', prepositional: 'переулке' },
  площадь: { gender: 'feminine', short: ['пл.'], dative: 'площади', prepositional: 'площади' },
  линия: { gender: 'feminine', short: ['лин.'], dative: 'линии', prepositional: 'линии' },
  проезд: { gender: 'masculine', short: ['пр-д', 'пр.'], dative: 'проезду', prepositional: 'проезде' },
  аллея: { gender: 'feminine', short: ['ал.'], dative: 'аллее', prepositional: 'аллее' },
  дорога: { gender: 'feminine', short: ['дор.'], dative: 'дороге', prepositional: 'дороге' },
};

/** The ways a kind of street is shortened; itself where people never shorten it. */
export const shortKinds = (kind: string): readonly string[] => kinds[kind]?.short ?? [kind];

/** The kind of a street in a case of grammar, `null` where it is not known how. */
export function kindIn(kind: string, form: Case): string | null {
  if (form === 'nominative') return kind;
  return kinds[kind]?.[form] ?? null;
}

const endings: readonly (readonly [RegExp, Gender, string, string])[] = [
  [/ая$/, 'feminine', 'ой', 'ой'],
  [/яя$/, 'feminine', 'ей', 'ей'],
  [/(?<=[кгхжчшщ])ий$/, 'masculine', 'ому', 'ом'],
  [/ый$|ой$/, 'masculine', 'ому', 'ом'],
  [/ий$/, 'masculine', 'ему', 'ем'],
  [/ое$/, 'neuter', 'ому', 'ом'],
  [/ее$/, 'neuter', 'ему', 'ем'],
];
const ordinalEndings: Readonly<Record<Gender, readonly [string, string]>> = {
  feminine: ['-й', '-й'],
  masculine: ['-му', '-м'],
  neuter: ['-му', '-м'],
};

/**
 * The name of a street in a case of grammar: adjectives are declined with their kind («по Малой Балканской»), a name in the
 * genitive stays («по улице Мира»).
 */
export function nameIn(name: string, kind: string, form: Case): string {
  if (form === 'nominative') return name;
  const gender = kinds[kind]?.gender;
  if (gender === undefined) return name;
  const at = form === 'dative' ? 0 : 1;
  return name
    .split(' ')
    .map((word) => {
      if (/^\d+-(?:я|й|е)$/.test(word)) return word.replace(/-.*$/, ordinalEndings[gender][at]);
      const found = endings.find(([ending, of]) => of === gender && ending.test(word));
      return found === undefined
        ? word
        : word.replace(found[0], found[at + 2] === undefined ? '' : String(found[at + 2]));
    })
    .join(' ');
}

/** Whether a name is an adjective of its kind («Гражданский проспект»), not somebody's or something's («проспект Мира»). */
export const isAdjective = (name: string): boolean => /(?:ая|яя|ий|ый|ой|ое|ее)$/.test(name);

const ordinalWords: readonly (readonly [string, string])[] = [
  ['1', 'перв'],
  ['2', 'втор'],
  ['4', 'четверт'],
  ['5', 'пят'],
  ['6', 'шест'],
  ['7', 'седьм'],
  ['8', 'восьм'],
  ['9', 'девят'],
  ['10', 'десят'],
];

/** «1-я» as people write it: «1я», «1», «первая». */
export function ordinalForms(word: string): readonly string[] {
  const [, number = '', ending = ''] = /^(\d+)-(я|й|е)$/.exec(word) ?? [];
  if (number === '') return [word];
  const stem = ordinalWords.find(([known]) => known === number)?.[1];
  const full: Readonly<Record<string, string>> = {
    я: 'ая',
    й: /^(?:2|6|7|8)$/.test(number) ? 'ой' : 'ый',
    е: 'ое',
  };
  const spoken = stem === undefined ? [] : [`${stem}${full[ending] ?? ''}`];
  return [word, `${number}${ending}`, number, `${number} ${ending}`, ...spoken];
}

const shortWords: Readonly<Record<string, readonly string[]>> = {
  Малая: ['М.', 'Мал.'],
  Малый: ['М.', 'Мал.'],
  Большая: ['Б.', 'Бол.'],
  Большой: ['Б.', 'Бол.'],
  Средний: ['Ср.'],
  Средняя: ['Ср.'],
  Новая: ['Нов.'],
  Старая: ['Ст.'],
  Верхняя: ['Верх.'],
  Нижняя: ['Ниж.'],
  реки: ['р.', ''],
  канала: ['кан.', 'к.'],
  Красного: ['Кр.'],
  Красных: ['Кр.'],
};
const ranks: Readonly<Record<string, readonly string[]>> = {
  Маршала: ['М.', 'марш.', ''],
  Генерала: ['ген.', ''],
  Академика: ['ак.', 'акад.', ''],
  Профессора: ['проф.', ''],
  Адмирала: ['адм.', ''],
  Капитана: ['кап.', ''],
  Полковника: [''],
  Композитора: [''],
};

/** One way of shortening a word of a name; a rank or a first name may be left out: `''`. */
export function shortForms(word: string, isFirstName: boolean): readonly string[] {
  const known = shortWords[word] ?? ranks[word];
  if (known !== undefined) return known;
  return isFirstName ? [`${word[0] ?? ''}.`, ''] : [];
}
