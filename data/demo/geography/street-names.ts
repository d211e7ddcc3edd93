import type { Random } from '../random.ts';

export const streetKinds = [
  'улица',
  'проспект',
  'переулок',
  'бульвар',
  'шоссе',
  'площадь',
  'набережная',
  'микрорайон',
  'проезд',
] as const;
export type StreetKind = (typeof streetKinds)[number];

/** Adjectives in the masculine; they agree with the kind of the street. */
// prettier-ignore
const adjectives = [
  'Садовый', 'Полевой', 'Лесной', 'Заводской', 'Школьный', 'Речной', 'Озёрный', 'Луговой', 'Молодёжный', 'Северный',
  'Южный', 'Восточный', 'Западный', 'Новый', 'Зелёный', 'Солнечный', 'Берёзовый', 'Сосновый', 'Кедровый', 'Рябиновый',
  'Вишнёвый', 'Цветочный', 'Тихий', 'Светлый', 'Ясный', 'Весенний', 'Летний', 'Осенний', 'Рабочий', 'Советский',
  'Комсомольский', 'Пионерский', 'Октябрьский', 'Первомайский', 'Интернациональный', 'Вокзальный', 'Железнодорожный',
  'Станционный', 'Базарный', 'Ярмарочный', 'Больничный', 'Почтовый', 'Театральный', 'Спортивный', 'Строительный',
  'Кирпичный', 'Песчаный', 'Каменный', 'Горный', 'Рудничный', 'Шахтёрский', 'Литейный', 'Механический', 'Ткацкий',
  'Гончарный', 'Кузнечный', 'Мельничный', 'Колхозный', 'Совхозный', 'Дачный', 'Парковый', 'Центральный', 'Овражный',
  'Родниковый', 'Ключевой', 'Мостовой', 'Пристанский', 'Рыбацкий', 'Лодочный', 'Сплавной', 'Лебяжий', 'Журавлиный',
  'Соловьиный', 'Троицкий', 'Покровский', 'Никольский', 'Преображенский', 'Старослободский', 'Новослободский',
  'Велецкий', 'Журавский', 'Ладинский', 'Рудоярский', 'Тихоборский', 'Дорожный', 'Складской', 'Тупиковый', 'Кольцевой',
  'Объездной', 'Верхний', 'Нижний', 'Дальний', 'Крайний', 'Просторный', 'Уютный', 'Звёздный', 'Космический', 'Снежный',
] as const;

/** Genitives and fixed names. */
// prettier-ignore
const genitives = [
  'Мира', 'Победы', 'Ленина', 'Гагарина', 'Пушкина', 'Чехова', 'Лермонтова', 'Горького', 'Некрасова', 'Тургенева',
  'Маяковского', 'Есенина', 'Чкалова', 'Матросова', 'Кирова', 'Калинина', 'Карла Маркса', 'Энгельса', 'Свердлова',
  'Фрунзе', 'Чапаева', 'Щорса', 'Менделеева', 'Ломоносова', 'Попова', 'Павлова', 'Мичурина', 'Королёва', 'Циолковского',
  'Титова', 'Терешковой', 'Суворова', 'Кутузова', 'Ушакова', 'Нахимова', 'Дружбы', 'Свободы', 'Труда', 'Космонавтов',
  'Строителей', 'Металлургов', 'Энергетиков', 'Геологов', 'Учителей', 'Ветеранов', 'Защитников Отечества', 'Красных Партизан',
  '8 Марта', '1 Мая', '9 Января', '40 лет Победы', '50 лет Октября', 'Героев-Лесников', 'Сплавщиков', 'Машиностроителей',
  'Химиков', 'Лесорубов', 'Юности', 'Академика Тверцова', 'Маршала Жукова', 'Лётчика Одинцова', 'Ивана Велецкого',
] as const;

/** Former names that people still use. */
export const formerNames: readonly (readonly [kind: StreetKind, now: string, before: string])[] = [
  ['улица', 'Покровская', 'Красноармейская'],
  ['улица', 'Троицкая', 'Большевистская'],
  ['проспект', 'Ясный', 'Пятилетки'],
];

