/** Names of channels by their code; a channel unknown to this table is called by its neutral word. */
export const channels: Readonly<Record<string, string>> = {
  portal: 'Портал',
  widget: 'Виджет на сайте',
  vk: 'ВКонтакте',
  max: 'MAX',
  ok: 'Одноклассники',
  email: 'Эл. почта',
  phone: 'Телефон',
  visit: 'Личный приём',
  paper: 'Письмо',
  desk: 'Приёмная',
  open311: 'Open311',
  file: 'Выгрузка',
  telegram: 'Телеграм',
  rss: 'СМИ',
  sms: 'СМС',
};
export const channelUnknown = 'Другой канал';
