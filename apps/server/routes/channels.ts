import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RawRequest } from '#channels/connector.ts';
import { keepPayloads } from '#flow/intake/acts/keep-payload.ts';
import { addJobs } from '#store/jobs.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { replyFailure } from '../http/failure-reply.ts';
import type { Account } from '#house/knowledge.ts';

/** An update of a network is small; a larger one is not of it. */
const LARGEST_UPDATE = 5_000_000;

/**
 * The door of the networks: POST /channels/<key>. What is genuine is stored raw and acknowledged in that order; reading it is
 * a job. What is not genuine is refused and counted, never stored.
 */
export function registerChannels(app: App, http: FastifyInstance): void {
  void http.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_UPDATE }, (_request, body, done) =>
      done(null, body),
    );
    door.post<{ Params: { key: string } }>('/channels/:key', async (request, reply) => {
      const account = await accountByKey(app, request.params.key);
      if (account === null || account.connector.verify === undefined || !account.isEnabled)
        return replyFailure(reply, request, { code: 'channel_not_configured' }, 'Europe/Moscow');
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const raw: RawRequest = { headers: joined(request.headers), body };
      const verdict = account.connector.verify(raw, account.settings);
      if (verdict.kind === 'refused') {
        app.metrics.refused.inc({ channel: account.channel, reason: verdict.failure });
        if (verdict.failure === 'update_malformed')
          return replyFailure(reply, request, { code: 'update_malformed', detail: '' }, 'Europe/Moscow');
        return replyFailure(reply, request, { code: 'wrong_secret' }, 'Europe/Moscow');
      }
      if (verdict.kind === 'accepted') await storePayload(app, account, body);
      return reply.type('text/plain; charset=utf-8').send(verdict.reply);
    });
  });
}

/** A header sent several times is one header with commas. */
const joined = (headers: FastifyRequest['headers']): RawRequest['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );

/** Stores a payload and the job that reads it; once this returns the network may forget it. */
export async function storePayload(app: App, account: Account, bytes: Uint8Array): Promise<void> {
  const at = app.now();
  const { regionId } = account;
  await withScope(app.db, wholeRegion(regionId), async (tx) => {
    const ids = await keepPayloads(
      tx,
      [{ regionId, accountId: account.id, bytes, at, outcome: 'waiting', detail: null }],
      app.seals,
    );
    await addJobs(
      tx,
      'read_payload',
      ids.map((payloadId) => ({ payload: { regionId, payloadId }, queue: `read:${regionId}:${account.id}` })),
    );
  });
}

async function accountByKey(app: App, key: string): Promise<Account | null> {
  for (const region of await app.knowledge.regions()) {
    const { accounts } = await app.knowledge.of(region.id);
    for (const account of accounts.values()) if (account.key === key) return account;
  }
  return null;
}
