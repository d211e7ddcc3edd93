import { GENITIVE, GIVEN, isOnStreetSigns, nameTraits, PATRONYMIC } from './person-names.ts';
import type { Words } from './words.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Before or after these a name is that of a street, a school, a ship. */
const placeKinds = list(
  'улиц перекресток перекрестка перекрестке пересечение пересечении угол углу ст станция станции станцию часовня часовни часовней храм храма храме собор собора соборе церковь церкви ул улица улице улицы улицу улицей улицам проспект проспекта проспекту проспекте пр просп переулок переулка переулке пер проезд проезда проезде площадь площади пл набережная набережной набережную наб бульвар бульвара бульваре шоссе аллея аллеи аллее имени им сквер сквера сквере парк парка парке памятник памятника памятнику памятнике бюст мост моста мосту метро остановка остановке остановки дк музей музея музее театр театра библиотека библиотеки теплоход набережные монумент стела фонд фонда лицей гимназия сад сада саду лагерь завод завода',
);
/** A kind of street cut by a hyphen: «пр-т», «б-р», «пер-к». */
const cutKinds = list(
  'пр-т пр-кт пр-кта пр-кту пр-кте пр-та пр-ту пр-те б-р б-ре пер-к ул-ца ул-це пр-д м-н',
);
/** Ranks streets are called with: «улица Маршала Ивана Конева». */
const ranks = list(
  'маршала генерала адмирала академика космонавта космонавтов летчика партизана партизанки героя героев сержанта капитана полковника лейтенанта командарма комсомолки комсомольца комиссара хирурга профессора писателя поэта архитектора композитора художника ученого инженера князя святого святой святых преподобного патриарха императора царя братьев сестер пионера советского союза россии старшего младшего рядового конструктора авиаконструктора доктора врача танкиста снайпера разведчика медсестры учителя',
);
/** Who holds a public office is named by it; the names of these people are public. */
const offices = list(
  'губернатор губернатора губернатору губернатором губернаторе мэр мэра мэру мэром мэре президент президента президенту президентом министр министра министру министром вице-губернатор глава главы главе главу главой премьер премьера премьеру',
);
/** May stand between the office and the name. */
const ofOffice = list(
  'администрации города района региона области республики края округа поселения сельсовета муниципального муниципалитета городского сельского районного образования правительства г российской федерации рф министр господин господина господину исполняющий обязанности временно врио и о с мо сп гп рп',
);

const besideStreets = list('по до между вдоль возле около напротив адресу адрес дороги стороне стороны');
const besideHouses = list('подъезд парадная парадной корпус корп к лит литера литер стр строение');

/** After an office the name may still be that of a private person: «глава семьи», «от». */
const MOST_BETWEEN = 5;

const textAt = (words: Words, i: number): string => (i < 0 ? '' : (words.list[i]?.text ?? ''));

function between(words: Words, i: number): string {
  if (i < 0 || i + 1 >= words.list.length) return '\n';
  return words.text.slice(words.ends[i], words.starts[i + 1]);
}

const isCapitalAt = (words: Words, i: number): boolean => {
  const at = words.starts[i] ?? 0;
  return i >= 0 && i < words.list.length && words.text[at] !== words.folded[at];
};

/** Whether the words first…end are what a street, a school or a monument is called after. */
export function isPlaceName(words: Words, first: number, end: number): boolean {
  const beforeRanks = skipBack(words, first);
  const isRanked = beforeRanks < first - 1;
  if (isKindOfPlace(words, beforeRanks)) {
    // «директор завода Иванов Иван Иванович» is a person: what is called after one stands in the genitive.
    if (!hasPatronymic(words, first, end) || isRanked || standsInGenitive(words, first, end)) return true;
  }
  if (textAt(words, first - 1) === 'по' && end - first === 2) return true;
  // «у дома Максим Островского дом 7»: a street read from a map, its last word in the genitive.
  if (
    !hasPatronymic(words, first, end) &&
    /(?:[оы]го|[иы]х)$/.test(textAt(words, end - 1)) &&
    isHouseAfter(words, end - 1)
  )
    return true;
  if (!standsInGenitive(words, first, end)) return false;
  if (isRanked) return true;
  if (placeKinds.has(textAt(words, end)) && between(words, end - 1) === ' ') return true;
  const [one, two] = [words.list[first], words.list[first + 1]];
  if (one !== undefined && two !== undefined && end - first === 2 && isOnStreetSigns(one, two)) return true;
  if (hasPatronymic(words, first, end)) return false;
  return isSaidOfStreet(words, first, end) || isHouseAfter(words, end - 1);
}

