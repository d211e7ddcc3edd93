import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { demo as english } from '#texts/en/demo.ts';
import { demo as russian } from '#texts/ru/demo.ts';
import { acceptPhoto } from '#flow/intake/acts/accept-photo.ts';
import { photoLimits } from '#house/flows/read-payload.ts';
import type { App } from '#house/app.ts';
import { readEntry } from '../portal/pages/assets.ts';
import { manifestText } from '../portal/visit.ts';
import { replyFailure } from '../http/failure-reply.ts';
import { languageOf } from '../http/language.ts';
import { readDialogue } from './dialogue.ts';
import { demoAccount, startDemoNetwork, type DemoNetwork } from './network.ts';
import { demoPage } from './page.ts';
import { demoPassword } from './accounts.ts';

const SCRIPT = 'apps/portal/demo.ts';
const LONGEST_TEXT = 4000;
/** A page of another site cannot send this, so it cannot write for the visitor. */
const OWN_PAGE = 'x-otklik-demo';

/** Only our own files, and the console in a frame. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The page of a demonstration: a resident's phone beside the console. The demo network starts once the program listens and
 * ends with it. In demo mode only.
 */
export function registerDemo(app: App, http: FastifyInstance): void {
  let network: DemoNetwork | null = null;
  http.addHook('onListen', async () => {
    const account = await demoAccount(app);
    if (account !== null) network = await startDemoNetwork(app, account, ownUrl(http));
  });
  http.addHook('onClose', async () => {
    await network?.fake.stop();
  });

  http.get('/demo', async (request, reply) => showDemo(network, request, reply));
  http.get('/demo/dialogue', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (network === null) return reply.status(503).send({ failure: { code: 'channel_not_configured' } });
    return readDialogue(app, network);
  });
  http.get<{ Params: { id: string } }>('/demo/photos/:id', async (request, reply) => {
    const said = network?.fake.dialogue(network.visitor.id) ?? [];
    const files = said.flatMap((message) => message.files);
    const file = files.find((one) => String(one.id) === request.params.id);
    if (file === undefined) return reply.status(404).send({ failure: { code: 'not_found' } });
    return reply
      .header('cache-control', 'private, max-age=3600')
      .type('image/jpeg')
      .send(Buffer.from(file.bytes));
  });
  http.post(
    '/demo/messages',
    { config: { rateLimit: { max: 40, timeWindow: '1 minute' } } },
    async (request, reply) => takeWords(app, network, request, reply),
  );
}

/** Where this program is reached from this machine, whatever address the world knows it by. */
function ownUrl(http: FastifyInstance): string {
  const bound = http.server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the program does not listen on a port');
  const isEverywhere = bound.address === '0.0.0.0' || bound.address === '::';
  const host = isEverywhere ? '127.0.0.1' : bound.address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
}

function showDemo(network: DemoNetwork | null, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const files = readEntry(manifestText(), SCRIPT);
  const texts = language === 'ru' ? russian : english;
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(
      demoPage(texts, { language, person: network?.visitor.firstName ?? '', password: demoPassword, files }),
    );
}

/** The visitor writes as the resident; the photo is made safe first, as a network would. */
async function takeWords(
  app: App,
  network: DemoNetwork | null,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refuse = (failure: Parameters<typeof replyFailure>[2]) =>
    replyFailure(reply, request, failure, 'Europe/Moscow');
  if (network === null) return refuse({ code: 'channel_not_configured' });
  if (request.headers[OWN_PAGE] !== 'yes' || !request.isMultipart())
    return refuse({ code: 'bad_request', fields: [] });
  let text = '';
  const photos: Uint8Array[] = [];
  for await (const part of request.parts({ limits: { files: 1 } })) {
    if (part.type === 'field') {
      if (part.fieldname === 'text' && typeof part.value === 'string') text = part.value.trim();
      continue;
    }
    const bytes = await part.toBuffer();
    if (bytes.length === 0) continue;
    const accepted = await acceptPhoto(bytes, photoLimits(app), app.files);
    if (!accepted.ok) return refuse(accepted.failure);
    const kept = await app.files.read(accepted.value.hash);
    if (kept !== null) photos.push(kept);
  }
  if (text === '' && photos.length === 0) return refuse({ code: 'text_empty' });
  if (text.length > LONGEST_TEXT)
    return refuse({ code: 'text_too_long', length: text.length, limit: LONGEST_TEXT });
  network.fake.say(network.visitor.id, text, { photos });
  return reply.status(201).send(await readDialogue(app, network));
}
