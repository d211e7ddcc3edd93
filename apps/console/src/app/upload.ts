import type { CallResult } from '#contract/client.ts';
import { sendFile } from '#contract/intake.ts';
import { csrfToken, type CallFailure } from './call.ts';
import { language } from './language.ts';
import { regionBase } from './region-base.ts';

interface Reply {
  readonly failure?: CallFailure;
}

/** Sends one photo; the reply names it by hash. Never throws. */
export async function uploadPhoto(file: File): Promise<CallResult<typeof sendFile>> {
  const form = new FormData();
  form.append('file', file);
  try {
    const response = await fetch(`${regionBase}/api${sendFile.path}`, {
      method: sendFile.method,
      headers: {
        accept: 'application/json',
        'accept-language': language.get(),
        'x-csrf-token': csrfToken.get() ?? '',
      },
      credentials: 'same-origin',
      body: form,
    });
    if (response.ok) return { ok: true, value: sendFile.success.parse(await response.json()) };
    // The server answers a failure of the catalogue in one shape, as contract/client.ts reads it.
    const { failure = { code: 'server_error', number: '' } }: Reply = await response.json();
    return { ok: false, failure, message: '' };
  } catch {
    return { ok: false, failure: { code: 'no_connection' }, message: '' };
  }
}

/** Where a photo of a case is shown from. */
export const photoAddress = (hash: string): string => `${regionBase}/api/files/${hash}`;
/** The same photo, small. */
export const thumbAddress = (hash: string): string => `${photoAddress(hash)}?size=thumb`;
