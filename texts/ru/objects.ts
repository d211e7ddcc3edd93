import { writeNumber } from '../number.ts';
import { plural } from '../plural.ts';

/** Kinds of objects, as a sentence names one of them. */
const kinds = {
  building: 'здание',
  yard: 'двор',
  playground: 'детская площадка',
  sports_ground: 'спортивная площадка',
  lamp: 'фонарь',
  tree: 'дерево',
  green_area: 'газон',
  park: 'парк',
  forest: 'лес',
  water: 'водоём',
  container_site: 'контейнерная площадка',
  landfill: 'полигон отходов',
  manhole: 'люк',
  storm_drain: 'ливневая решётка',
  toilet: 'общественный туалет',
  road_segment: 'участок дороги',
  sidewalk: 'тротуар',
  crossing: 'пешеходный переход',
  traffic_light: 'светофор',
  road_sign: 'дорожный знак',
  bridge: 'мост',
  parking: 'парковка',
  stop: 'остановка',
  station: 'станция',
  rail_crossing: 'железнодорожный переезд',
  pipeline: 'трубопровод',
  power_line: 'линия электропередачи',
  construction_site: 'стройплощадка',
  cemetery: 'кладбище',
  memorial: 'памятник',
  school: 'школа',
  kindergarten: 'детский сад',
  college: 'учебное заведение',
  clinic: 'медицинская организация',
  social_institution: 'социальное учреждение',
  culture_place: 'учреждение культуры',
  sports_place: 'спортивный объект',
  office: 'учреждение',
  shop: 'магазин',
  market: 'рынок',
  pharmacy: 'аптека',
  bank: 'банк',
  post_office: 'почта',
  cafe: 'кафе',
  hotel: 'гостиница',
  fuel_station: 'заправка',
  worship_place: 'храм',
  other: 'объект',
};

/** What is written of an object: codes and words of the register. */
export interface ObjectWords {
  readonly kind: string;
  readonly name: string | null;
  readonly number: string | null;
}

const isKind = (code: string): code is keyof typeof kinds => code in kinds;

/** «фонарь № 214», «остановка «Сквер»»; a name that says the kind itself stands alone: «Школа № 5». */
function named({ kind, name, number }: ObjectWords): string {
  const word = isKind(kind) ? kinds[kind] : kinds.other;
  const numbered = number === null || number === '' ? '' : ` № ${number}`;
  if (name === null || name === '') return word + numbered;
  if (name.toLowerCase().includes(word.slice(0, 4))) return name;
  return `${word} «${name}»${numbered}`;
}

/** Objects of a place and whose they are. */
export const objects = {
  kinds,
  named,
  title: 'Объект',
  away: (meters: number) => (meters < 1 ? 'на месте' : `${writeNumber(Math.round(meters), 'ru')} м`),
  owner: (name: string) => `Балансодержатель: ${name}`,
  noOwner: 'Балансодержатель в реестре не указан',
  chosen: 'Выбран сотрудником',
  refused: 'Сотрудник отметил, что объекта здесь нет',
  gone: 'Объекта больше нет в реестре: выберите другой',
  none: 'Объектов по этой теме рядом нет',
  several: 'Рядом одинаково близко объекты разных владельцев. Выберите, о каком речь:',
  others: 'Другие объекты рядом',
  noOthers: 'Других объектов рядом нет',
  notRead: 'Объекты рядом не загрузились',
  choose: 'Выбрать другой',
  noObject: 'Не на объекте',
  hide: 'Свернуть',
  extent: 'Протяжённость проблемы',
  extents: {
    point: 'Точка',
    object: 'Весь объект',
    street: 'Вся улица',
    drawn: 'Отметить на карте',
  },
  extentNow: {
    object: 'Отмечена вся длина или площадь объекта',
    street: 'Отмечена вся улица',
    stretch: 'Отмечен участок улицы, как сказано в сообщении',
    drawn: 'Отмечена на карте сотрудником',
  },
  draw: 'Нажимайте на карту: две точки и больше — линия, замкнутая линия — площадь.',
  drawMap: 'Карта: отметьте линию или площадь проблемы',
  closeArea: 'Замкнуть в площадь',
  undo: 'Убрать последнюю точку',
  corners: (n: number) => plural(n, 'точка', 'точки', 'точек'),
  save: 'Сохранить',
};

export type ObjectTexts = typeof objects;
