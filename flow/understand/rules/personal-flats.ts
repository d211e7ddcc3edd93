import type { Shape, TextRange } from './personal-shape.ts';
import { says } from './personal-shape.ts';

/** «квартиры 1-16» tell an entrance and no household. */
function isEntrance(found: string): boolean {
  const [, from, to, more] = /(\d+) ?[-–—] ?(\d+)(.*)$/.exec(found) ?? [];
  return more === '' && Number(to) - Number(from) >= 8;
}

/** «корпус 4 квартира»: the number is that of the house. */
const ofHouse =
  /(?:(?<![а-яё])(?:д|дом|корп|корпус|стр|строение|литера?)|(?<=\d ?)к|(?<!\d.{0,3})(?<![а-яё])(?:парадная|подъезд|этаж))\.? ?№? ?$/i;
/** Another number of a list or the end of a range: «15, 16 и 17», «21 -40». */
const AND_MORE = '(?:(?: ?[-–—,;/] ?| и )\\d{1,4}(?!\\d|\\.\\d)){0,6}';
const numeral =
  '(?:ноль|ноля|один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|[а-я]{2,6}надцать|двадцать|тридцать|сорок|[а-я]{4,6}десят|девяносто|сто|двести|триста|четыреста|[а-я]{4,6}сот)';
const ordinal =
  '(?:(?:перв|втор|четверт|пят|шест|седьм|восьм|девят|десят|[а-я]{2,6}надцат|двадцат|тридцат|сороков|[а-я]{4,8}сят|сот)(?:ой|ая|ую)|трет(?:ья|ьей|ью))';

