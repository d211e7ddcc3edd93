/** The history of a case: who did what. */
export const timeline = {
  title: 'История',
  exactAt: (moment: string) => `Точное время: ${moment}`,
  nobody: 'Система',
  moves: {
    assign: 'назначено',
    start: 'взято в работу',
    doubt: 'ждёт разбора',
    send_back: 'возвращено координатору',
    ask: 'жителю задан вопрос',
    reply: 'ответ на вопрос получен или время вышло',
    submit: 'ответ отправлен на согласование',
    return_draft: 'ответ возвращён на доработку',
    answer_interim: 'промежуточный ответ согласован',
    answer_final: 'окончательный ответ согласован',
    confirm: 'исправление подтверждено',
    dispute: 'несогласие: не исправлено',
    close_unconfirmed: 'закрыто без подтверждения',
    close_not_needed: 'закрыто: подтверждение не нужно',
    withdraw: 'сообщение отозвано',
    decline: 'отклонено',
    object: 'возражение на отказ',
    reopen: 'возвращено в работу',
    write_again: 'написано снова после ответа',
  },
  understood: (kind: string, topic: string | null) =>
    topic === null ? `определено: ${kind}` : `определено: ${kind}, тема «${topic}»`,
  /** What a person said themselves, and nothing else. */
  corrected: {
    kind: (kind: string) => `что это: ${kind}`,
    topic: (topic: string) => `тема: «${topic}»`,
    place: 'место выбрано',
  },
  responsible: (name: string) => `ответственный: ${name}`,
  responsibleNone: 'ответственный не определён',
  problem: (state: string) => `проблема: ${state}`,
  tied: {
    merged: (numbers: string) =>
      numbers === '' ? 'объединено с другой проблемой' : `объединено с ${numbers}`,
    split: () => 'выделено в отдельную проблему',
    unmerged: () => 'объединение отменено',
    took_in: (numbers: string) =>
      numbers === '' ? 'присоединена другая проблема' : `присоединено: ${numbers}`,
    gave_back: (numbers: string) =>
      numbers === '' ? 'объединение отменено' : `объединение отменено: ${numbers}`,
  },
  asked: (question: string) => `вопрос жителю: «${question}»`,
  wrote: 'новое сообщение',
  edited: 'текст изменён',
  noted: 'заметка',
  assigned: (name: string) => `поручение: ${name}`,
  reported: 'отчёт по поручению',
  extended: (day: string) => `срок продлён до ${day}`,
  delivered: (purpose: string, state: string) => `${purpose}: ${state}`,
  confirmed: {
    fixed: 'подтверждено: исправлено',
    not_fixed: 'ответ: не исправлено',
    no_reply: 'нет ответа, исправлено ли',
  },
  rated: {
    answer: (score: number) => `оценка ответа: ${score} из 5`,
    fix: (score: number) => `оценка исправления: ${score} из 5`,
  },
};

export type TimelineTexts = typeof timeline;
