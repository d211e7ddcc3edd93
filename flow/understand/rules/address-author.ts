import { between, endsSentence, textAt } from './address-text.ts';
import { eachPhrase, exactly, preparePhrases } from './phrases.ts';
import type { Words } from './words.ts';

/** Words that tell of the author: where somebody lives may be where the trouble is, where somebody is registered is not. */
export interface AuthorSpan {
  readonly kind: 'lives' | 'registered';
  readonly from: number;
  readonly to: number;
}

const authorPhrases = preparePhrases<AuthorSpan['kind']>([
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
]);

/** «…, а яма на Ленина 7»: the author is done with. */
const turns = new Set('проблема жалоба обращаюсь прошу вопрос'.split(' '));
const weakTurns = new Set(['а', 'но']);
const MOST_WORDS = 25;

/** The stretches of a text that tell where its author lives or is registered. */
export function authorSpans(words: Words): AuthorSpan[] {
  const spans: AuthorSpan[] = [];
  eachPhrase(words, authorPhrases, (kind, from, to) => {
    if (spans.some((one) => from < one.to)) return;
    let end = to;
    while (end < Math.min(words.list.length, from + MOST_WORDS)) {
      if (end > to && endsSentence(words, end - 1)) break;
      if (end > to && isTurn(words, end)) break;
      end += 1;
    }
    spans.push({ kind, from, to: end });
  });
  return spans;
}

const isTurn = (words: Words, at: number): boolean =>
  turns.has(textAt(words, at)) ||
  (weakTurns.has(textAt(words, at)) && /[,.–—-]/.test(between(words, at - 1)));