/** Flats named as such. */
export const namedFlats: readonly Shape[] = [
  {
    kind: 'flat',
    pattern: new RegExp(
      '(?<![а-яёa-z])(?:(?:кв|кварт|кв-ра|кв-ры|кв-ре|квра|комн|ком|апарт|kv|apt)(?![а-яёa-z])[.,_]?|(?:квартир[а-яё]{0,3}|комнат(?:а|е|у|ой|ы)|апартамент(?:ы|а|е)?|kvartira|apartment|flat)(?![а-яёa-z])_?)' +
        `[ :\\-–•]{0,2}(?:№{1,2}:?|n|#|номер)?[ .:]?\\d{1,4}${AND_MORE}(?:-?[а-яё](?![а-яё]))?`,
      'gi',
    ),
    accepts: (_, before, found, after) =>
      !/^ ?(?:кв|м[²2]?|метр|га|руб|этажа|этажей|подъезда|парадной|стояка|[сc]?[•°º]|[сc](?![а-яёa-z_\d@.])|град|\+ ?\d{1,2}(?=$|[\s,.!°]|[сc])(?! [\d(-]))(?![а-яё])|^ ?(?:град|стояка)/i.test(
        after,
      ) &&
      !/^кв\.? ?м/i.test(found) &&
      !/^[•°º]/.test(after) &&
      !isEntrance(found) &&
      !isSizeOf(before),
  },
  {
    kind: 'flat',
    pattern:
      /(?<![\d.,])№? ?(?:\d{1,4} ?[-–—] ?)?\d{1,4}(?: ?-?(?:я|й|ой|ю|ую|е|ей))? ?(?:кв(?:артир(?:а|е|у|ой|ою))?)(?![а-яё]|\.? ?№? ?[\d█*_[])(?!\.? ?м(?:етр|[²2]|(?![а-яё])))/gi,
    accepts: (_, before, found) =>
      !/(?:с|от) \d{1,4} (?:по|до) $/i.test(before) &&
      !ofHouse.test(before) &&
      !isEntrance(found.replace(/ ?кв.*$/i, '')),
  },
  {
    // «из 54 квартиры»: of the flat; «54 квартиры» alone counts them.
    kind: 'flat',
    pattern:
      /(?<![\d.,])№? ?\d{1,4}(?: ?-?(?:й|ой|я))? ?кв(?:артиры|-ры|\.|)(?![а-яё]|\.? ?\d)(?!\.? ?м(?:етр|[²2]|(?![а-яё])))/gi,
    accepts: says(
      /(?<![а-яё])(?:из|от|около|возле|у|с|со|над|под|напротив|рядом с|жил[а-яё]{2,4}|жител[а-яё]{1,3}|сосед[а-яё]{0,3}|соседк[а-яё]|хозя[а-яё]{2,5}|собственник[а-яё]{0,2}|двер[а-яё]{1,2}|окн[а-яё]{1,2}|владел[а-яё]{2,3}) $/i,
    ),
  },
];

/** «д. 5-115»: a flat behind the house; «д. 5-7», «д. 24-3» may be one building. */
export const flatOfHouse: Shape = {
  kind: 'flat',
  pattern:
    /(?<=(?<![а-яё])(?:д|дом)\.? ?№? ?(\d{1,3}(?:[/ ]?(?:к|корп)?\.? ?\d{1,2})?) ?)[-–—] ?\d{1,4}(?![\d\-–/.])/gi,
  accepts: (digits, before) => {
    const house = Number(/\d+/.exec(/(?:д|дом)\.? ?№? ?\d.*$/i.exec(before)?.[0] ?? '')?.[0] ?? 0);
    const flat = Number(digits);
    return flat - house > 20;
  },
};

/** «площадь комнаты 18» */
const isSizeOf = (before: string): boolean =>
  /(?:площад[а-яё]{1,3}|размер[а-яё]{0,2}|высот[а-яё]{1,2}) $/i.test(before);

/** A flat said in words; read in folded text. */
export const spelledFlat: Shape = {
  kind: 'flat',
  pattern: new RegExp(
    `(?<![а-яё])квартир(?:а|е|у|ы|ой) (?:номер )?${numeral}(?: ${numeral}){0,2}(?![а-яё])|(?<![а-яё])(?:${numeral} ){0,2}${ordinal} квартир(?:а|е|у|ы|ой)(?![а-яё])`,
    'gi',
  ),
};

/** Where somebody tells the address of the home: the number after the house is that of a flat. */
const athome =
  /(?<![а-яё])(?:прожива[а-яё]{1,6}|жив(?:у|ем|ём|ет|ёт|ут)|прописан[а-яё]{0,2}(?! в (?:снип|закон|правил|договор))|зарегистрирован[а-яё]{0,2}|прописк[аеи]|домашний адрес|мой адрес|наш адрес|адрес (?:проживания|прописки|регистрации)|адрес заявителя)(?![а-яё])/gi;
/** Street, house, its parts and the flat: «Ленина 12-45», «ул. Ленина, д. 5, 12», «Мира 5 к. 2, 17». */
const homeAddress =
  /((?:^|[\s.,№])\d{1,3} ?(?:[а-яё](?![а-яё]))?(?:\/\d{1,3})?(?:[ ,]{1,2}(?:к|корп|корпус|стр|строение|лит|литера)\.? ?(?:\d{1,2}|[а-яё](?![а-яё])))?)(?: ?[-–—] ?| ?, ?| )(\d{1,4})(?![\d:]|[.,]\d|[-–—]\d| ?-?(?:я|й|го|ая|ый|ой|ую|х)(?![а-яё])| ?(?:,? ?\[?кв|лет|год|дн|день|мес|недел|этаж|под[ъь]езд|парадн|руб|час|мин|чел|кв|квартир|комнат|корп|стр|дом|раз|детей|человек|градус|°|%|к(?![а-яё])|г(?![а-яё])|д(?![а-яё])|м(?![а-яё])))/gi;
/** After a name, without a word: «Петрова, ул. Мира 5-12». */
const signedAddress =
  /^[\s,.;:—-]{1,4}(?:(?:г|гор|город|ул|улица|пр|проспект|пер|переулок|б-р|бульвар|наб|ш|пл|мкр)\.? ?)?[А-ЯЁ][а-яё-]{2,20}(?: [А-ЯЁ][а-яё-]{2,20})?,? (?:д(?:ом|\.)? ?)?\d{1,3}[а-яё]? ?([-–—] ?\d{1,4})(?![\d-])/;
/** Where an address ends: a sentence, a number of something counted. */
const endsAddress =
  /[\n!?[]|(?<=[а-яё]{5})\.|(?<![а-яё])(?:количеств|фото|прошу|прос[ия]м|собак|кошек|соседи|около)/i;
/** An address is no longer than this. */
const LONGEST = 90;

/** Flats behind a house where the text tells the home of somebody: after «проживаю» and the like. */
export function homeFlats(text: string): TextRange[] {
  const found: TextRange[] = [];
  athome.lastIndex = 0;
  for (let cue = athome.exec(text); cue !== null; cue = athome.exec(text)) {
    const start = cue.index + cue[0].length;
    const said = text.slice(start, start + LONGEST).split(endsAddress, 1)[0] ?? '';
    homeAddress.lastIndex = 0;
    const address = homeAddress.exec(said);
    if (address === null) continue;
    const to = start + address.index + address[0].length;
    found.push({ from: start + address.index + (address[1]?.length ?? 0), to });
  }
  return found;
}

/** The flat of an address right after a name that ends at `end`. */
export function flatAfterName(text: string, end: number): TextRange | null {
  const signed = signedAddress.exec(text.slice(end, end + LONGEST));
  if (signed === null) return null;
  const to = end + signed[0].length;
  return { from: to - (signed[1]?.length ?? 0), to };
}
