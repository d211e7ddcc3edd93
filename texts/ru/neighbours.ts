import { writeNumber } from '../number.ts';
import { plural } from '../plural.ts';

const KILOMETRE = 1000;
const away = (metres: number): string =>
  metres < KILOMETRE
    ? `${writeNumber(metres, 'ru')}\u00a0м`
    : `${writeNumber(metres / KILOMETRE, 'ru')}\u00a0км`;

/** «12 соседей уже сообщили»: known problems near the one being typed. */
export const neighbours = {
  title: 'Похоже, об этом уже сообщили',
  lead: 'Посмотрите, не об этом ли вы пишете. Ваше сообщение мы примем в любом случае: у него будет свой номер и свой ответ.',
  count: (n: number) => plural(n, 'сосед уже сообщил', 'соседа уже сообщили', 'соседей уже сообщили'),
  states: {
    open: 'ещё не решено',
    in_work: 'в работе',
    done: 'решено',
    disputed: 'жители не согласны, что решено',
  },
  answerBy: (day: string) => `ответ обещан к ${day}`,
  scheduled: (day: string) => `работы назначены на ${day}`,
  metres: (n: number) => (n < 10 ? 'на этом же месте' : `в ${away(n)} от указанного места`),
  noTopic: 'Проблема рядом',
  yours: 'Ваше сообщение',
  notSent: 'Остался один шаг: сообщение ещё не отправлено. Выберите, что подходит.',
  same: 'Отправить: это та же проблема',
  other: 'Отправить: проблема другая',
  join: 'Я тоже это вижу',
  leave: 'Отменить',
  joined: 'Отметили: вы сообщаете о той же проблеме. Опишите, что видите вы, и отправьте.',
  left: 'Отметку сняли: ваше сообщение о другой проблеме.',
  found: (n: number) => `Рядом ${plural(n, 'похожая проблема', 'похожие проблемы', 'похожих проблем')}`,
  foundNone: 'Похожих проблем рядом больше нет',
  photosKept: (n: number) => `Фотографии сохранены: ${n}`,
  /** For the operator of the reception desk. */
  desk: {
    title: 'Уже сообщали рядом',
    none: 'Похожих открытых проблем рядом нет',
    wait: 'Напишите, что и где случилось: здесь появятся похожие открытые проблемы.',
    noPlace: 'Место пока не определено, поэтому похожие не искали. Уточните улицу и дом.',
    failed: 'Похожие проблемы не загрузились',
    failedHint: 'Сообщение можно зарегистрировать и так.',
    again: 'Искать ещё раз',
    same: 'Та же проблема',
    notSame: 'Отменить',
    chosen: 'Сообщение присоединится к этой проблеме, у жителя будет свой номер и свой ответ',
    open: (number: string) => `Открыть карточку ${number} в новой вкладке`,
    last: (moment: string) => `последний раз ${moment}`,
  },
};

export type NeighbourTexts = typeof neighbours;
