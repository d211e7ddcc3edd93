import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { callMethod } from './methods.ts';
import type { MethodContext, Params, VkError } from './methods.ts';

/** A trouble to be had once: an error code of VK, or one of the ways a network fails. */
export type FakeTrouble = number | 'lost_reply' | 'silence' | 'bad_gateway';

export interface Doors {
  readonly accessToken: string;
  readonly context: MethodContext;
  /** The trouble prepared for this method, if any; taken once. */
  takeTrouble(method: string): FakeTrouble | null;
}

const maxUploadBytes = 50 * 1024 * 1024;

/** The HTTP face of the demo network: methods, upload servers and file hosting behind one port. */
export function listener(doors: () => Doors): RequestListener {
  return (request, response) => {
    route(request, response, doors()).catch(() => response.destroy());
  };
}

async function route(request: IncomingMessage, response: ServerResponse, doors: Doors): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const [, first, second = ''] = url.pathname.split('/');
  if (first === 'method') return answerMethod(request, response, doors, second, url.searchParams);
  if (first === 'upload' && request.method === 'POST') return takeUpload(request, response, doors, second);
  if (first === 'files') return serveFile(response, doors, Number(second));
  response.writeHead(404).end();
}

async function answerMethod(
  request: IncomingMessage,
  response: ServerResponse,
  doors: Doors,
  method: string,
  query: URLSearchParams,
): Promise<void> {
  const form = new URLSearchParams((await buffer(request)).toString('utf8'));
  const params: Params = Object.fromEntries([...query, ...form]);
  const trouble = doors.takeTrouble(method);
  if (trouble === 'silence') return;
  if (trouble === 'bad_gateway') {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html>502 Bad Gateway</html>');
    return;
  }
  if (typeof trouble === 'number') {
    sendJson(
      response,
      errorBody({ code: trouble, message: 'A refusal asked for in advance' }, method, params),
    );
    return;
  }
  const reply = callMethod(method, params, doors.accessToken, doors.context);
  if (trouble === 'lost_reply') {
    response.destroy();
    return;
  }
  sendJson(response, 'error' in reply ? errorBody(reply.error, method, params) : reply);
}

/** VK repeats the parameters, without the key. */
function errorBody({ code, message }: VkError, method: string, params: Params): unknown {
  const shown = Object.entries(params).filter(([key]) => key !== 'access_token');
  const request_params = [['method', method], ...shown].map(([key, value]) => ({ key, value }));
  return { error: { error_code: code, error_msg: message, request_params } };
}

async function takeUpload(
  request: IncomingMessage,
  response: ServerResponse,
  { context }: Doors,
  field: string,
): Promise<void> {
  const body = await buffer(request);
  if (body.byteLength > maxUploadBytes) return sendJson(response, { error: 'file is too large' });
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => new FormData());
  const file = form.get(field);
  if (!(file instanceof File) || file.size === 0) return sendJson(response, { error: `no file in ${field}` });
  const mark = randomUUID();
  const bytes = new Uint8Array(await file.arrayBuffer());
  context.uploads.set(mark, { name: file.name, mediaType: file.type, bytes });
  sendJson(response, field === 'photo' ? { server: 1, photo: mark, hash: mark } : { file: mark });
}

function serveFile(response: ServerResponse, { context }: Doors, id: number): void {
  const file = context.world.files.find((one) => one.id === id);
  if (file === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': file.mediaType }).end(file.bytes);
}

/** Errors too come with status 200, as from VK. */
function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
