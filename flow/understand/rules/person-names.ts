import { menNames, shortNames, womenNames, wordsAsNames } from './personal-name-table.ts';
import { cyrillicByLook, cyrillicBySound, fold, stemOf } from './words.ts';
import type { Word } from './words.ts';

/** What a word may be in a name; a word may be several at once. */
export const GIVEN = 1;
/** A given name that is no other word: «Иван», not «Вера». */
export const CLEAR_GIVEN = 2;
/** Stands in the genitive, as streets called after people do. */
export const GENITIVE = 4;
export const NOMINATIVE = 8;
export const PATRONYMIC = 16;
/** A patronymic of a name of the table, no other word. */
export const CLEAR_PATRONYMIC = 32;
/** Ends as ordinary words next to never do. */
export const SURNAME = 64;
/** Ends as surnames do, and ordinary words too. */
export const MAYBE_SURNAME = 128;
/** After it a single surname already names a neighbour: «соседка Петрова». */
export const NAMES_PERSON = 256;
/** After it a name is told, however unusual: «меня зовут …». */
export const TELLS_NAME = 512;
/** The last part of a name of the south: «Гасан оглы». */
export const OGLY = 1024;

const marks: readonly (readonly [trait: number, words: string])[] = [
  [
    NAMES_PERSON,
    'подпись гражданин гражданка гражданина гражданки гражданину гражданке гражданкой гр сосед соседка соседа соседки соседу соседке соседей господин госпожа господина жилец жильца собственник собственница собственника собственнику хозяин хозяйка хозяина хозяйки владелец владельца абонент квартирант заявитель заявительница пенсионер пенсионерка инвалид ветеран фамилия фамилию фамилии семья семьи семье пациент пациентка',
  ],
  [TELLS_NAME, 'зовут фио имя отчество уважением уваж'],
  [OGLY, 'оглы оглу кызы гызы кизи улы'],
];
const markOf = new Map(
  marks.flatMap(([trait, words]) => words.split(' ').map((word) => [word, trait] as const)),
);

const givenForms = new Map<string, number>();
const patronymicForms = new Set<string>();

function addForms(name: string, mark: number): void {
  const add = (form: string, marks: number): void =>
    void givenForms.set(form, (givenForms.get(form) ?? 0) | GIVEN | mark | marks);
  const root = name.slice(0, -1);
  add(name, NOMINATIVE);
  const endings = caseEndings(name);
  const isWhole = endings === wholeEndings;
  endings.split(' ').forEach((ending, i) => add((isWhole ? name : root) + ending, i === 0 ? GENITIVE : 0));
}

const wholeEndings = 'а у ом е ем';
/** The genitive first. */
function caseEndings(name: string): string {
  if (name.endsWith('ия')) return 'и ю ей ею';
  if (/[гкхжчшщ]а$/.test(name)) return 'и е у ой ою ей';
  if (name.endsWith('а')) return 'ы е у ой ою';
  if (name.endsWith('я')) return 'и е ю ей ею';
  if (name.endsWith('ь')) return 'я ю ем и е';
  if (name.endsWith('й')) return 'я ю ем е и';
  return wholeEndings;
}

/** «Пётр» loses a vowel, «Лев» changes it, «Любовь» is a woman. */
const irregular: Readonly<Record<string, string>> = {
  лев: 'льва льву львом льве',
  павел: 'павла павлу павлом павле',
  петр: 'петра петру петром петре',
  любовь: 'любови любовью',
};

const ambiguous: ReadonlySet<string> = new Set(wordsAsNames.map(fold));
for (const name of [...menNames, ...womenNames, ...shortNames].map(fold)) {
  const mark = ambiguous.has(name) ? 0 : CLEAR_GIVEN;
  addForms(name, mark);
  (irregular[name] ?? '')
    .split(' ')
    .filter((form) => form !== '')
    .forEach((form, i) => givenForms.set(form, GIVEN | mark | (i === 0 ? GENITIVE : 0)));
}
for (const name of menNames.map(fold)) for (const form of patronymicsOf(name)) patronymicForms.add(form);

/** All forms of the patronymics a name gives, the spoken ones («Палыч») too. */
function patronymicsOf(name: string): string[] {
  const he = ['', 'а', 'у', 'ем', 'ом', 'е', 'и', 'ей', 'ам'];
  const she = ['а', 'ы', 'е', 'у', 'ой', 'ою', 'ам'];
  return patronymicRoots(name).flatMap(([man, woman]) => [
    ...he.map((ending) => man + ending),
    ...she.map((ending) => woman + ending),
  ]);
}

function patronymicRoots(name: string): (readonly [man: string, woman: string])[] {
  const root = name.slice(0, -1);
  const pair = (stem: string, vowel: string): [string, string] => [`${stem}${vowel}вич`, `${stem}${vowel}вн`];
  if (name === 'лев') return [pair('льв', 'о')];
  if (name === 'павел') return [pair('павл', 'о'), ['палыч', 'палн']];
  if (name === 'илья') return [['ильич', 'ильиничн']];
  if (/[ая]$/.test(name))
    return [[`${root}ич`, /[тв]а$/.test(name) ? `${root}ичн` : `${root}иничн`], pair(root, 'о')];
  if (name.endsWith('ий'))
    return [
      pair(`${name.slice(0, -2)}ь`, 'е'),
      pair(`${name.slice(0, -2)}и`, 'е'),
      [`${name.slice(0, -2)}ич`, `${name.slice(0, -2)}ьевн`],
    ];
  if (name.endsWith('ей'))
    return [pair(root, 'е'), [`${root}ич`, `${name.slice(0, -2)}евн`], [`${root}ич`, `${root}евн`]];
  if (/[йь]$/.test(name)) return [pair(root, 'е'), [`${root}ич`, `${root}евн`]];
  return [pair(name, 'о'), pair(name, 'е'), [`${name}ыч`, `${name}овн`]];
}

