import { plural } from '../plural.ts';

const quoted = (words: readonly string[]): string => words.map((word) => `«${word}»`).join(', ');

/** Drafts, checks, approval and delivery of answers. */
export const answer = {
  title: 'Ответ',
  none: 'Ответа ещё нет.',
  kind: { interim: 'Промежуточный', final: 'Окончательный' },
  kindLabel: 'Какой это ответ',
  kindHint: {
    interim: 'Скажет, что делаем. Срок окончательного ответа идёт дальше.',
    final: 'Закрывает вопрос по существу.',
  },
  state: {
    draft: 'Черновик',
    on_approval: 'На согласовании',
    returned: 'Возвращён на доработку',
    approved: 'Согласован',
    withdrawn: 'Отозван',
  },
  text: 'Текст ответа',
  textHint: 'Назовите, кто и что сделал, где и к какому числу. Житель получит это там, где спросил.',
  length: (n: number, limit: number) => `${n} из ${limit}`,
  resolution: 'Результат',
  promisedOn: 'К какому дню сделаем',
  promisedHint: 'Это обещание: в этот день спросим жителя, выполнено ли.',
  moneySum: 'Сколько нужно, рублей',
  needsMoney: 'Нужны деньги, которых пока нет',
  reviewOn: 'Когда вернёмся к вопросу',
  handedTo: 'Кому передано',
  refusedWhy: 'Почему отказано',
  refusedHint: 'Житель прочтёт это дословно.',
  proofLabel: 'Фотографии работ',
  proofHint: 'До и после. Данные о съёмке удалим; житель увидит снимки в ответе.',
  save: 'Сохранить черновик',
  saved: (moment: string) => `Сохранён ${moment}`,
  unsaved: 'Не сохранён',
  kept: 'Вернули то, что вы не успели сохранить.',
  submit: 'Отправить на согласование',
  submitSoon: (seconds: number) => `Отправим через ${seconds}\u00a0с`,
  submitted: 'Ответ ушёл на согласование',
  sentAtOnce: 'Ответ отправлен жителю: по этой теме согласование не требуется',
  edit: 'Править',
  createdBy: (name: string) => `автор: ${name}`,
  approvedBy: (name: string, moment: string) => `согласование: ${name}, ${moment}`,
  returnedBy: (name: string, moment: string) => `Возврат: ${name}, ${moment}`,
  scheduledFor: (day: string) => `Обещано: ${day}`,
  money: (sum: string, day: string) => `Нужно ${sum} ₽, вернёмся к вопросу: ${day}`,
  handed: (name: string) => `Передано: ${name}`,
  refused: (why: string) => `Причина отказа: ${why}`,

  check: {
    title: 'Проверка текста',
    clean: 'Замечаний нет.',
    checking: 'Проверяем…',
    failed: 'Проверить не получилось, отправить это не мешает.',
    levels: { note: 'Совет', warning: 'Обратите внимание', stop: 'Нельзя отправить' },
    findings: {
      names_no_body: () => 'Не сказано, кто занимается. Назовите организацию.',
      names_no_date: () => 'Нет ни одной даты. Напишите, к какому числу.',
      too_short: () => 'Очень коротко: житель может не понять, что сделано.',
      copy_of_earlier: () => 'Текст почти совпадает с прежним ответом. Напишите про этот случай.',
      fix_without_photo: () => 'Исправлено, но фотографии нет. Приложите снимок после работ.',
      officialese: (words: readonly string[]) =>
        words.length === 0
          ? 'Казённые обороты. Скажите проще.'
          : `Казённые обороты: ${quoted(words)}. Скажите проще.`,
      empty_promise: (words: readonly string[]) =>
        words.length === 0
          ? 'Обещание без срока. Назовите день или уберите.'
          : `Обещание без срока: ${quoted(words)}. Назовите день или уберите.`,
      sends_elsewhere: (words: readonly string[]) =>
        words.length === 0
          ? 'Житель просил помочь, а его отправляют в другое место.'
          : `Житель просил помочь, а его отправляют дальше: ${quoted(words)}.`,
      personal_data: (words: readonly string[]) =>
        words.length === 0
          ? 'В тексте чьи-то личные данные. Уберите их.'
          : `В тексте личные данные: ${quoted(words)}. Уберите их.`,
    } as Readonly<Record<string, (words: readonly string[]) => string>>,
    other: (words: readonly string[]) =>
      words.length === 0 ? 'Перечитайте текст глазами жителя.' : `Перечитайте место: ${quoted(words)}.`,
  },

  returnReasons: {
    not_on_substance: 'Не по существу',
    no_proof: 'Нет подтверждения работ',
    personal_data: 'Личные данные в тексте',
    unclear_words: 'Непонятными словами',
    wrong_facts: 'Неверные факты',
    other: 'Другое',
  },
  returnReason: 'Что не так',
  returnNote: 'Что поправить',
  returnSubmit: 'Вернуть на доработку',

  approvals: {
    title: 'Согласование',
    listLabel: 'Ответы, которые ждут решения',
    waiting: (n: number, isAll: boolean) =>
      `${isAll ? '' : 'больше '}${plural(n, 'ответ ждёт', 'ответа ждут', 'ответов ждут')} решения`,
    empty: 'Все ответы просмотрены. Новые появятся здесь сами.',
    residentSaid: 'Житель написал',
    weAnswer: 'Мы отвечаем',
    proof: 'Фотографии исполнителя',
    noProof: 'Фотографий исполнителя нет',
    approve: 'Согласовать и отправить',
    approveSoon: (seconds: number) => `Отправим через ${seconds}\u00a0с`,
    approved: (number: string) => `Ответ по карточке ${number} согласован`,
    returned: (number: string) => `Ответ по карточке ${number} возвращён`,
    openCard: 'Открыть карточку',
    notThere: 'Этот ответ уже не ждёт согласования.',
    next: 'Следующий',
    previous: 'Предыдущий',
    backToList: 'К списку',
    choose: 'Выберите ответ слева',
  },

  deliveries: {
    title: 'Что отправлено жителю',
    purpose: {
      registered: 'Сообщение о приёме',
      question: 'Вопрос жителю',
      extended: 'Сообщение о продлении',
      interim: 'Промежуточный ответ',
      final: 'Окончательный ответ',
      confirm_request: 'Вопрос «Исправлено ли?»',
      declined: 'Сообщение об отклонении',
    },
    state: {
      pending: 'ждёт отправки',
      sending: 'отправляется',
      sent: 'доставлено',
      retry: 'повторяем',
      uncertain: 'неизвестно, дошло ли',
      undeliverable: 'не доставлено',
      misconfigured: 'канал не настроен',
      manual: 'ждёт публикации вручную',
    },
    explain: {
      pending: 'Уйдёт в ближайшую минуту.',
      sending: 'Прямо сейчас передаём каналу.',
      sent: 'Канал подтвердил, что сообщение опубликовано.',
      retry: 'Канал временно не отвечает. Повторим сами, делать ничего не нужно.',
      uncertain:
        'Связь оборвалась в момент отправки. Откройте переписку: если сообщение там есть, отметьте «Дошло», если нет, отправьте ещё раз.',
      undeliverable:
        'Канал отказал: житель закрыл сообщения или удалил запись. Ответ ждёт его по личной ссылке.',
      misconfigured:
        'У канала неверные настройки. Администратор уже видит это; после исправления отправьте ещё раз.',
      manual: 'Здесь машине публиковать нельзя. Скопируйте текст, опубликуйте по ссылке и отметьте.',
    },
    attempts: (n: number) => plural(n, 'попытка', 'попытки', 'попыток'),
    sentByHand: 'Опубликовано вручную',
    arrived: 'Дошло',
    sendAgain: 'Отправить ещё раз',
    open: 'Открыть переписку',
    copy: 'Скопировать текст',
    copied: 'Текст скопирован',
  },
};

export type AnswerTexts = typeof answer;
