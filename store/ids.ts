import { randomFillSync } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562): ordered by `at`, so that new rows land at the end of an index and ids sort by time.
 * Made here and not by the database, since PostgreSQL 15 has no function for it.
 */
export function newId(at: Date): string {
  const bytes = randomFillSync(Buffer.alloc(16));
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
