import { randomUUID } from 'node:crypto';
import type { Seals } from '#store/seal.ts';

/**
 * The key of a submission: that of the form and what was put into it. The same form sent twice is one message; the same
 * form sent again with other words, after coming back to it, is another. A form without a key of its own gets one.
 */
export function submissionKey(seals: Seals, formKey: string, content: readonly string[]): string {
  const own = formKey.length >= 8 && formKey.length <= 100 ? formKey : randomUUID();
  const print = seals.fingerprint('thread', JSON.stringify(content)).toString('hex');
  return `${own.replaceAll('\u0000', '')}.${print}`;
}