/** Kinds that carry only fitting names; when these run out the street is a plain улица. */
// prettier-ignore
const fitting: Readonly<Partial<Record<StreetKind, readonly string[]>>> = {
  проспект: ['Мира', 'Победы', 'Ленина', 'Гагарина', 'Строителей', 'Металлургов', 'Машиностроителей', 'Октябрьский', 'Молодёжный', 'Космонавтов', 'Энергетиков', 'Дружбы', 'Химиков', 'Ломоносова', 'Комсомольский', 'Советский', 'Свободы', 'Труда', 'Театральный', 'Северный', 'Защитников Отечества'],
  микрорайон: ['Солнечный', 'Северный', 'Южный', 'Берёзовый', 'Сосновый', 'Молодёжный', 'Ясный', 'Озёрный', 'Звёздный', 'Кедровый', 'Просторный', 'Заводской'],
  набережная: ['Речной', 'Озёрный', 'Лодочный', 'Рыбацкий', 'Тихий', 'Пристанский', 'Лебяжий', 'Сплавщиков', 'Зелёный', 'Верхний', 'Нижний', 'Театральный', 'Журавлиный', 'Ключевой'],
  шоссе: ['Велецкий', 'Журавский', 'Рудоярский', 'Тихоборский', 'Ладинский', 'Объездной', 'Северный', 'Заводской', 'Лесной'],
  площадь: ['Центральный', 'Советский', 'Победы', 'Ленина', 'Вокзальный', 'Базарный', 'Ярмарочный', 'Мира'],
  бульвар: ['Цветочный', 'Соловьиный', 'Зелёный', 'Юности', 'Строителей', 'Рябиновый', 'Берёзовый', 'Вишнёвый', 'Весенний', 'Учителей'],
};

const feminineKinds: readonly StreetKind[] = ['улица', 'площадь', 'набережная'];

function agree(adjective: string, kind: StreetKind): string {
  const stem = adjective.slice(0, -2);
  const soft = adjective.endsWith('ний') && !/(дарн|арн)ий$/.test(adjective);
  if (feminineKinds.includes(kind)) {
    if (adjective.endsWith('жий')) return `${stem}ья`;
    return stem + (soft ? 'яя' : 'ая');
  }
  if (kind === 'шоссе') {
    if (adjective.endsWith('жий')) return `${stem}ье`;
    return stem + (soft || /[чщ]ий$/.test(adjective) ? 'ее' : 'ое');
  }
  return adjective;
}

export interface StreetName {
  readonly kind: StreetKind;
  /** Without the kind: «Садовая», «Мира». */
  readonly name: string;
}

/** «Садовая улица» is said as «улица Садовая»; one way everywhere keeps addresses recognisable. */
export function spell({ kind, name }: StreetName): string {
  return `${kind} ${name}`;
}

/** An endless pack: every stem once in random order, then again. */
function packOf(stems: readonly string[], chance: Random): () => string {
  let pack: string[] = [];
  return () => {
    if (pack.length === 0) pack = chance.shuffle(stems);
    return pack.pop() ?? '';
  };
}

function inKind(stem: string, kind: StreetKind): string {
  const isAdjective = /(ый|ий)$/.test(stem) || adjectives.some((adjective) => adjective === stem);
  return isAdjective ? agree(stem, kind) : stem;
}

/** Deals names for one settlement, never the same kind and name twice. */
export function dealStreetNames(kinds: readonly StreetKind[], chance: Random): StreetName[] {
  const ordinary = packOf([...adjectives, ...genitives], chance);
  const special = new Map(
    Object.entries(fitting).map(([kind, stems]) => [
      kind,
      { left: stems.length, deal: packOf(stems, chance) },
    ]),
  );
  const dealt = new Set<string>();
  const free = (kind: StreetKind, deal: () => string): StreetName => {
    for (;;) {
      const name = inKind(deal(), kind);
      if (dealt.has(`${kind} ${name}`)) continue;
      dealt.add(`${kind} ${name}`);
      return { kind, name };
    }
  };
  return kinds.map((kind) => {
    const pack = special.get(kind);
    if (pack === undefined) return free(kind, ordinary);
    pack.left -= 1;
    return pack.left < 0 ? free('улица', ordinary) : free(kind, pack.deal);
  });
}
