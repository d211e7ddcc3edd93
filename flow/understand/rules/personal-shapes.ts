import { isCardNumber, isOrganisationNumber, isPersonalInn, isSnils } from './personal-numbers.ts';
import type { PersonalKind } from './personal-kinds.ts';

/** How personal data of one kind is written. */
export interface Shape {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  /** Whether what is found is what it seems. `digits` are those found, `before` and `after` 40 characters around. */
  readonly accepts?: (digits: string, before: string, found: string, after: string) => boolean;
}

const SEP = '[\\s().\\-–—‑−_/*]';
const says = (words: RegExp) => (_: string, before: string) => words.test(before);
/** A digit that begins no date: «т. 3333112 30.11.2020». */
const DIGIT = '(?!\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d)\\d';
const isDate = /^\s*(?:0?[1-9]|[12]\d|3[01])[. ]{1,2}(?:0?[1-9]|1[0-2])[. ]{1,2}(?:19|20)?\d{2}(?!\d)/;
const plateLetter = '[авекмнорстухabekmhopctyx]';

/** A number of a paper, not of a telephone: «заявка 9123456789», «ОГРН 1027700132195». */
const ofPaper =
  /(?<![а-яёa-z])(?:заявк|обращени|сообщени|инцидент|договор|постановлени|приказ|распоряжени|исх|вх|рег|дел[оау]|кадастр|огрн|окпо|октмо|инн|кпп|бик|корр|к\/с|уин|трек|штрих|сч[её]тчик|зав|заводск|инвентарн|отслежив|идентификатор|id|гост|снип|санпин|сп)[а-яё]{0,8}[.,]? ?(?:под |за )?(?:№|номер[а-я]{0,2}|n|:)?[ :№#-]{0,3}$/i;
const phoneCue =
  /(?<![а-яё])(?:тел|телефон[а-яё]{0,3}|моб|мобильн[а-яё]{1,3}|сотов[а-яё]{1,3}|звон[а-яё]{1,6}|позвон[а-яё]{1,5}|перезвон[а-яё]{1,5}|набер[а-яё]{1,4}|связ[а-яё]{1,4}|контакт[а-яё]{0,6}|мой номер|по номеру|с номера|на номер|whats ?app|ватсап[а-яё]?|вацап|вотсап|вайбер[а-яё]?|viber|смс|sms|т(?=[.:])|tel|phone)(?:\.|:)?[^\d\n.!?]{0,14}(?:\d[\d -]{4,14}(?: и|,|;| или){1,2} ?)?$/i;
/** Lines that organisations publish, right before a landline. */
const ofOrganisation =
  /(?<![а-яё])(?:горяч[а-яё]{2} лини[а-яё]|диспетчер[а-яё]{0,8}|аварийн[а-яё]{2,3}(?: служб[а-яё]| бригад[а-яё])?|при[её]мн[а-яё]{2,3}|регистратур[а-яё]|справочн[а-яё]{2,3}|колл?-?центр[а-яё]?|call-?cent(?:er|re)|дежурн[а-яё]{2,3}(?: част[а-яё])?|един[а-яё]{2,3} номер[а-яё]?|поликлиник[а-яё]|мфц|жэс|жэк|жкс|тсж|водоканал[а-яё]?|администраци[а-яё]|ук(?![а-яё]))(?:тел\.|[^\d\n.!?]){0,25}$/i;
const ofPerson =
  /(?<![а-яё])(?:мой|моя|моего|мне|меня|личн[а-яё]+|домашн[а-яё]+|сотов[а-яё]+|мобильн[а-яё]+)(?![а-яё])/i;

const isLandlineOfOrganisation = (digits: string, before: string): boolean => {
  const local = digits.length > 10 ? digits.slice(1) : digits;
  return (
    !(local.length === 10 && local.startsWith('9')) && ofOrganisation.test(before) && !ofPerson.test(before)
  );
};
/** 8-800 belongs to organisations only. */
const isFree = (digits: string): boolean => /^[78]?80[0-9]/.test(digits) && /^[78]?80[04]\d{7}$/.test(digits);
/** «7/8/9/11» lists floors: parts of a telephone divided by strokes are longer. */
const isListing = (found: string): boolean => /[/*]/.test(found) && !/\d{3}/.test(found);
/** «заявку 89123456789, перезвоните»: eleven digits of a mobile are no number of a paper unless it is said to be one. */
const isMobile = (digits: string, before: string): boolean =>
  /^[78]9\d{9}$/.test(digits) && !/(?:№|номер[а-я]{0,2}|n) ?$/i.test(before);
const isPhone = (digits: string, before: string, found: string): boolean =>
  !isFree(digits) &&
  (isMobile(digits, before) || !ofPaper.test(before)) &&
  !isListing(found) &&
  !/8[ (-]{0,3}80[04][ )-]{0,3}$/.test(before) &&
  !/\d[.,:]$/.test(before) &&
  !isLandlineOfOrganisation(digits, before);

/** «квартиры 1-16» tell an entrance and no household. */
function isEntrance(found: string): boolean {
  const [, from, to, more] = /(\d+) ?[-–—] ?(\d+)(.*)$/.exec(found) ?? [];
  return more === '' && Number(to) - Number(from) >= 8;
}

/** Five digits near each other, without which no long number is there. */
export const longNumber = /(?:\d[^\p{L}\d]{0,6}){4}\d/u;

/** All patterns are bounded, so that a text of any length takes time in proportion to it. */
export const longShapes: readonly Shape[] = [
  {
    kind: 'account',
    pattern: /(?<!\d)(?:408(?:17|20)|423\d\d|426\d\d)(?:[ .-]?\d){15}(?!\d)/g,
  },
  {
    kind: 'account',
    pattern: /(?<!\d)\d(?:[ -]?\d){4,14}(?!\d)/g,
    accepts: says(
      /(?:лицев[а-яё]{2,3}(?: сч[её]т[а-яё]{0,2})?|(?<![а-яё])л ?[/\\] ?с(?:ч[её]т[а-яё]?)?|номер[а-я]? абонента|абонентск[а-яё]{2,3} (?:номер|сч[её]т)[а-яё]?)[^\d\n]{0,6}$/i,
    ),
  },
  {
    kind: 'card',
    pattern: /(?<![\d.,])[2-6](?:[ \-–‑]?\d){12,18}(?![\d])/g,
    accepts: (digits, before, found, after) =>
      !ofPaper.test(before) &&
      !isOrganisationNumber(digits) &&
      (isCardNumber(digits) ||
        (digits.length === 16 &&
          (/карт|сбер|перевод|перевед/i.test(before + after) ||
            /^\d{4}([ -])\d{4}\1\d{4}\1\d{4}$/.test(found)))),
  },
  {
    kind: 'policy',
    pattern: /(?<!\d)\d(?:[ -]?\d){15}(?!\d)/g,
    accepts: says(/полис|(?<![а-яё])омс(?![а-яё])|(?<![а-яё])енп(?![а-яё])/i),
  },
  { kind: 'snils', pattern: /(?<![\d-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\d-])/g },
  {
    kind: 'snils',
    pattern: /(?<!\d)\d{3}[ \-–.]?\d{3}[ \-–.]?\d{3}[ \-–.]{0,3}\d{2}(?!\d)/g,
    accepts: (digits, before) =>
      /снилс|страхов|пенсионн[а-яё]+ свидет/i.test(before) ||
      (isSnils(digits) && !/^[78][3489]/.test(digits)),
  },
  {
    kind: 'inn',
    pattern: /(?<!\d)\d{12}(?!\d)|(?<!\d)\d{4}(?: \d{2}){4}(?!\d)/g,
    accepts: (digits, before) => isPersonalInn(digits) || /инн/i.test(before),
  },
  {
    kind: 'passport',
    pattern: /(?<!\d)\d{2}[ -]?\d{2}(?:[ ,.:;-]|№|n|no|номер|и){0,6}(?:\d{6}|\d{3} \d{3})(?!\d)/gi,
    accepts: says(/пасп|сери[яию]|удостоверени[а-яё]{1,2} личности/i),
  },
  {
    kind: 'passport',
    pattern: /(?<![\d-])\d{4} (?:№ ?|n ?)?\d{6}(?![\d-])/gi,
    accepts: (_, before) => !ofPaper.test(before),
  },
  { kind: 'passport', pattern: /(?<![\d.,-])\d{2} \d{2} (?:№ ?)?\d{6}(?![\d-])/g },
  {
    kind: 'passport',
    pattern: /(?<!\d)\d{2} ?(?:№ ?)?\d{7}(?!\d)/g,
    accepts: says(/загран[а-яё ]{0,20}[^\d\n]{0,14}$/i),
  },
  {
    kind: 'passport',
    pattern: /(?<!\d)\d{3}[- ]\d{3}(?!\d)/g,
    accepts: says(/код[а-яё]{0,2} подразделени[а-яё][^\d\n]{0,4}$|(?<![а-яё])к ?\/ ?п[^\d\n]{0,3}$/i),
  },
  {
    kind: 'document',
    pattern:
      /(?<![\dа-яё])(?:\d{2} ?[а-яё]{2}|\d{2} ?\d{2}|[ivx]{1,5} ?- ?[а-яё]{2}|[а-яё]{2}|[а-яё]{3})?[ ,-]{0,2}(?:№|n|номер)? ?\d{6,7}(?!\d)/gi,
    accepts: says(
      /(?:водительск[а-яё]{2,3} (?:удостоверени[а-яё]{1,2}|прав[а-яё]{0,2})|(?<![а-яё])в ?[/\\] ?у(?![а-яё])|(?<![а-яё])ву(?![а-яё])|(?<![а-яё])прав[аы] (?:№|сери)|свидетельств[а-яё]{0,2} о (?:рождени|брак|смерт|регистраци)[а-яё]{1,2}|военн[а-яё]{2,3} билет[а-яё]{0,2}|(?<![а-яё])(?:стс|птс)(?![а-яё])|удостоверени[а-яё]{1,2} (?:ветеран|инвалид|многодетн|пенсион|участник)[а-яё]{0,4}|(?<![а-яё])справк[а-яё] мсэ|(?<![а-яё])больничн[а-яё]{2,3} лист[а-яё]{0,2})[^\d\n]{0,24}$/i,
    ),
  },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![\\d+])(?:\\+ ?7|8|7)${SEP}{0,4}[3489](?:${SEP}{0,3}${DIGIT}){9}(?!\\d)`, 'g'),
    accepts: isPhone,
  },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<!\\d)\\+ ?[1-9]\\d{0,2}(?:${SEP}{0,3}\\d){7,12}(?!\\d)`, 'g'),
    accepts: isPhone,
  },
  { kind: 'phone', pattern: /(?<![\d:.,#№-])00 ?[1-9](?:[ ()-]{0,2}\d){9,13}(?!\d|\.\d)/g, accepts: isPhone },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![\\d№#])\\(?9\\d{2}(?:${SEP}{0,3}\\d){7}(?!\\d)`, 'g'),
    accepts: isPhone,
  },
  { kind: 'phone', pattern: /\(\d{3,5}\)[\s-]{0,2}\d{1,3}(?:[\s\-–]?\d{2}){1,3}(?!\d)/g, accepts: isPhone },
  { kind: 'phone', pattern: /(?<![\d\-–№#])\d{3}[-–‑]\d{2}[-–‑]\d{2}(?![\d\-–])/g, accepts: isPhone },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<!\\d)\\d(?:[\\s\\-–‑().]{0,2}${DIGIT}){4,11}(?!\\d)`, 'g'),
    accepts: (digits, before, found) =>
      !isDate.test(found) &&
      phoneCue.test(before) &&
      isPhone(digits, before, found) &&
      !/^(?:19|20)\d\d[ .-]/.test(found),
  },
];

/** Shapes of short numbers: dates of birth, car plates, flats. */
export const shortShapes: readonly Shape[] = [
  {
    kind: 'birth_date',
    pattern:
      /(?<!\d)(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)?|19|20)\d{2}(?!\d)(?=,?\s{0,2}(?:г(?:\. ?| )р(?![а-яё])|года? рожд|г\. ?рожд|рожд))/gi,
  },
  {
    kind: 'birth_date',
    pattern:
      /(?<!\d)\d{1,2} (?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]{1,2} (?:19|20)\d{2}(?!\d)(?=,?\s{0,2}(?:г(?:\. ?| )р(?![а-яё])|года? рожд|г\. ?рожд|рожд))/gi,
  },
  {
    kind: 'birth_date',
    pattern:
      /(?<!\d)\d{1,2}(?:[./-]| (?=[а-яё]))(?:\d{1,2}|(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]{1,2})[./ -](?:19|20)?\d{2}(?!\d)/gi,
    accepts: says(/рожд[а-яё]{0,6}[^\d\n]{0,6}$|родил[а-яё]{1,3}[^\d\n]{0,6}$|д\.? ?р\.? ?:? ?$/i),
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `(?<![а-яёa-z\\d])${plateLetter}\\d{3}${plateLetter}{2}(?: ?\\d{2,3}(?!\\d))?(?: ?rus)?(?![а-яёa-z])`,
      'gi',
    ),
  },
  {
    kind: 'plate',
    pattern:
      /(?<![А-ЯЁA-Zа-яё\d])[АВЕКМНОРСТУХABEKMHOPCTYX] ?\d{3} ?[АВЕКМНОРСТУХABEKMHOPCTYX]{2}(?: ?\d{2,3}(?!\d))?(?: ?rus)?(?![А-ЯЁA-Zа-яё])/g,
  },
  {
    kind: 'plate',
    pattern: /(?<![а-яёa-z\d])[а-яa-z]{0,2} ?\d{3,4}[ -]?[а-яa-z]{0,2}[ -]?\d{0,3}(?![а-яёa-z\d])/gi,
    accepts: (_, before, found) =>
      /[а-яa-z]/i.test(found) &&
      /(?:г\/н|гос\.? ?номер[а-я]{0,2}|госномер[а-я]{0,2}|(?:номер[а-я]{0,2} )?(?:машин[а-я]|авто[а-я]{0,8})(?: с)?(?: номер[а-я]{0,3})?|рег\.? ?знак[а-я]{0,2})[^\dа-я\n]{0,4}$/i.test(
        before,
      ),
  },
  {
    kind: 'flat',
    pattern:
      /(?<![а-яёa-z])(?:кв|кварт|кв-ра|кв-ры|кв-ре|квра|квартир[а-яё]{0,3}|комнат(?:а|е|у|ой|ы)|комн|ком|kv|kvartira|apt|apartment|flat)(?![а-яёa-z])[.,_]?[ :\-–]{0,2}(?:№|n|#|номер)?[ .:]?\d{1,4}(?:(?: ?[-–—,/] ?| и )\d{1,4}(?![\d.]))?(?:(?: ?[-–—,/] ?| и )\d{1,4}(?![\d.])){0,5}(?:-?[а-яё](?![а-яё]))?/gi,
    accepts: (_, _before, found, after) =>
      !/^ ?(?:кв|м[²2]?|метр|га|руб|этажа|этажей|подъезда|парадной|[сc]?[•°º]|[сc](?![а-яёa-z])|град|\+)(?![а-яё])|^ ?град/i.test(
        after,
      ) &&
      !/^кв\.? ?м/i.test(found) &&
      !/^[•°º]/.test(after) &&
      !isEntrance(found),
  },
  {
    kind: 'flat',
    pattern:
      /(?<![\d.,])№? ?\d{1,4}(?: ?-?(?:я|й|ой|ю|ую|е|ей))? ?(?:кв(?:артир(?:а|е|у|ой|ою))?)(?![а-яё]|\.? ?№? ?\d)(?!\.? ?м(?:етр|[²2]|(?![а-яё])))/gi,
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
  {
    // «д. 5-115»: a flat behind the house; «д. 5-7», «д. 24-3» may be one building.
    kind: 'flat',
    pattern:
      /(?<=(?<![а-яё])(?:д|дом)\.? ?№? ?(\d{1,3}(?:[/ ]?(?:к|корп)?\.? ?\d{1,2})?) ?)[-–—] ?\d{1,4}(?![\d\-–/.])/gi,
    accepts: (digits, before) => {
      const house = Number(/\d+/.exec(/(?:д|дом)\.? ?№? ?\d.*$/i.exec(before)?.[0] ?? '')?.[0] ?? 0);
      const flat = Number(digits);
      return flat - house > 20;
    },
  },
];

const chosenName = '[\\w.]{3,31}';
/** Addresses of people; pages of communities are public and stay. */
export const linkShapes: readonly Shape[] = [
  {
    kind: 'email',
    pattern: /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,4}\.\p{L}{2,24}/gu,
  },
  {
    kind: 'email',
    pattern:
      /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{2,64} {0,2}(?:@|\(?собака\)?|[[({](?:at|dog|а|эт)[\])}]) {0,2}[\p{L}\d-]{1,63} {0,2}(?:\.|точка|[[({](?:dot|точка)[\])}]) {0,2}(?:ru|com|net|org|рф|su|ру|ком|by|kz|me|io|info)(?![\p{L}\d])/giu,
  },
  {
    kind: 'profile',
    pattern:
      /(?:https?:\/\/)?(?:m\.|www\.)?(?:vk\.com|vk\.ru|vkontakte\.ru|ok\.ru|t\.me|telegram\.me|wa\.me|instagram\.com|facebook\.com|fb\.com|tiktok\.com|max\.ru)\/[\w./?=&%@+-]{1,200}/gi,
    accepts: (_, _before, found) =>
      !/(?:vk\.com|vk\.ru|vkontakte\.ru|ok\.ru)\/(?:club|public|event|wall-|topic-|album-|video-|photo-|market-|clip-|app\d|group\/|feed|wall\?)/i.test(
        found,
      ),
  },
  { kind: 'profile', pattern: /(?<![\w@./])@(?!club\d|public\d|event\d)[a-z][\w.]{3,31}/gi },
  {
    kind: 'profile',
    pattern: new RegExp(
      `(?<=(?<![а-яё])(?:телеграм+а?|телега|тг|telegram|tg|инстаграм+|инста|instagram|скайп|skype|вк|vk|ник)(?: ?[:—-] ?| (?:ник|id) ?:? ?))@?[a-z]${chosenName}|(?<=(?<![а-яё])(?:телеграм+|тг|инстаграм+|инста|вк) )[a-z]\\w{0,30}[._\\d][\\w.]{1,30}`,
      'gi',
    ),
  },
];
/** «ИвановИ.И.»: a name and its initials without a space. */
export const grownTogether: Shape = {
  kind: 'name',
  pattern: /(?<![А-ЯЁа-яё])[А-ЯЁ][а-яё]{2,20}[А-ЯЁ]\. ?[А-ЯЁ](?:\.|(?![А-ЯЁа-яё]))/g,
};
const numeral =
  '(?:ноль|ноля|один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|[а-я]{2,6}надцать|двадцать|тридцать|сорок|[а-я]{4,6}десят|девяносто|сто|двести|триста|четыреста|[а-я]{4,6}сот)';
const ordinal =
  '(?:(?:перв|втор|четверт|пят|шест|седьм|восьм|девят|десят|[а-я]{2,6}надцат|двадцат|тридцат|сороков|[а-я]{4,8}сят|сот)(?:ой|ая|ую)|трет(?:ья|ьей|ью))';
/** What is said in words; read in folded text. */
export const spelledShapes: readonly Shape[] = [
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![а-яё])(?:плюс )?${numeral}(?:[ ,-]{1,3}${numeral}){5,13}(?![а-яё])`, 'gi'),
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![а-яё\\d])(?:плюс )?(?:8|7|восемь|семь)[ ,-]{1,3}${numeral}(?:[ ,-]{1,3}(?:${numeral}|\\d{1,3})){3,12}(?![а-яё\\d])`,
      'gi',
    ),
  },
  {
    kind: 'flat',
    pattern: new RegExp(
      `(?<![а-яё])квартир(?:а|е|у|ы|ой) (?:номер )?${numeral}(?: ${numeral}){0,2}(?![а-яё])|(?<![а-яё])(?:${numeral} ){0,2}${ordinal} квартир(?:а|е|у|ы|ой)(?![а-яё])`,
      'gi',
    ),
  },
];
