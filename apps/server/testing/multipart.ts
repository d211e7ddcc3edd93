import { randomBytes } from 'node:crypto';

export interface Part {
  readonly name: string;
  readonly value: string | Uint8Array;
  /** A part with a file name is a file. */
  readonly filename?: string;
}

/** A multipart body as a browser writes it, and the headers that go with it. */
export function multipart(parts: readonly Part[]): {
  readonly payload: Buffer;
  readonly headers: Readonly<Record<string, string>>;
} {
  const boundary = `----form${randomBytes(8).toString('hex')}`;
  const chunks = parts.flatMap(({ name, value, filename }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${
        filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: image/jpeg`
      }\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
