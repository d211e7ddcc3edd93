import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { API, APIRequest } from 'vk-io';
import { z } from 'zod';
import type { ChannelIo } from '../connector.ts';
import type { VkSettings } from './settings.ts';

/** How one call of an API method ended. */
export type VkReply =
  | { readonly kind: 'response'; readonly value: unknown }
  | { readonly kind: 'error'; readonly code: number; readonly message: string }
  /** VK surely did not do it: there was no connection. */
  | { readonly kind: 'unreached' }
  /** VK may have done it: the reply did not come or could not be read. */
  | { readonly kind: 'lost' };

export type VkParams = Readonly<Record<string, string | number | undefined>>;

/** Calls within one `send`: they share a connection and end together when the signal aborts. */
export interface VkSession {
  call(method: string, params: VkParams): Promise<VkReply>;
  close(): void;
}

const reply = z.union([
  z.object({ error: z.object({ error_code: z.int(), error_msg: z.string().catch('') }) }),
  z.object({ response: z.unknown() }).refine((body) => body.response !== undefined),
]);

export function openVk(io: ChannelIo<VkSettings>): VkSession {
  const { settings, signal } = io;
  // The SDK takes the agent as it is: with the one for TLS a loopback address fails with ERR_INVALID_PROTOCOL.
  const agent = settings.apiBaseUrl.startsWith('http:') ? new HttpAgent() : new HttpsAgent();
  const api = new API({
    token: settings.accessToken,
    apiBaseUrl: settings.apiBaseUrl,
    apiVersion: settings.apiVersion,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK's type asks for the TLS agent, the fetch below it takes either
    agent: agent as HttpsAgent,
  });
  const aborted = Promise.withResolvers<VkReply>();
  const hangUp = () => {
    agent.destroy();
    aborted.resolve({ kind: 'lost' });
  };
  signal.addEventListener('abort', hangUp, { once: true });
  return {
    async call(method, params) {
      if (signal.aborted) return { kind: 'unreached' };
      // Made without the SDK's queue: that one repeats lost calls by itself, and code 6 without end.
      const request = new APIRequest({ api, method, params });
      const ended = await Promise.race([request.make().then(readReply, readLoss), aborted.promise]);
      if (ended.kind !== 'response') {
        io.log('vk_call_failed', {
          method,
          ended: ended.kind,
          code: ended.kind === 'error' ? ended.code : 0,
        });
      }
      return ended;
    },
    close() {
      signal.removeEventListener('abort', hangUp);
      agent.destroy();
    },
  };
}

function readReply(body: unknown): VkReply {
  const parsed = reply.safeParse(body).data;
  if (parsed === undefined) return { kind: 'lost' };
  if ('error' in parsed)
    return { kind: 'error', code: parsed.error.error_code, message: parsed.error.error_msg };
  return { kind: 'response', value: parsed.response };
}

/** Names of failures that come before the request is written. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS_\w+|CERT_\w+|UNABLE_TO_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+)$/;

function readLoss(error: unknown): VkReply {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return beforeSending.test(code) ? { kind: 'unreached' } : { kind: 'lost' };
}
