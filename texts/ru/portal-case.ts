import { plural, pluralWord } from '../plural.ts';

const rubles = (sum: number): string => plural(sum, 'рубль', 'рубля', 'рублей');

/** The resident's own page about one message. */
export const portalCase = {
  title: (number: string) => `Сообщение ${number}`,
  registered: (when: string) => `Отправлено ${when}`,
  secretNotice: 'Эту страницу видите только вы и те, кому вы дали ссылку.',

  steps: {
    title: 'На каком шаге',
    received: 'Принято',
    checking: 'Проверяем',
    forwarded: 'Передано',
    in_work: 'В работе',
    answered: 'Ответ',
    fixed: 'Исправлено',
    fixedQuestion: 'Исправлено?',
    done: 'пройдено',
    now: 'сейчас здесь',
    ahead: 'впереди',
  },

  now: {
    who: 'Кто сейчас занимается',
    whoNobody: 'Пока мы: решаем, кому передать.',
    whoSince: (when: string) => `с ${when}`,
    when: 'Когда ответят',
    whenBy: (until: string) => until,
    whenOverdue: (day: string) => `Должны были ответить ${day}`,
    whenNone: 'Срок появится, когда передадим исполнителю.',
    whenAnswered: 'Уже ответили',
    whenPaused: 'Срок остановлен: ждём вашего ответа на вопрос.',
    done: 'Что сделано',
    neighbours: (n: number) =>
      `Ещё ${plural(n, 'сосед', 'соседа', 'соседей')} ${pluralWord(n, 'сообщил', 'сообщили', 'сообщили')} об этом же.`,
  },

  kindState: {
    considered: 'Предложение рассмотрели',
    supported: 'Предложение поддержали',
    not_supported: 'Предложение не поддержали, причина — в ответе',
    planned: 'Предложение внесли в планы',
    done: 'Предложение выполнили',
    explained: 'На вопрос ответили',
    passed_on: 'Благодарность передали',
  },
  problem: {
    unconfirmed: 'Проверяем, что произошло.',
    confirmed: 'Проблема подтвердилась.',
    in_work: 'Проблемой занимаются.',
    scheduled: (day: string | null) => (day ? `Обещают исправить до ${day}.` : 'Исправление запланировано.'),
    needs_money: (sum: number | null, day: string | null) =>
      [
        sum === null ? 'На это пока нет денег.' : `Нужны деньги: около ${rubles(sum)}.`,
        day === null ? '' : `К вопросу вернутся ${day}.`,
      ]
        .filter(Boolean)
        .join(' '),
    fixed_reported: 'Исполнитель сообщил, что всё исправил. Проверьте, пожалуйста.',
    fixed_confirmed: 'Исправлено, жители подтвердили.',
    verified_on_site: 'Исправлено, мы проверили на месте.',
    disputed: 'Жители говорят, что не исправлено. Разбираемся дальше.',
    refused: 'Исправлять не будут.',
    outside_powers: (body: string | null) =>
      body ? `Это решает ${body}, сообщение передано туда.` : 'Это решает другая организация.',
    reason: 'Почему',
  },

  withdrawn: (when: string) => `Вы отозвали сообщение ${when}. Больше мы им не занимаемся.`,

  own: {
    title: 'Что вы написали',
    place: 'Место',
    noPlace: 'Без места',
    topic: 'Тема',
    photo: (n: number, total: number) => `Ваша фотография ${n} из ${total}`,
    photoWaiting: 'Фотография проверяется',
  },

  question: {
    title: 'Вам задали вопрос',
    by: (body: string, when: string) => `Спрашивает ${body}, ${when}`,
    paused: 'Пока ждём ответа, срок не идёт.',
    field: 'Ваш ответ',
    submit: 'Ответить',
  },

  answers: {
    title: 'Ответы',
    none: 'Ответа пока нет. Он появится здесь, и мы напишем, если вы оставили почту.',
    interim: 'Промежуточный ответ',
    final: 'Ответ',
    by: (body: string, when: string) => `${body}, ${when}`,
    photo: (n: number, total: number) => `Фотография к ответу ${n} из ${total}`,
    promise: (day: string) => `Обещание: ${day}. В этот день мы спросим вас, сдержали ли его.`,
    resolution: {
      fixed: 'Исправлено',
      partly_fixed: 'Исправлено частично',
      scheduled: 'Запланировано',
      explained: 'Объяснили',
      refused: 'Отказ с объяснением',
      forwarded: 'Передано в другую организацию',
    },
  },

  confirm: {
    title: 'Исправлено на самом деле?',
    lead: (until: string) => `Вы видите это сами, поэтому решаете вы. Ответьте, пожалуйста, ${until}.`,
    yes: 'Да, исправили',
    no: 'Нет, не исправили',
    reason: 'Что не так',
    reasonHint: 'Коротко: что осталось или что сделали плохо.',
    photos: 'Фотографии',
    submit: 'Вернуть в работу',
  },

  rate: {
    title: 'Оцените',
    answer: 'Ответ: понятный, по делу, вовремя?',
    fix: 'Решение: как сделали на самом деле?',
    scale: ['очень плохо', 'плохо', 'так себе', 'хорошо', 'отлично'] as readonly string[],
    submit: 'Поставить оценку',
    given: (answer: number | null, fix: number | null) =>
      `Ваша оценка: ${[
        answer === null ? '' : `ответ — ${answer} из 5`,
        fix === null ? '' : `решение — ${fix} из 5`,
      ]
        .filter(Boolean)
        .join(', ')}`,
  },

  write: {
    title: 'Дописать',
    lead: 'Новая подробность, вопрос, возражение — тот, кто занимается, увидит.',
    field: 'Ваше сообщение',
    photos: 'Фотографии',
    submit: 'Отправить',
  },

  reopen: {
    title: 'Проблема осталась или вернулась?',
    lead: 'Напишите, что не так, и мы снова возьмёмся за неё. Срок начнётся заново.',
  },

  declined: {
    title: 'Мы не взяли это в работу',
    why: {
      spam: 'Сообщение похоже на рекламу.',
      not_a_problem: 'Мы не нашли в нём ни просьбы, ни вопроса.',
      no_facts: 'Не хватило подробностей, чтобы понять, что и где случилось.',
      other_language: 'Мы не смогли прочитать язык сообщения.',
      withdrawn: 'Вы отозвали сообщение.',
    },
    lead: 'Если мы ошиблись, напишите почему: сообщение прочтёт другой человек.',
    field: 'Почему это нужно взять в работу',
    submit: 'Возразить',
  },

  withdraw: {
    title: 'Отозвать сообщение',
    lead: 'Если всё решилось само или вы передумали. Мы остановим работу; вернуть сообщение будет нельзя, но можно написать новое.',
    submit: 'Отозвать',
  },

  history: {
    title: 'Что происходило',
    received: 'Сообщение принято',
    accepted: 'Прочитали и взяли в работу',
    routed: (to: string) => `Передали: ${to}`,
    forwarded: (from: string, to: string) =>
      `Передали дальше: ${to} (раньше — ${from}). Срок от этого не меняется`,
    work_started: (by: string) => `Начали работу: ${by}`,
    extended: (until: string) => `Срок продлили до ${until}`,
    extendedWhy: 'Причина',
    question_asked: (by: string) => `Задали вам вопрос: ${by}`,
    question_answered: 'Вы ответили на вопрос',
    message_added: 'Вы дописали',
    joined: (n: number) =>
      `Присоединили ${plural(n, 'такое же сообщение', 'таких же сообщения', 'таких же сообщений')} от соседей`,
    answered_interim: (by: string) => `Промежуточный ответ: ${by}`,
    answered_final: (by: string) => `Ответ: ${by}`,
    scheduled: (day: string) => `Назначили срок исправления: ${day}`,
    fixed_reported: (by: string) => `Сообщили, что исправили: ${by}`,
    confirmed: 'Вы подтвердили, что исправлено',
    disputed: 'Вы написали, что не исправлено. Вернули в работу',
    verified_on_site: 'Проверили на месте: исправлено',
    rated: 'Вы поставили оценку',
    contacts_seen: (by: string) => `Открыли ваши контакты: ${by}`,
    withdrawn: 'Вы отозвали сообщение',
    declined: 'Не взяли в работу',
    objected: 'Вы возразили. Сообщение прочтёт другой человек',
    why: 'Почему',
  },

  done: {
    replied: 'Ответ передали. Срок снова идёт.',
    written: 'Дописали. Исполнитель увидит.',
    confirmed: 'Спасибо! Отметили, что исправлено.',
    disputed: 'Поняли. Вернули в работу и сказали, что не так.',
    rated: 'Оценку записали. Спасибо.',
    withdrawn: 'Сообщение отозвано.',
    objected: 'Возражение передали. Сообщение прочтёт другой человек.',
    changed: 'Пока страница была открыта, состояние изменилось. Вот как обстоят дела сейчас.',
  },
};
