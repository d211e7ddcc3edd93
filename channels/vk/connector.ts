import type { Connector } from '../connector.ts';
import { download } from './download.ts';
import { parse } from './parse.ts';
import { maxAnswerLength, send } from './send.ts';
import { vkSettings } from './settings.ts';
import type { VkSettings } from './settings.ts';
import { verify } from './verify.ts';

/** A VK community: its private messages, comments under its posts and residents' posts on its wall. */
export const vk: Connector<VkSettings> = {
  channel: 'vk',
  settings: vkSettings,
  traits: {
    maxAnswerLength,
    answersArePublic: 'as_asked',
    dropsRepeatedSends: true,
    regime: 'social',
    comesBy: 'network',
    threadIsOneCase: true,
  },
  verify,
  parse,
  send,
  download,
};
