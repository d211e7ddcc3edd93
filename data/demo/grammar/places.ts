import type { Landmark, Settlement } from '../geography/geography.ts';
import type { DemoHouse, DemoStreet } from '../demo-region.ts';
import type { Random } from '../random.ts';
import { choose } from './topic-grammar.ts';

/** The true place of a problem, as exactly as it has one. */
export interface TruePlace {
  readonly settlement: Settlement | null;
  readonly street: DemoStreet | null;
  readonly house: DemoHouse | null;
  readonly landmark: Landmark | null;
}

/** How exactly a text names its place. */
export type Mention = 'house' | 'street' | 'landmark' | 'settlement' | 'vague' | 'none';

const plainAdjectives = ['Полевой', 'Луговой', 'Ключевой', 'Мостовой'];

/** Prepositional of an adjective name; `null` when the name is a genitive and does not change. */
export function prepositional(name: string): string | null {
  const endings: readonly (readonly [RegExp, string])[] = [
    [/ая$/, 'ой'],
    [/яя$/, 'ей'],
    [/ья$/, 'ьей'],
    [/ое$/, 'ом'],
    [/ее$/, 'ем'],
    [/ье$/, 'ьем'],
    [/ний$/, 'нем'],
    [/жий$/, 'жьем'],
    [/иный$/, 'ином'],
    [/(ый|ий)$/, 'ом'],
  ];
  if (plainAdjectives.includes(name)) return name.replace(/ой$/, 'ом');
  const found = endings.find(([ending]) => ending.test(name));
  return found === undefined ? null : name.replace(found[0], found[1]);
}

const kindForms: Readonly<Record<DemoStreet['kind'], readonly [where: string, short: string]>> = {
  улица: ['на улице', 'ул.'],
  проспект: ['на проспекте', 'пр.'],
  переулок: ['в переулке', 'пер.'],
  бульвар: ['на бульваре', 'б-р'],
  шоссе: ['на шоссе', 'ш.'],
  площадь: ['на площади', 'пл.'],
  набережная: ['на набережной', 'наб.'],
  микрорайон: ['в микрорайоне', 'мкр.'],
  проезд: ['в проезде', 'пр-д'],
};

/** «на Садовой», «в переулке Тихом», «на проспекте Мира», «на ул. Садовая». */
export function onStreet(street: DemoStreet, chance: Random): string {
  const [where, short] = kindForms[street.kind];
  const preposition = where.startsWith('в ') ? 'в' : 'на';
  const name = street.formerName !== null && chance.chance(0.25) ? street.formerName : street.name;
  const bent = prepositional(name);
  if (street.kind === 'микрорайон') return chance.pick([`${where} ${name}`, `в мкр. ${name}`]);
  if (chance.chance(0.25)) return `${preposition} ${short} ${name}`;
  if (street.kind === 'улица') return chance.chance(0.6) ? `на ${bent ?? name}` : `на улице ${bent ?? name}`;
  return bent === null
    ? `${where} ${name}`
    : chance.pick([`${preposition} ${bent} ${where.split(' ')[1] ?? ''}`, `${where} ${bent}`]);
}

function number(house: DemoHouse, chance: Random): string {
  const [plain, block] = house.number.split(' корп. ');
  if (block !== undefined)
    return chance.pick([
      `${plain} корп. ${block}`,
      `${plain}к${block}`,
      `${plain} к.${block}`,
      `${plain}, корпус ${block}`,
    ]);
  return chance.chance(0.5) ? house.number.toLowerCase() : house.number;
}

/** An address in one of the many ways people write it. */
export function address(street: DemoStreet, house: DemoHouse, chance: Random): string {
  const [, short] = kindForms[street.kind];
  const name = street.formerName !== null && chance.chance(0.25) ? street.formerName : street.name;
  const written = number(house, chance);
  return choose(
    chance.weighted({
      [`${short} ${name}, д. ${written}`]: 0.24,
      [`${short} ${name}, ${written}`]: 0.2,
      [`${name} ${written}`]: 0.24,
      [`${name}, ${written}`]: 0.12,
      [`${street.kind} ${name}, дом ${written}`]: 0.12,
      [`${short}${name} д.${written}`]: 0.08,
    }),
    chance,
  );
}

const settlementForms: Readonly<Record<Settlement['kind'], readonly [where: string, short: string]>> = {
  город: ['в городе', 'г.'],
  посёлок: ['в посёлке', 'пос.'],
  село: ['в селе', 'с.'],
  деревня: ['в деревне', 'д.'],
};

export function inSettlement(settlement: Settlement, chance: Random): string {
  const [where, short] = settlementForms[settlement.kind];
  return chance.pick([
    `${where} ${settlement.name}`,
    `в ${short} ${settlement.name}`,
    `у нас ${where} ${settlement.name}`,
  ]);
}

export function settlementName(settlement: Settlement): string {
  return `${settlementForms[settlement.kind][1]} ${settlement.name}`;
}

const vaguePlaces = [
  'возле остановки',
  'во дворе',
  'у магазина',
  'на нашей улице',
  'за гаражами',
  'у поворота',
  'в нашем районе',
  'около рынка',
  'у нас',
  'возле дома',
  'у второго подъезда',
  'на окраине',
  'по дороге к школе',
  'на въезде',
  'у кольца',
  'возле перекрёстка',
  'под окнами',
  'на частном секторе',
  'за домом',
  'рядом с площадкой',
] as const;

/** What the author calls the place, with a preposition, and how exactly. */
export function mentionPlace(place: TruePlace, mention: Mention, chance: Random): string {
  const { settlement, street, house, landmark } = place;
  const isCapital = settlement?.population !== undefined && settlement.population > 100_000;
  const tail =
    settlement !== null && chance.chance(isCapital ? 0.12 : 0.6) ? `, ${settlementName(settlement)}` : '';
  if (mention === 'house' && house !== null && street !== null) {
    const written = number(house, chance);
    const on = onStreet(street, chance);
    return chance.pick([
      `по адресу ${address(street, house, chance)}${tail}`,
      `${on} ${written}${tail}`,
      `${on}, ${written}${tail}`,
      `возле дома ${written} ${on}${tail}`,
      `у дома ${address(street, house, chance)}${tail}`,
      `${on}, дом ${written}${tail}`,
    ]);
  }
  if (mention === 'landmark' && landmark !== null) {
    const by = chance.pick(['возле', 'около', 'напротив', 'недалеко от', 'у', 'в районе']);
    return street !== null && chance.chance(0.35)
      ? `${onStreet(street, chance)} ${by} ${landmark.near}${tail}`
      : `${by} ${landmark.near}${tail}`;
  }
  if (mention === 'street' && street !== null) return `${onStreet(street, chance)}${tail}`;
  if (mention === 'settlement' && settlement !== null) return inSettlement(settlement, chance);
  return mention === 'vague' ? chance.pick(vaguePlaces) : '';
}
