import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest, Verdict } from '../connector.ts';
import { readJson } from './payload.ts';
import type { VkSettings } from './settings.ts';

/** VK repeats an event until it reads exactly this. https://dev.vk.com/api/callback/getting-started */
const acknowledgement = 'ok';

const envelope = z.object({ type: z.string(), group_id: z.int(), secret: z.string().optional() });

/** The handshake of VK carries no secret; a foreign community and a wrong secret are refused alike. */
export function verify(request: RawRequest, settings: VkSettings): Verdict {
  const call = envelope.safeParse(readJson(request.body)).data;
  if (call === undefined) return { kind: 'refused', failure: 'update_malformed' };
  if (call.group_id !== settings.groupId) return { kind: 'refused', failure: 'wrong_secret' };
  const secretIsRight = call.secret !== undefined && isSame(call.secret, settings.secret);
  if (call.type === 'confirmation') {
    return call.secret === undefined || secretIsRight
      ? { kind: 'handshake', reply: settings.confirmation }
      : { kind: 'refused', failure: 'wrong_secret' };
  }
  return secretIsRight
    ? { kind: 'accepted', reply: acknowledgement }
    : { kind: 'refused', failure: 'wrong_secret' };
}

/** Digests are compared so that neither length nor content of the secret shows in the time taken. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