/** The word before, passing over ranks and over the «д.» of «ул. Героя …». */
function skipBack(words: Words, first: number): number {
  let at = first - 1;
  while (at >= 0 && at > first - 5 && ranks.has(textAt(words, at))) at -= 1;
  return at;
}

/** A word cut short has a dot inside a name; after a whole one it ends the sentence: «в парке. Иванова Мария». */
const cutShort = /^[а-я-]{1,5}(?<![аеиоуыэюя])$/;
const wholeWords: ReadonlySet<string> = new Set(['парк', 'сад', 'дом', 'двор', 'мост', 'пруд', 'завод']);

function isKindOfPlace(words: Words, at: number): boolean {
  const word = textAt(words, at);
  if (between(words, at).includes('.') && (!cutShort.test(word) || wholeWords.has(word))) return false;
  if (!/^[. ]{1,3}[«"„]?$|^\.$/.test(between(words, at))) return false;
  return placeKinds.has(word) || cutKinds.has(`${textAt(words, at - 1)}-${word}`);
}

function hasPatronymic(words: Words, first: number, end: number): boolean {
  return words.list.slice(first, end).some((word) => (nameTraits(word) & PATRONYMIC) !== 0);
}

/** Words that only streets have around them: «от … до Заречной», «дома 3 на …», «… подъезд 2». */
function isSaidOfStreet(words: Words, first: number, end: number): boolean {
  const before = textAt(words, first - 1);
  if (besideStreets.has(before) || besideHouses.has(textAt(words, end))) return true;
  if (before === 'на') return words.list[first - 2]?.isNumber === true;
  if (before === 'от' || before === 'с') return textAt(words, end) === 'до';
  return (
    before === 'и' && isCapitalAt(words, first - 2) && /(?:а|ой|ого|ы|и)$/.test(textAt(words, first - 2))
  );
}

/** Streets are called after people in the genitive; «Александра» is a genitive and a woman, and counts here. */
function standsInGenitive(words: Words, first: number, end: number): boolean {
  let isPossible = true;
  for (let i = first; i < end; i += 1) {
    const word = words.list[i];
    const traits = word === undefined ? 0 : nameTraits(word);
    if ((traits & GIVEN) !== 0) return (traits & GENITIVE) !== 0;
    if ((traits & PATRONYMIC) !== 0 || textAt(words, i).length > 1)
      isPossible &&= /(?:а|ого|ой|[ыи]х?|ко)$/.test(textAt(words, i)) && !textAt(words, i).endsWith('вна');
  }
  return isPossible;
}

/** A short number right after makes it an address: «Льва Толстого 12». */
export function isHouseAfter(words: Words, i: number): boolean {
  if (!/^(?:,? ?|-)$/.test(between(words, i))) return false;
  const isNamed = /^(?:д|дом|дома|доме)$/.test(textAt(words, i + 1));
  const at = isNamed ? i + 2 : i + 1;
  const number = words.list[at];
  if (number?.isNumber !== true || number.text.length > 3) return isNamed;
  // A telephone begins with a short number, too: «39-11-22», «8 912».
  const next = words.list[at + 1];
  const isLong = next?.isNumber === true && (next.text.length > 2 || words.list[at + 2]?.isNumber === true);
  if (isLong && !/[/,;]/.test(between(words, at))) return false;
  return !/^(?:лет|год|года|г|руб|рублей)$/.test(textAt(words, at + 1));
}

/** Whether the name at `first` is that of a holder of a public office: «глава района Петров П. П.». */
export function isInOffice(words: Words, first: number): boolean {
  let at = first - 1;
  for (; at >= 0 && at >= first - MOST_BETWEEN; at -= 1) {
    if (/[.!?\n;:]/.test(between(words, at)) && textAt(words, at) !== 'г' && textAt(words, at) !== 'о')
      return false;
    const word = textAt(words, at);
    if (offices.has(word)) return true;
    // «главы города Курска Иванова»: the name of the place stands right before.
    if (!ofOffice.has(word) && !(isCapitalAt(words, at) && between(words, at) === ' ')) return false;
  }
  return false;
}
