import { plural } from '../plural.ts';

/** What needs an administrator: notices, channels, inputs nobody understood. */
export const administration = {
  title: 'Каналы и служебное',
  noticesTitle: 'Что требует внимания',
  noticesEmpty: 'Всё работает, делать ничего не нужно.',
  notices: {
    calendar_provisional: (year: number) =>
      `Рабочий календарь на ${year} год предварительный. Когда выйдет постановление, загрузите его: новые сроки пойдут по нему, начатые останутся как есть.`,
    calendar_missing: (year: number) =>
      `Рабочего календаря на ${year} год нет, поэтому сроки на него не считаются. Загрузите календарь.`,
    channel_misconfigured: (account: string) =>
      `Канал «${account}» не принимает наши ответы: проверьте ключ доступа и права.`,
    inputs_not_understood: (n: number) =>
      `${plural(n, 'входящее не удалось', 'входящих не удалось', 'входящих не удалось')} разобрать. Они сохранены ниже.`,
    deliveries_waiting: (n: number) =>
      `${plural(n, 'отправка ждёт', 'отправки ждут', 'отправок ждут')} человека: опубликовать вручную или проверить, дошло ли.`,
  },
  detail: (text: string) => `Что ответил канал: ${text}`,
  channelsTitle: 'Каналы',
  channelsEmpty: 'Каналов ещё нет.',
  channel: 'Канал',
  account: 'Название',
  state: 'Состояние',
  last: 'Последнее сообщение',
  isOn: 'включён',
  isOff: 'выключен',
  never: 'ещё не было',
  rawTitle: 'Неразобранные входящие',
  rawEmpty: 'Неразобранных входящих нет.',
  rawLead:
    'Здесь то, что каналы прислали, а мы не поняли. Внутри могут быть имена, поэтому каждый просмотр записывается.',
  rawReceived: 'Получено',
  rawAccount: 'Откуда',
  rawDetail: 'Что не так',
  rawExpires: 'Сотрётся',
  rawNoDetail: 'Причина не записана',
  look: 'Посмотреть',
  lookAt: (account: string) => `Посмотреть входящее, ${account}`,
  lookReason: 'Зачем смотрите',
  lookWarning: 'Просмотр и причина записываются в журнал.',
  lookSubmit: 'Открыть и записать в журнал',
  lookText: 'Содержимое',
};

export type AdministrationTexts = typeof administration;
