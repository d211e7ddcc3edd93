import { fold, stemOf } from './words.ts';

const list = (names: string): string[] => names.split(' ');

/** Given names as they are met in Russia, full and everyday. */
const givenNames = list(
  'Александр Алексей Анатолий Андрей Антон Аркадий Арсений Артем Артур Богдан Борис Вадим Валентин Валерий Василий Виктор Виталий Владимир Владислав Всеволод Вячеслав Геннадий Георгий Герман Глеб Григорий Давид Даниил Данила Денис Дмитрий Евгений Егор Захар Иван Игнат Игорь Илья Кирилл Константин Лев Леонид Макар Максим Марат Марк Матвей Михаил Никита Николай Олег Павел Петр Платон Роман Ростислав Руслан Савелий Семен Сергей Станислав Степан Тарас Тимофей Тимур Федор Филипп Эдуард Юрий Яков Ян Ярослав Рустам Ринат Рамиль Ильдар Айдар Айрат Азат Ахмед Магомед Мурат Рашид Равиль Шамиль Булат Арслан Саша Леша Дима Коля Миша Паша Петя Вова Витя Женя Костя Юра Толя ' +
    'Александра Алена Алина Алиса Алла Альбина Анастасия Анна Антонина Валентина Валерия Варвара Василиса Вера Вероника Виктория Галина Дарья Диана Ева Евгения Екатерина Елена Елизавета Жанна Зинаида Зоя Инна Ирина Карина Кира Кристина Ксения Лариса Лидия Лилия Любовь Людмила Майя Маргарита Марина Мария Надежда Наталья Наталия Нина Оксана Олеся Ольга Полина Раиса Римма Светлана Снежана София Софья Тамара Татьяна Ульяна Юлия Яна Ярослава Гульнара Эльвира Алсу Динара Лейла Фатима Зульфия Регина Эльмира Аня Катя Лена Маша Наташа Оля Света Таня Юля Настя Даша Люда Галя Надя',
);
const irregular = list(
  'Льва Льву Львом Льве Павла Павлу Павлом Павле Любови Любовью Петра Петру Петром Петре Ильи Илье Илью Ильей Фомы',
);
/** All case forms, folded. Stems will not do: «ива» is a tree and the stem of «Иван». */
const givenForms: ReadonlySet<string> = new Set(
  [...givenNames, ...irregular].flatMap((name) => caseForms(fold(name))),
);

function caseForms(name: string): string[] {
  const root = name.slice(0, -1);
  if (name.endsWith('й')) return [name, ...['я', 'ю', 'ем', 'е', 'и'].map((ending) => root + ending)];
  if (name.endsWith('а'))
    return [name, ...['ы', 'и', 'е', 'у', 'ой', 'ою', 'ей'].map((ending) => root + ending)];
  if (name.endsWith('я')) return [name, ...['и', 'е', 'ю', 'ей', 'ею'].map((ending) => root + ending)];
  if (name.endsWith('ь')) return [name, ...['я', 'ю', 'ем', 'е', 'и'].map((ending) => root + ending)];
  return [name, ...['а', 'у', 'ом', 'е', 'ем'].map((ending) => name + ending)];
}
const patronymic =
  /^(?:(?:[а-я]{2,}[оеё]вич|ильич|кузьмич|фомич|лукич|никитич|саввич|силыч)(?:а|у|ем|ом|е|ами|и)?|(?:[а-я]{2,}[оеё]вн|ильиничн|кузьминичн|фоминичн|лукиничн|никитичн|саввичн)(?:а|ы|е|у|ой|ою))$/;
/** Ordinary words that end as patronymics do. */
const notPatronymic =
  /^(?:(?:(?:еже|повсе|по)?дневн|(?:за)?душевн|плачевн|деревн|(?:не|по)?ровн|основн|духовн|верховн|(?:без)?условн|кровн|церковн|уголовн|любовн|чиновн|грозовн|остановн|торговн|готовн|домовн)\p{L}*)$/u;
const strongSurname =
  /^[а-я]{2,}(?:(?:[оеё]в|ин|ын)(?:а|у|ым|ой|е|ы|ых|ыми)?|(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)|(?:енко|чук|щук|юк)(?:а|у|ом)?|(?:дзе|швили)|ян(?:а|у|ом)?)$/;
const weakSurname =
  /^[а-я]{2,}(?:ук|ик|як|ак|янц|иа|ия|ко|ло|ец|ль|ер|ман|берг|штейн|ич|их|ых|ай|ей|ий|ун|юн|ск(?:ие|их)|цк(?:ие|их))(?:а|у|ом|ем|е|о|ой)?$/;

/** Written as a person's name, meant as a street: whom streets of most towns are called after. */
const onStreetSigns: ReadonlySet<string> = new Set(
  (
    'Карла Маркса, Карла Либкнехта, Розы Люксембург, Льва Толстого, Максима Горького, Алексея Толстого, Юрия Гагарина, Зои Космодемьянской, ' +
    'Богдана Хмельницкого, Александра Невского, Клары Цеткин, Павлика Морозова, Олега Кошевого, Германа Титова, Сергея Лазо, Степана Разина, ' +
    'Дмитрия Донского, Ивана Франко, Тараса Шевченко, Емельяна Пугачева, Николая Островского, Аркадия Гайдара, Демьяна Бедного, Ульяны Громовой, ' +
    'Лизы Чайкиной, Веры Слуцкой, Софьи Ковалевской, Софьи Перовской, Василия Чапаева, Александра Матросова, Павла Корчагина, Матвея Казакова'
  )
    .split(', ')
    .map((name) => name.split(' ').map(stemOf).join('_')),
);

export const isGivenName = (folded: string): boolean => givenForms.has(folded);
export const isPatronymic = (folded: string): boolean =>
  patronymic.test(folded) && !notPatronymic.test(folded);
/** An ending that ordinary words have next to never. */
export const endsAsSurname = (folded: string): boolean => folded.length > 4 && strongSurname.test(folded);
export const looksLikeSurname = (folded: string): boolean =>
  folded.length > 3 && !folded.endsWith('тель') && (strongSurname.test(folded) || weakSurname.test(folded));

/** Whether two words are the name of somebody streets are called after. */
export function isOnStreetSigns(first: string, second: string): boolean {
  return (
    onStreetSigns.has(`${stemOf(first)}_${stemOf(second)}`) ||
    onStreetSigns.has(`${stemOf(second)}_${stemOf(first)}`)
  );
}
