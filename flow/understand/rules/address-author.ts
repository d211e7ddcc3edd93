import { between, endsSentence, textAt } from './address-text.ts';
import { exactly } from './phrases.ts';
import type { PhraseGroup } from './phrases.ts';
import type { Words } from './words.ts';

/** Words that tell of the author: where somebody lives may be where the trouble is, where somebody is registered is not. */
export interface AuthorSpan {
  readonly kind: 'lives' | 'registered';
  readonly from: number;
  readonly to: number;
}

/** Phrases by which a text tells of its author. */
export const authorPhrases: readonly PhraseGroup<AuthorSpan['kind']>[] = [
  {
    meaning: 'registered',
    phrases: [
      'прописан',
      'прописана',
      'прописка',
      'по прописке',
      'зарегистрирован по',
      'зарегистрирована по',
      'мой адрес',
      'адрес проживания',
      'адрес регистрации',
      'адрес заявителя',
      'домашний адрес',
      'почтовый адрес',
      'обратный адрес',
      'адрес для ответа',
      'адрес для корреспонденции',
      'ответ прошу',
      'ответ направить',
      'ответ направьте',
      'ответ по адресу',
      'письменный ответ',
      'место жительства',
      ...['проживающий', 'проживающая', 'проживающего', 'проживающей'].map(exactly),
    ],
  },
  {
    meaning: 'lives',
    phrases: [
      ...['живу', 'живем', 'проживаю', 'проживаем', 'снимаю квартиру', 'сам с', 'сама с'].map(exactly),
      'я из',
      'родом из',
    ],
  },
];

/** «…, а яма на Ленина 7»: the author is done with. */
const turns = new Set('проблема жалоба обращаюсь прошу вопрос'.split(' '));
const weakTurns = new Set(['а', 'но']);
const MOST_WORDS = 25;

/** The stretch of a text that tells of its author, from the phrase to where the author is done with. */
export function authorSpan(words: Words, kind: AuthorSpan['kind'], from: number, to: number): AuthorSpan {
  let end = to;
  while (end < Math.min(words.list.length, from + MOST_WORDS)) {
    if (end > to && (endsSentence(words, end - 1) || isTurn(words, end))) break;
    end += 1;
  }
  return { kind, from, to: end };
}

const isTurn = (words: Words, at: number): boolean =>
  turns.has(textAt(words, at)) ||
  (weakTurns.has(textAt(words, at)) && /[,.–—-]/.test(between(words, at - 1)));
