import type { channels as russian } from '../ru/channels.ts';

export const channels: typeof russian = {
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
