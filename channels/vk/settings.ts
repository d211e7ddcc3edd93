import { z } from 'zod';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * What an administrator enters to connect one VK community; where each value comes from is told in README.md.
 * Sentences are shown to the administrator as they are.
 */
export const vkSettings = z
  .strictObject(
    {
      groupId: z
        .int('Номер сообщества — целое число без минуса, например 123456789.')
        .positive('Номер сообщества — целое число без минуса, например 123456789.'),
      accessToken: z
        .string('Вставьте ключ доступа сообщества.')
        .regex(/^\S{8,}$/, 'Ключ доступа сообщества — строка без пробелов не короче 8 знаков.'),
      secret: z
        .string('Укажите секретный ключ Callback API.')
        .regex(/^[A-Za-z0-9_]{8,50}$/, 'Секретный ключ Callback API — от 8 до 50 латинских букв и цифр.'),
      confirmation: z
        .string('Укажите строку подтверждения сервера.')
        .regex(/^[A-Za-z0-9_]{4,64}$/, 'Строка подтверждения — латинские буквы и цифры, как показывает VK.'),
      apiBaseUrl: z
        .url({ protocol: /^https?$/, error: 'Адрес API начинается с https://.' })
        .default('https://api.vk.com/method'),
      apiVersion: z
        .string('Версия API записывается как 5.199.')
        .regex(/^5\.\d{2,3}$/, 'Версия API записывается как 5.199.')
        .default('5.199'),
      allowHttpHosts: z
        .array(z.enum(loopbackHosts, 'Без шифрования разрешается говорить только с этим же компьютером.'))
        .default([])
        .describe('Hosts that may be spoken to without TLS: loopback only, for the demo network and tests'),
    },
    'Настройки VK — набор из номера сообщества, ключа доступа, секретного ключа и строки подтверждения.',
  )
  .refine(
    ({ apiBaseUrl, allowHttpHosts }) =>
      !URL.canParse(apiBaseUrl) || isSafeOrigin(new URL(apiBaseUrl), allowHttpHosts),
    {
      path: ['apiBaseUrl'],
      error: 'Адрес API начинается с https://: иначе ключ доступа уйдёт в сеть открыто.',
    },
  );

export type VkSettings = z.infer<typeof vkSettings>;

/** Whether a token or a file may travel to this address: TLS, or a loopback host allowed by name. */
export function isSafeOrigin(url: URL, allowHttpHosts: readonly string[]): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && allowHttpHosts.includes(url.hostname));
}
