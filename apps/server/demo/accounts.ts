import { randomBytes } from 'node:crypto';
import { demoNetworkToken } from '#channels/demo-network.ts';
import type { NewChannel } from '#centre/acts/add-channels.ts';

/** Everyone of the invented region signs in with this; the sign-in page of a demo says so. */
export const demoPassword = 'otklik-demo';

/** Accounts of the invented region. */
export const demoAccounts = { portal: 1, desk: 2, imported: 3, vk: 4, email: 5 } as const;

/** The invented community of the demo network. */
export const demoCommunity = 229_000_001;

/** Where events of the demo network go and how they are signed; the address of its methods is known when it runs. */
export const demoVkSettings = (apiBaseUrl: string) => ({
  groupId: demoCommunity,
  accessToken: demoNetworkToken,
  secret: 'demoSecret1703',
  confirmation: 'a1b2c3d4',
  apiBaseUrl,
  apiVersion: '5.199',
  allowHttpHosts: ['127.0.0.1'],
});

const demoEmailSettings = {
  address: 'priemnaya@yasnozersky.example',
  displayName: 'Приёмная Яснозёрского края',
  imap: {
    host: 'imap.yasnozersky.example',
    port: 993,
    secure: 'tls',
    user: 'priemnaya',
    password: 'not-connected',
    folder: 'INBOX',
    afterReading: 'seen',
  },
  smtp: { host: 'smtp.yasnozersky.example', port: 465, secure: 'tls' },
};

const newKey = (): string => randomBytes(12).toString('base64url');

/** The channels of the invented region. The mailbox is shown and not connected: there is no such server. */
export const demoChannels = (): NewChannel[] => [
  { id: demoAccounts.portal, channel: 'portal', name: 'Портал', key: newKey(), settings: {} },
  { id: demoAccounts.desk, channel: 'desk', name: 'Приёмная и телефон 122', key: newKey(), settings: {} },
  { id: demoAccounts.imported, channel: 'imported', name: 'Файлы', key: newKey(), settings: {} },
  {
    id: demoAccounts.vk,
    channel: 'vk',
    name: 'Сообщество «Яснозёрский край на связи»',
    key: newKey(),
    settings: demoVkSettings('http://127.0.0.1:9/method'),
  },
  {
    id: demoAccounts.email,
    channel: 'email',
    name: 'Почта приёмной',
    key: newKey(),
    settings: demoEmailSettings,
    isEnabled: false,
  },
];
