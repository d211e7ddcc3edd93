import { writeNumber } from '../number.ts';
import { plural, pluralWord } from '../plural.ts';

const ofSuch = (n: number): string =>
  `${writeNumber(n, 'ru')} ${pluralWord(n, 'такой карточки', 'таких карточек', 'таких карточек')}`;
const lastDays = (n: number): string =>
  `${pluralWord(n, 'последний', 'последние', 'последние')} ${plural(n, 'день', 'дня', 'дней')}`;

const ended = (n: number): string => pluralWord(n, 'закончилась', 'закончились', 'закончились');
/** «3 из них и так там закончились», «ни одна из них там не закончилась». */
const ofThemEnded = (n: number): string =>
  n === 0 ? 'ни одна из них там не закончилась' : `${writeNumber(n, 'ru')} из них и так там ${ended(n)}`;

/** Hours people can imagine: «меньше часа», «5 ч», «3,4 дня». */
const span = (hours: number): string =>
  hours < 1
    ? 'меньше часа'
    : hours < 24
      ? `${writeNumber(Math.round(hours), 'ru')}\u00a0ч`
      : plural(Math.round(hours / 2.4) / 10, 'день', 'дня', 'дней');

/** The responsibility register: what is in force, what history says against it, changes by hand. */
export const register = {
  title: 'Реестр ответственности',
  lead: 'Кто первым получает сообщение: по теме и территории. Владелец дома или дороги, если он известен, важнее правил.',
  period: 'За какие дни смотреть',
  periods: { month: '30 дней', quarter: '90 дней', year: 'Год' },

  findingsTitle: 'Расхождения с историей',
  findingsLead:
    'Люди передают эти карточки не туда, куда их отправляет реестр. Проверьте правило на прошлом и добавьте его, если оно верное.',
  findingsEmpty: 'Расхождений нет: карточки заканчиваются там, куда их отправляет реестр.',
  findingsEmptyHint: (fewest: number) =>
    `Они появятся здесь, когда люди передадут другой организации хотя бы ${plural(fewest, 'решённую карточку', 'решённые карточки', 'решённых карточек')} об одном и том же.`,
  place: (matter: string, place: string) => `${matter}, ${place}`,
  wholeRegion: 'весь регион',
  noPlace: 'территория не определена',
  ended: (n: number, cases: number, matter: string, body: string) =>
    `${writeNumber(n, 'ru')} из ${ofSuch(cases)} (${matter}) в итоге решает ${body},`,
  sentTo: (body: string) => `а по реестру первым их получает ${body}.`,
  sentToOwner: (body: string) => `а первым их получает ${body}: так записан владелец.`,
  checkOwner: 'Правило этого не изменит: проверьте, чей это дом, объект или улица.',
  sentNowhere: 'а реестр не говорит, чьи они.',
  sentApart: (list: string) => `а реестр отправляет их в разные места: ${list}.`,
  sentPart: (body: string, n: number) => `${body} — ${writeNumber(n, 'ru')}`,
  undetermined: 'не определено',
  lost: (hours: number) => `Передача стоила в среднем ${span(hours)}.`,
  waited: (hours: number) => `Решения ждали в среднем ${span(hours)}.`,
  share: (percent: number) => `${percent}\u00a0%`,
  shareLabel: (percent: number, body: string) => `${percent}\u00a0% заканчиваются у организации: ${body}`,
  try: 'Проверить на прошлом',
  tryFor: (matter: string) => `Проверить на прошлом: ${matter}`,
  hide: 'Свернуть проверку',
  hideFor: (matter: string) => `Свернуть проверку: ${matter}`,
  dismiss: 'Отклонить',
  dismissFor: (matter: string) => `Отклонить: ${matter}`,
  dismissReason: 'Почему ничего менять не нужно',
  dismissHint: 'Вернётся, если таких карточек станет вдвое больше или доля заметно вырастет.',
  dismissSubmit: 'Отклонить расхождение',
  dismissedTitle: 'Отклонённые',
  dismissedLine: (n: number, cases: number, body: string) =>
    `${writeNumber(n, 'ru')} из ${writeNumber(cases, 'ru')}: ${body}`,

  trialTitle: 'Проверка на прошлом',
  trialLoading: 'Проверяем на прошлых карточках',
  changed: (n: number, days: number) =>
    `С этим правилом ${plural(n, 'карточка', 'карточки', 'карточек')} за ${lastDays(days)} сначала ${pluralWord(n, 'попала', 'попали', 'попали')} бы в другую организацию.`,
  allEnded: (n: number): string =>
    n === 1 ? 'Она и так там закончилась.' : 'Все они и так там закончились.',
  ofThem: 'Из них:',
  counted:
    'Здесь карточки, какими их сначала поняла система, и нерешённые тоже. В расхождениях — только решённые и такие, как их поняли люди, поэтому числа могут отличаться.',
  changedNothing: (days: number) => `За ${lastDays(days)} это правило ничего бы не изменило.`,
  outcomes: {
    ended_there: (n: number) => `и так ${ended(n)} там: правило помогло бы`,
    spoiled: (n: number) =>
      `${pluralWord(n, 'осталась', 'остались', 'остались')} там, куда отправил реестр: правило помешало бы`,
    elsewhere: (n: number) => `${ended(n)} в третьей организации`,
    open: (n: number) => `ещё не ${pluralWord(n, 'решена', 'решены', 'решены')}`,
  },
  byMunicipality: 'По территориям',
  byMunicipalityLine: (changed: number, n: number) => `${writeNumber(changed, 'ru')}, ${ofThemEnded(n)}`,
  examples: 'Примеры',
  examplesHidden: 'Сами карточки видят те, кто их ведёт.',
  example: { number: 'Карточка', received: 'Поступила', sentTo: 'По реестру', endedAt: 'Закончилась' },
  notSettled: 'ещё не решена',
  replaces: (body: string) => `Заменит строку реестра, по которой отвечает ${body}.`,
  add: 'Добавить правило',
  added: 'Правило добавлено и уже действует.',
  basisNeeded: 'Чтобы добавить правило, назовите документ и его дату или выберите историю карточек.',
  readOnly: 'Добавить правило может администратор этой территории.',

  rulesTitle: 'Строки реестра',
  rulesEmpty: 'Строк пока нет: каждое сообщение ждёт решения человека. Добавьте первое правило.',
  rulesNothing: 'Ничего не нашлось. Измените слова поиска.',
  rulesFound: (n: number) => plural(n, 'строка', 'строки', 'строк'),
  search: 'Поиск по теме, организации, территории',
  showMore: (n: number) => `Показать ещё ${n}`,
  source: (source: string, date: string) => `${source}, ${date}`,
  addedBy: (name: string, at: string) => `Добавлено: ${name}, ${at}`,
  withdraw: 'Убрать',
  withdrawFor: (matter: string) => `Убрать правило: ${matter}`,
  withdrawReason: 'Почему правило больше не действует',
  withdrawHint: 'Карточки, которые по нему уже отправлены, останутся где есть.',
  withdrawSubmit: 'Убрать из реестра',

  newRule: 'Новое правило',
  about: 'О чём правило',
  abouts: { topic: 'Тема', responsibleKind: 'Вид ответственности', sector: 'Блок' },
  territory: 'Где',
  body: 'Кто отвечает',
  executor: 'Исполнитель внутри организации',
  executorAny: 'решит организация',
  basis: 'Основание',
  bases: { history: 'История карточек', document: 'Документ' },
  document: 'Какой документ',
  documentHint: 'Например: «Постановление администрации № 112»',
  documentDate: 'Дата документа',
  sectorOf: (name: string) => `Блок «${name}»`,
  sourceOfHistory: (n: number, changed: number, days: number) =>
    `История карточек: за ${lastDays(days)} там ${ended(n)} ${writeNumber(n, 'ru')} из ${writeNumber(changed, 'ru')}`,

  kinds: {
    municipality: 'Дела муниципалитета',
    house_manager: 'Управление домами',
    capital_repair_fund: 'Капитальный ремонт',
    road_owner: 'Содержание дорог и улиц',
    waste_operator: 'Вывоз отходов',
    energy: 'Электроснабжение',
    gas: 'Газоснабжение',
    water_heat: 'Вода и тепло',
    telecom: 'Связь',
    transport: 'Транспорт',
    health: 'Здравоохранение',
    education: 'Образование',
    social: 'Социальная защита',
    labour: 'Труд и занятость',
    police: 'Полиция',
    rescue: 'Спасатели',
    ecology: 'Экология',
    construction: 'Строительство',
    consumer_protection: 'Защита потребителей',
    culture_sport: 'Культура и спорт',
    public_services: 'Государственные услуги',
    regional_body: 'Дела региона',
  },
};

export type RegisterTexts = typeof register;
