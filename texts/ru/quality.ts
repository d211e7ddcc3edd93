import { plural } from '../plural.ts';

const cases = (n: number): string => plural(n, 'карточка', 'карточки', 'карточек');
const points = (n: number): string => plural(n, 'пункт', 'пункта', 'пунктов');

/** The page of quality: how good the machine is, and how it learns. */
export const quality = {
  title: 'Качество',
  lead: 'Как машина понимает темы сообщений. Верным считаем то, с чем согласились люди; открытые карточки не в счёт.',
  period: 'Период',
  periods: { month: '30 дней', quarter: '90 дней', year: 'Год' },
  ownPeriod: 'Свой период',
  byWhen: 'Считаются карточки, поступившие за период.',
  five: 'Пять чисел',
  right: 'Тема угадана верно',
  rightHint: (n: string, of: string) => `${n} из ${of} карточек с известной темой`,
  amongThree: 'Верная среди трёх предложенных',
  amongThreeHint: 'Оператору остаётся выбрать',
  alone: 'Решает без человека',
  aloneHint: (n: string, of: string) => `${n} из ${of} поступивших`,
  rightAlone: 'Верно, когда решает одна',
  rightAloneHint: 'Должно быть не меньше 95\u00a0%',
  corrected: 'Тему исправили люди',
  correctedHint: (n: string) => `${n} за период`,
  checked: (percent: string) =>
    `Из карточек с известной темой ${percent}\u00a0% проверил человек, у остальных ответ приняли без замечаний.`,
  noShare: 'нет данных',
  empty: 'За этот период карточек не было. Выберите другой.',
  young: (corrections: number, needed: number) =>
    `Пока мало исправлений: ${corrections} из ${needed}. Машина работает на модели из поставки; исправляйте тему в карточках, и здесь появится, где она ошибается.`,

  topics: 'По темам',
  topic: 'Тема',
  support: 'Карточек',
  supportHint: 'Сколько карточек на самом деле этой темы',
  precision: 'Точность',
  precisionHint: 'Из карточек, которым машина дала эту тему: сколько верно',
  recall: 'Полнота',
  recallHint: 'Из карточек, которые на самом деле этой темы: сколько машина узнала',
  taken: 'Без человека',
  takenHint: 'Из карточек, которым машина дала эту тему: сколько она решила сама',
  few: (n: number) => `Мало карточек (${n}): доля почти ничего не значит`,
  sortBy: (column: string) => `Упорядочить по столбцу «${column}»`,
  showAll: (n: number) => `Показать все ${n}`,

  confusions: 'Что с чем путает',
  confusionsNone: 'За период люди не исправили ни одной темы.',
  confusionsLead: 'Слева — тема от машины, справа — верная, от людей.',
  ofThemAlone: (n: number) => `${plural(n, 'ушла', 'ушли', 'ушло')} без человека`,
  noTopic: 'тема не найдена',

  weeks: 'По неделям',
  weeksLabel: 'Доля верных тем, решённых без человека и исправленных людьми, по неделям',
  week: 'Неделя с',
  received: 'Поступило',
  rightLine: 'тема верна',
  aloneLine: 'решила без человека',
  correctedLine: 'исправили люди',
  thinWeek: (fewest: number) =>
    `меньше ${plural(fewest, 'карточки', 'карточек', 'карточек')} за неделю: доля почти ничего не значит`,
  emptyWeek: 'разрыв — за неделю ничего не поступило',

  bands: 'Насколько ей верить',
  bandsLead: 'Если машина уверена на 80\u00a0%, верными должны оказаться четыре темы из пяти.',
  bandConfidence: 'Уверенность',
  bandPromised: 'Обещала',
  bandKept: 'Сбылось',
  bandRange: (from: number, to: number) => `${from}–${to}\u00a0%`,

  fields: 'Что ещё исправляют',
  fieldNames: {
    kind: 'вид сообщения',
    topic: 'тема',
    place: 'место',
    responsible: 'ответственный',
    incident: 'общая проблема',
  },
  field: 'Что',
  changed: 'Исправили',
  filled: 'Добавили',
  fieldsLead: 'Добавили — значит, машина не определила ничего.',

  corrections: 'Последние исправления',
  correctionsNone: 'Исправлений пока нет. Они появятся, когда кто-нибудь сменит тему или вид в карточке.',
  was: 'Было',
  became: 'Стало',
  openCase: 'Открыть карточку',
  hiddenWords: 'Тексты сообщений видят те, кто ведёт карточки.',

  models: 'Модели',
  inForce: 'Сейчас работает',
  shipped: 'из поставки',
  modelOf: (day: string, mark: string) => `модель от ${day} (${mark})`,
  unreadable: (name: string) =>
    `Выбранная ${name} не читается: файл повреждён или сделан другой версией программы. Регион работает на модели из поставки. Обучите заново или выберите другую.`,
  retrain: 'Обучить заново',
  retrainHint:
    'Новая модель учится на ваших карточках до последнего месяца и сравнивается с нынешней на последнем месяце. Заменит её, только если окажется лучше.',
  waiting: 'Ждёт очереди…',
  learning: 'Учится. Обычно это занимает от нескольких секунд до нескольких минут; страницу можно закрыть.',
  version: 'Модель',
  state: 'Состояние',
  states: {
    candidate: 'готова',
    in_use: 'работает',
    retired: 'была раньше',
    lost: 'не прошла проверку',
  },
  imported: 'из файла',
  learntFrom: 'На чём',
  learnt: (corrected: number, confirmed: number, survived: number) =>
    `${plural(corrected, 'исправление', 'исправления', 'исправлений')}, ${plural(confirmed, 'подтверждение', 'подтверждения', 'подтверждений')}, ${cases(survived)} без замечаний`,
  onMonth: 'На последнем месяце',
  compared: (own: string, before: string) => `${own}\u00a0% верных, прежняя ${before}\u00a0%`,
  comparedAlone: (own: string, before: string) => `сама ${own}\u00a0%, прежняя ${before}\u00a0%`,
  inWork: 'В работе за период',
  inWorkFigures: (right: string, of: string) => `${right}\u00a0% верных из ${of}`,
  use: 'Включить',
  useModel: (name: string) => `Включить: ${name}`,
  useShipped: 'Вернуть модель из поставки',
  useLost: 'Эта модель не прошла проверку.',
  useSure: 'Новые сообщения будет понимать она. Уже разобранные не изменятся. Вернуть прежнюю можно так же.',
  erased: 'файл стёрт',

  lastRun: 'Последнее обучение',
  outcome: {
    promoted: (better: number, n: number) =>
      `Новая модель лучше на ${points(better)} за последний месяц (${cases(n)}). Теперь работает она.`,
    worse: (worse: number, n: number) =>
      `Новая модель хуже на ${points(worse)} за последний месяц (${cases(n)}) — оставлена прежняя.`,
    same: (n: number) =>
      `Новая модель угадывает столько же за последний месяц (${cases(n)}) — оставлена прежняя.`,
    better: (better: number, n: number) =>
      `Новая модель лучше на ${points(better)} за последний месяц (${cases(n)}), но оставлена прежняя: новая не прошла другую проверку.`,
    too_few: 'Учиться пока не на чем, работает прежняя модель.',
    failed:
      'Обучить не удалось, работает прежняя модель. Попробуйте ещё раз; если снова не выйдет, причина записана в журнале программы.',
  },
  against: {
    enough_learnt: (n: number, needed: number) =>
      `до последнего месяца карточек с известной темой ${n}, а нужно ${needed}`,
    enough_cases: (n: number, needed: number) => `для сравнения карточек ${n}, а нужно ${needed}`,
    enough_checked: (n: number, needed: number) => `из них человек проверил ${n}, а нужно ${needed}`,
    more_right: 'верных тем не больше, чем у прежней',
    precise_alone: 'когда решает одна, ошибается чаще чем в 5\u00a0% случаев',
    alone_as_often: 'решает сама заметно реже прежней',
    no_topic_spoilt: 'на одной из частых тем стала хуже больше чем на 5 пунктов',
  },
  changedTopics: 'Больше всего изменились',
  changedTopic: (topic: string, before: number, after: number, n: number) =>
    `«${topic}»: было ${before}, стало ${after} из ${n}`,
  windowOf: (from: string, to: string) => `Сравнивали на карточках с ${from} по ${to}.`,
  percent: (written: string) => `${written}\u00a0%`,
  cases,
};

export type QualityTexts = typeof quality;
