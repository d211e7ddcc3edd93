export const channels: Readonly<Record<string, string>> = {
  portal: 'Portal',
  widget: 'Site widget',
  vk: 'VK',
  max: 'MAX',
  ok: 'Odnoklassniki',
  email: 'E-mail',
  phone: 'Phone',
  visit: 'Visit',
  paper: 'Letter',
  desk: 'Desk',
  open311: 'Open311',
  file: 'File import',
  telegram: 'Telegram',
  rss: 'Media',
  sms: 'SMS',
};
export const channelUnknown = 'Another channel';