const patronymic =
  /^(?:(?:[а-я]{2,}[оеё]вич|ильич|кузьмич|фомич|лукич|никитич|саввич|силыч)(?:а|у|ем|ом|е|ами|и)?|(?:[а-я]{2,}[оеё]вн|ильиничн|кузьминичн|фоминичн|лукиничн|никитичн|саввичн)(?:а|ы|е|у|ой|ою))$/;
/** Ordinary words that end as patronymics do. */
const notPatronymic =
  /^(?:(?:(?:еже|повсе|по)?дневн|(?:за)?душевн|плачевн|деревн|(?:не|по)?ровн|основн|духовн|верховн|(?:без)?условн|кровн|церковн|уголовн|любовн|чиновн|грозовн|остановн|торговн|готовн|домовн|королев|попович)\p{L}*)$/u;
const surname =
  /^[а-я]{2,}(?:(?:[оеё]в|ин|ын)(?:а|у|ым|ой|ою|е|ы|ых|ыми)?|(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)|(?:енко|чук|щук|юк)(?:а|у|ом|е)?|(?:дзе|швили)|ян(?:а|у|ом|е|ы)?)$/;
const maybeSurname =
  /^[а-я]{2,}(?:ук|ик|як|ак|янц|иа|ия|ко|ло|ец|ль|ер|ман|берг|штейн|ич|их|ых|ай|ей|ий|ун|юн|ого|ая|ой|ын|иани|ани|ури|ава|ия|ба|оглы|заде|ли|эль|ен|ян|ль|ш|ц|ск(?:ие|их)|цк(?:ие|их))(?:а|у|ом|ем|е|о|ой)?$/;

/** Surnames of a syllable or two that no ending tells. */
const shortSurnames: ReadonlySet<string> = new Set(
  'ли ким пак цой тен тян хан юн ан ю лю ван чен чжан сон нам ко шин нгуен чан ле фам хо до дин шен югай хегай ногай цхай тё мун пан кан ган эм ха'.split(
    ' ',
  ),
);

const traitsOfWords = new WeakMap<Word, number>();

/** Everything a word may be in a name, as bits. Words are shared between texts, so each is looked at once. */
export function nameTraits(word: Word): number {
  const known = traitsOfWords.get(word);
  if (known !== undefined) return known;
  let traits = 0;
  if (!word.isNumber && word.text.length > 1 && word.text.length <= 24) {
    traits = /^[a-z]/.test(word.text)
      ? traitsOf(cyrillicBySound(word.text)) | traitsOf(cyrillicByLook(word.text))
      : traitsOf(word.text);
  }
  traitsOfWords.set(word, traits);
  return traits;
}

function traitsOf(text: string): number {
  let traits = (givenForms.get(text) ?? 0) | (markOf.get(text) ?? 0);
  if (patronymicForms.has(text)) traits |= PATRONYMIC | CLEAR_PATRONYMIC;
  else if (patronymic.test(text) && !notPatronymic.test(text)) traits |= PATRONYMIC;
  if (shortSurnames.has(text)) traits |= MAYBE_SURNAME;
  if (text.length > 4 && surname.test(text)) traits |= SURNAME | MAYBE_SURNAME;
  else if (text.length > 3 && !text.endsWith('тель') && maybeSurname.test(text)) traits |= MAYBE_SURNAME;
  return traits;
}

/** Written as a person's name, meant as a street: whom streets of most towns are called after. */
const onStreetSigns: ReadonlySet<string> = new Set(
  (
    'Карла Маркса, Карла Либкнехта, Розы Люксембург, Льва Толстого, Максима Горького, Алексея Толстого, Юрия Гагарина, Зои Космодемьянской, ' +
    'Богдана Хмельницкого, Александра Невского, Клары Цеткин, Павлика Морозова, Олега Кошевого, Германа Титова, Сергея Лазо, Степана Разина, ' +
    'Дмитрия Донского, Ивана Франко, Тараса Шевченко, Емельяна Пугачева, Николая Островского, Аркадия Гайдара, Демьяна Бедного, Ульяны Громовой, ' +
    'Лизы Чайкиной, Веры Слуцкой, Софьи Ковалевской, Софьи Перовской, Василия Чапаева, Александра Матросова, Павла Корчагина, Матвея Казакова, ' +
    'Веры Засулич, Любови Шевцовой, Ивана Земнухова, Николая Гастелло, Виктора Талалихина, Александра Суворова, Михаила Кутузова, Ивана Сусанина, ' +
    'Лени Голикова, Николая Рубцова, Федора Абрамова, Сергея Есенина, Александра Блока, Михаила Лермонтова, Антона Чехова, Расула Гамзатова, Мусы Джалиля, Габдуллы Тукая, Салавата Юлаева, ' +
    'Василия Маргелова, Георгия Жукова, Константина Рокоссовского, Ивана Конева, Петра Первого, Ивана Грозного, Евгения Онегина, Дмитрия Менделеева'
  )
    .split(', ')
    .map((name) => name.split(' ').map(stemOf).join('_')),
);

/** Whether two words are the name of somebody streets are called after. */
export function isOnStreetSigns(first: Word, second: Word): boolean {
  return (
    onStreetSigns.has(`${first.stem}_${second.stem}`) || onStreetSigns.has(`${second.stem}_${first.stem}`)
  );
}
