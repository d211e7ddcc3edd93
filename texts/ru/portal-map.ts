import { plural, pluralWord } from '../plural.ts';

/** The public map of problems and the list under it. */
export const portalMap = {
  title: 'Карта проблем',
  lead: 'Что сейчас не так и что уже исправили. Тексты сообщений и имена здесь не показываем.',
  filters: 'Что показать',
  topic: 'Тема',
  anyTopic: 'Все темы',
  wholeSector: (sector: string) => `${sector}: всё`,
  state: 'Состояние',
  anyState: 'Любое',
  period: 'Период',
  periods: {
    week: 'за неделю',
    month: 'за месяц',
    quarter: 'за три месяца',
    year: 'за год',
    all: 'за всё время',
  },
  submit: 'Показать',
  reset: 'Сбросить',
  states: { open: 'Ждёт решения', in_work: 'В работе', done: 'Исправлено', disputed: 'Жители не согласны' },
  found: (n: number) => (n === 0 ? 'Ничего не нашлось' : plural(n, 'проблема', 'проблемы', 'проблем')),
  withoutPlace: (n: number) =>
    n === 0
      ? ''
      : `Без места ${plural(n, 'проблема', 'проблемы', 'проблем')}: на карте ${pluralWord(n, 'её', 'их', 'их')} нет, в счёте ${pluralWord(n, 'она есть', 'они есть', 'они есть')}.`,
  empty: 'По этим условиям ничего нет. Попробуйте другую тему или время побольше.',
  list: 'То же списком',
  place: 'Место',
  body: 'Кто занимается',
  nobody: 'пока не определён',
  since: 'Когда',
  next: 'Дальше',
  previous: 'Назад',
  mapLabel: 'Карта проблем региона',
  noScript: 'Чтобы увидеть карту, нужен JavaScript. Ниже — то же самое списком.',
};
