import { writeNumber } from '../number.ts';
import { plural } from '../plural.ts';

const cases = (n: number): string => plural(n, 'карточка', 'карточки', 'карточек');

/** Topics a region adds itself: phrases, the trial on the past, what is in use. */
export const topics = {
  title: 'Темы региона',
  lead: 'Если жители пишут о том, чего нет в списке, добавьте тему и дюжину фраз. Со следующего сообщения система предлагает её сама.',
  ownTitle: 'Свои темы',
  ownEmpty: 'Своих тем пока нет: хватает тех, что поставляются с системой.',
  ownEmptyHint: 'Добавьте тему, когда одинаковые сообщения раз за разом попадают в «другое».',
  add: 'Новая тема',
  goOn: 'Продолжить новую тему',
  formTitle: 'Новая тема',
  name: 'Название',
  nameHint: 'Коротко, как в списке: «Прокатные самокаты».',
  nameEn: 'Название по-английски',
  nameEnHint: 'Можно не заполнять.',
  like: 'На какую тему похожа',
  likeHint: 'От неё возьмутся блок, сроки, видимость и то, кто отвечает.',
  belongs: 'Что сюда относится',
  doesNotBelong: 'Что не относится',
  phrases: 'Фразы, как их пишут жители',
  phrasesHint: (needed: number) =>
    `По одной в строке, не меньше ${needed}. Разными словами: и жалоба, и вопрос, и коротко, и подробно. От 8 до 400 знаков в каждой. Телефоны и имена скроются сами.`,
  phrasesCount: (given: number, needed: number) =>
    given >= needed
      ? plural(given, 'разная фраза', 'разные фразы', 'разных фраз')
      : `${plural(given, 'разная фраза', 'разные фразы', 'разных фраз')}, нужно ещё ${writeNumber(needed - given, 'ru')}`,
  try: 'Проверить на прошлом',
  save: 'Добавить тему',
  missing: (fields: readonly string[]) =>
    `Чтобы добавить, заполните: ${fields.map((field) => `«${field}»`).join(', ')}.`,
  savePhrases: 'Сохранить фразы',
  added: (name: string) => `Тема «${name}» добавлена: система уже предлагает её.`,

  trialTitle: 'Проверка на прошлом',
  trialLoading: 'Перечитываем последние карточки',
  trialNone: 'Карточек ещё нет: проверить не на чем.',
  taken: (taken: number, looked: number) =>
    `Первой эта тема стояла бы у ${writeNumber(taken, 'ru')} из ${plural(looked, 'последней карточки', 'последних карточек', 'последних карточек')}.`,
  takenNone: (looked: number) =>
    `Ни у одной из ${plural(looked, 'последней карточки', 'последних карточек', 'последних карточек')} эта тема первой не стояла бы.`,
  offered: (n: number) =>
    `Ещё в ${plural(n, 'карточке', 'карточках', 'карточках')} она была бы среди трёх предложенных.`,
  recognised: (n: number, all: number) =>
    `Если закрыть одну из фраз, остальные её узнают: так с ${writeNumber(n, 'ru')} из ${writeNumber(all, 'ru')}.`,
  recognisedFew: 'Фразы мало похожи друг на друга: возможно, это несколько тем.',
  phrasesAre: 'Сейчас эти фразы понимаются как',
  takenFrom: 'Из каких тем перейдут карточки',
  noTopic: 'без темы',
  count: (name: string, n: number) => `${name} — ${writeNumber(n, 'ru')}`,
  examples: 'Примеры, от самых уверенных',
  example: { number: 'Номер', words: 'Слова', topic: 'Тема сейчас', confidence: 'Уверенность' },
  percent: (percent: number) => `${percent}\u00a0%`,

  phrasesOf: (n: number) => plural(n, 'фраза', 'фразы', 'фраз'),
  casesOf: (n: number) => (n === 0 ? 'карточек ещё нет' : cases(n)),
  byPhrases: 'узнаётся по фразам, решает человек',
  learnt: 'выучена моделью',
  edit: 'Изменить фразы',
  editFor: (name: string) => `Изменить фразы: ${name}`,
  withdraw: 'Убрать',
  withdrawFor: (name: string) => `Убрать тему: ${name}`,
  withdrawReason: 'Почему тема больше не нужна',
  withdrawHint: 'Система перестанет её предлагать. Карточки, у которых она стоит, её сохранят.',
  withdrawSubmit: 'Убрать тему',
};

export type TopicsTexts = typeof topics;
