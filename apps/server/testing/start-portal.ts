import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import type { App } from '#house/app.ts';
import { makeSmallRegion } from '#house/testing/small-region.ts';
import { createTestApp } from '#house/testing/test-app.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import type { TestDatabase } from '#store/testing/test-database.ts';
import { createHttp } from '../http/server.ts';
import { registerPortal } from '../portal/routes.ts';
import { registerMap } from '../routes/map.ts';
import { registerResidentApi } from '../routes/resident.ts';
import { createCaseDriver } from './case-driver.ts';
import { multipart, type Part } from './multipart.ts';

export interface SentCase {
  /** Path of its page. */
  readonly address: string;
  readonly number: string;
  readonly appealId: string;
}

/** A message about a pit that the machine understands whole. */
export const pit = 'Огромная яма на дороге на улице Садовой напротив дома 5 в Приозёрске, пробил колесо';

export const form = (fields: Readonly<Record<string, string>>): Part[] =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

export const photoOf = (color: string): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: color } })
    .jpeg()
    .toBuffer();

/** The portal, the resident's API and the maps over a database of a test, with small regions «ozerny» and «stepnoy». */
export async function startPortal(
  { db, owner }: TestDatabase,
  /** What more is to be served. */
  registerMore: (app: App, http: FastifyInstance) => void = () => {},
) {
  const app = createTestApp(db, { UPLOAD_MAX_BYTES: '1000000', UPLOAD_MAX_PIXELS: '4000000' });
  const region = await makeSmallRegion(db, app.seals);
  await makeSmallRegion(db, app.seals, { slug: 'stepnoy', isDefault: false });
  const http = await createHttp(app);
  registerResidentApi(app, http);
  registerMap(app, http);
  await registerPortal(app, http);
  registerMore(app, http);
  await http.ready();
  const staff = createCaseDriver(app, region);

  let visitors = 0;
  /** Every visitor comes from an address of their own, so that the pace of one test does not slow another. */
  const newAddress = (): string => {
    visitors += 1;
    return `10.0.${Math.floor(visitors / 250)}.${visitors % 250}`;
  };
  const get = (url: string, headers: Record<string, string> = {}) =>
    http.inject({ method: 'GET', url, headers: { 'accept-language': 'ru', ...headers } });
  const post = (url: string, parts: readonly Part[], remoteAddress = newAddress()) => {
    const { payload, headers } = multipart(parts);
    return http.inject({ method: 'POST', url, payload, headers, remoteAddress });
  };
  return {
    app,
    region,
    http,
    staff,
    newAddress,
    get,
    post,
    /** Anything at all as a body. */
    postRaw: (url: string, type: string, payload: string) =>
      http.inject({
        method: 'POST',
        url,
        headers: { 'content-type': type },
        payload,
        remoteAddress: newAddress(),
      }),
    postJson: (url: string, payload: object) =>
      http.inject({ method: 'POST', url, payload, remoteAddress: newAddress() }),
    run: <T>(work: (tx: Writer) => Promise<T>): Promise<T> => withScope(db, wholeRegion(region.id), work),
    pass: (minutes: number): void => app.setNow(new Date(app.now().getTime() + minutes * 60_000)),
    /** What was refused, raw, oldest first. */
    async refusals(): Promise<string[]> {
      const rows = await sql<{ sealed: Buffer }>`
        select sealed from raw_payload where outcome = 'refused' order by received_at, id`.execute(owner());
      return rows.rows.map((row) => app.seals.openBytes('raw', row.sealed).toString('utf8'));
    },
    /** Sends a message through the form; `isRead` carries it on as the worker would. */
    async sendCase(text = pit, more: readonly Part[] = [], isRead = true): Promise<SentCase> {
      // Asked whether it is a known problem, they said no.
      const reply = await post('/send', [...form({ text, key: crypto.randomUUID(), same: 'no' }), ...more]);
      const address = String(reply.headers.location).replace(/\/sent.*$/, '');
      const number = address.split('/')[2] ?? '';
      const found = await sql<{ id: string }>`select id from appeal where number = ${number}`.execute(
        owner(),
      );
      const appealId = found.rows[0]?.id ?? '';
      if (isRead) await staff.read(appealId);
      return { address, number, appealId };
    },
    async stop(): Promise<void> {
      await http.close();
      app.sweep();
    },
  };
}
