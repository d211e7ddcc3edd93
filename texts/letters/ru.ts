import type { Resolution } from '#kernel/appeal.ts';

/**
 * What residents get in their channel. Plain words, one thought a line, no officialese. Every letter ends with where to look
 * further; `link` is null where others read the letter too, for whoever holds the link holds the case.
 */
export const letters = {
  registered: (letter: {
    readonly number: string;
    readonly answerBy: string | null;
    readonly link: string | null;
    readonly isEmergency: boolean;
  }): string =>
    [
      letter.isEmergency ? 'Похоже, это опасно. Если есть угроза жизни — звоните 112 прямо сейчас.\n' : '',
      `Приняли ваше сообщение, номер ${letter.number}.`,
      letter.answerBy === null
        ? 'Как только станет известно, кто отвечает, напишем срок.'
        : `Ответим до ${letter.answerBy}.`,
      letter.link === null
        ? 'Ответ будет здесь же. Если есть что добавить, ответьте на это сообщение.'
        : `Следить, дополнить или отозвать: ${letter.link}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),

  question: (letter: {
    readonly number: string;
    readonly body: string;
    readonly question: string;
    readonly link: string | null;
  }): string =>
    [
      `${letter.body} уточняет по вашему сообщению ${letter.number}:`,
      '',
      letter.question,
      '',
      letter.link === null
        ? 'Ответьте прямо здесь, но без телефонов и номеров квартир: это видят все.'
        : `Ответьте прямо здесь или по ссылке: ${letter.link}`,
    ].join('\n'),

  extended: (letter: {
    readonly number: string;
    readonly until: string;
    readonly reason: string;
    readonly link: string | null;
  }): string =>
    [
      `Ответ на сообщение ${letter.number} задерживается, новый срок — ${letter.until}.`,
      `Причина: ${letter.reason}`,
      letter.link === null ? '' : `Подробности: ${letter.link}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),

  answer: (letter: {
    readonly number: string;
    readonly body: string;
    readonly text: string;
    readonly kind: 'interim' | 'final';
    readonly resolution: Resolution | null;
    readonly promisedOn: string | null;
    readonly asksConfirmation: boolean;
    readonly link: string | null;
  }): string =>
    [
      letter.text,
      '',
      `${letter.body}, ответ на сообщение ${letter.number}.`,
      letter.promisedOn === null
        ? ''
        : `Обещанная дата: ${letter.promisedOn}. В этот день спросим вас, всё ли сделано.`,
      answerEnding(letter),
    ]
      .filter((line, index) => line !== '' || index === 1)
      .join('\n'),

  confirmRequest: (letter: {
    readonly number: string;
    readonly promisedOn: string;
    readonly link: string | null;
  }): string =>
    [
      `По сообщению ${letter.number} вам обещали всё сделать к ${letter.promisedOn}.`,
      letter.link === null
        ? 'Сделано? Ответьте здесь «да» или «нет».'
        : `Сделано? Ответьте «да» или «нет» здесь или по ссылке: ${letter.link}`,
    ].join('\n'),

  declined: (letter: {
    readonly number: string;
    readonly why: string;
    readonly note: string | null;
    readonly link: string | null;
  }): string =>
    [
      `Сообщение ${letter.number} не взяли в работу: ${letter.why}.`,
      letter.note ?? '',
      letter.link === null
        ? 'Если мы ошиблись, напишите здесь ещё раз, посмотрит другой человек.'
        : `Если мы ошиблись, возразите по ссылке, посмотрит другой человек: ${letter.link}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),

  subject: (number: string): string => `Ваше сообщение № ${number}`,

  declinedWhy: {
    spam: 'это реклама или рассылка',
    not_a_problem: 'в нём нет вопроса или проблемы, которые мы могли бы решить',
    no_facts: 'не хватает фактов: что случилось и где',
    other_language: 'мы не смогли его прочитать',
    withdrawn: 'вы его отозвали',
  },
};

/** What the resident may do next with an answer. */
function answerEnding(letter: {
  readonly kind: 'interim' | 'final';
  readonly asksConfirmation: boolean;
  readonly link: string | null;
}): string {
  const { link } = letter;
  if (letter.kind === 'interim')
    return `Это промежуточный ответ, окончательный пришлём сюда же.${link === null ? '' : ` Следить: ${link}`}`;
  if (letter.asksConfirmation)
    return link === null
      ? 'Проблемы больше нет? Ответьте здесь «да» или «нет».'
      : `Проблемы больше нет? Подтвердите или скажите, что не исправлено: ${link}`;
  return link === null ? '' : `Оценить ответ или написать ещё: ${link}`;
}
