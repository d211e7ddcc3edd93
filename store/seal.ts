import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a sealed value is for: each purpose has a key of its own, so one leaked key opens one drawer. */
export type SealPurpose = 'contact' | 'raw' | 'channel';

export interface Seals {
  /** AES-256-GCM; the result carries its nonce and tag. */
  seal(purpose: SealPurpose, value: unknown): Buffer;
  /** Throws if the key is wrong or the bytes were changed: that is a fault of the installation, not of the input. */
  open(purpose: SealPurpose, sealed: Uint8Array): unknown;
  sealBytes(purpose: SealPurpose, bytes: Uint8Array): Buffer;
  openBytes(purpose: SealPurpose, sealed: Uint8Array): Buffer;
  /** A keyed hash: equal for equal input, says nothing without the key. */
  fingerprint(what: 'thread' | 'session' | 'sign_in', value: string): Buffer;
  /** The secret half of a tracking link: derived, never stored. */
  trackingSecret(appealId: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const key = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'otklik', purpose, 32));

/** Keys derived from the installation's secret (HKDF, RFC 5869). */
export function createSeals(secret: string): Seals {
  const keys = { contact: key(secret, 'contact'), raw: key(secret, 'raw'), channel: key(secret, 'channel') };
  const hashing = {
    thread: key(secret, 'thread'),
    session: key(secret, 'session'),
    sign_in: key(secret, 'sign_in'),
  };
  const tracking = key(secret, 'tracking');

  const sealBytes = (purpose: SealPurpose, bytes: Uint8Array): Buffer => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keys[purpose], nonce);
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  const openBytes = (purpose: SealPurpose, sealed: Uint8Array): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', keys[purpose], sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    return Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)),
      decipher.final(),
    ]);
  };
  return {
    sealBytes,
    openBytes,
    seal: (purpose, value) => sealBytes(purpose, Buffer.from(JSON.stringify(value))),
    open: (purpose, sealed) => JSON.parse(openBytes(purpose, sealed).toString('utf8')) as unknown,
    fingerprint: (what, value) => createHmac('sha256', hashing[what]).update(value).digest().subarray(0, 16),
    trackingSecret: (appealId) =>
      createHmac('sha256', tracking).update(appealId).digest().subarray(0, 15).toString('base64url'),
  };
}
