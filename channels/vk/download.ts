import type { ChannelIo } from '../connector.ts';
import { isSafeOrigin } from './settings.ts';
import type { VkSettings } from './settings.ts';

/** Where VK keeps files of users; documents start at vk.com and are redirected to one of the others. */
const fileHosts = ['vk.com', 'vk.ru', 'userapi.com', 'vkuserphoto.ru', 'vkuser.net', 'vkuseraudio.net'];

const maxFileBytes = 30 * 1024 * 1024;
const timeoutMs = 30_000;
const maxRedirects = 3;

/** `null`: not a file of VK, gone, too large (30 MB) or not there in time (30 s). */
export async function download(url: string, io: ChannelIo<VkSettings>): Promise<Uint8Array | null> {
  const signal = AbortSignal.any([io.signal, AbortSignal.timeout(timeoutMs)]);
  const refuse = (reason: string) => {
    io.log('vk_download_refused', { reason });
    return null;
  };
  let next = url;
  try {
    for (let step = 0; step <= maxRedirects; step += 1) {
      if (!isFileOfVk(next, io.settings.allowHttpHosts)) return refuse('foreign_host');
      const response = await fetch(next, { redirect: 'manual', signal });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel();
        next = new URL(location, next).href;
        continue;
      }
      if (!response.ok || response.body === null) {
        await response.body?.cancel();
        return refuse('gone');
      }
      return (await readBounded(response.body)) ?? refuse('too_large');
    }
    return refuse('too_many_redirects');
  } catch {
    return refuse('unreachable');
  }
}

/** @param allowHttpHosts loopback hosts of the demo network, which then serve files too */
export function isFileOfVk(address: string, allowHttpHosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (!isSafeOrigin(url, allowHttpHosts) || url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'http:') return true;
  return (
    url.port === '' && fileHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  );
}

async function readBounded(body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxFileBytes) return null;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let filled = 0;
  for (const chunk of chunks) {
    whole.set(chunk, filled);
    filled += chunk.byteLength;
  }
  return whole;
}
