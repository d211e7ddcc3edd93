import type { DeliveryItem } from '#kernel/channel.ts';

export const photo = bytes('\u00ff\u00d8\u00ff\u00e0made-up photo');
export const largePhoto = bytes(`\u00ff\u00d8\u00ff\u00e0made-up photo${'.'.repeat(6000)}`);
export const winmail = bytes('\u0078\u009f\u003e\u0022made up');

function bytes(latin1: string): Uint8Array {
  return Uint8Array.from(latin1, (char) => char.charCodeAt(0));
}

interface Told {
  readonly externalId: string;
  readonly threadKey?: string;
  readonly subject: string;
  readonly references?: string;
  readonly text: string;
  readonly sentAt?: string;
  readonly author?: { readonly externalId: string; readonly name: string | null };
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly inReplyTo?: string;
  readonly namesCase?: string;
  readonly isAutomatic?: boolean;
}

/** Most letters are Anna's: sent at 10:15 Moscow time, beginning a conversation of their own. */
export function letter(told: Told): DeliveryItem {
  const {
    externalId,
    subject,
    text,
    author = { externalId: 'anna@example.org', name: 'Анна Примерова' },
  } = told;
  return {
    kind: 'message',
    message: {
      externalId,
      threadKey: told.threadKey ?? `${externalId} a3bf86238a1c59bd`,
      address: {
        kind: 'letter',
        to: author.externalId,
        messageId: externalId.startsWith('sha256:') ? null : externalId,
        references: told.references ?? '',
        subject,
      },
      isPublic: false,
      text,
      sentAt: new Date(told.sentAt ?? '2026-03-02T07:15:00Z'),
      author,
      files: (told.files ?? []).map((file) => ({
        name: file.name,
        source: { kind: 'bytes', bytes: file.bytes },
      })),
      point: null,
      inReplyTo: told.inReplyTo ?? null,
      namesCase: told.namesCase ?? null,
      isAutomatic: told.isAutomatic ?? false,
    },
  };
}
