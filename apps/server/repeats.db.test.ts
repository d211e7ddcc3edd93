import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { community, lastTuesday, residents, startCentre } from '#e2e/testing/start-centre.ts';
import { casesAbout, eventually } from '#e2e/testing/case-work.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const database = await testDatabase();
const centre = await startCentre({ database, hasWorker: false, startsAt: lastTuesday() });
afterAll(() => centre.stop());
const coordinator = await centre.signIn('coordinator');
const { groupId, secret } = community;

/** What VK sends about one private message. */
const messageNew = (id: number, from: number, text: string) => ({
  type: 'message_new',
  group_id: groupId,
  secret,
  v: '5.199',
  event_id: `event${id}`,
  object: {
    message: {
      id,
      date: Math.floor(Date.now() / 1000),
      from_id: from,
      peer_id: from,
      out: 0,
      text,
      conversation_message_id: id,
      attachments: [],
      fwd_messages: [],
      random_id: 0,
    },
    client_info: {},
  },
});

/** What VK sends about one comment under a post. */
const commentNew = (id: number, from: number, text: string) => ({
  type: 'wall_reply_new',
  group_id: groupId,
  secret,
  v: '5.199',
  event_id: `event${id}`,
  object: {
    id,
    from_id: from,
    date: Math.floor(Date.now() / 1000),
    text,
    post_id: 1,
    owner_id: -groupId,
    post_owner_id: -groupId,
    parents_stack: [],
    attachments: [],
  },
});

const toDoor = async (update: unknown): Promise<string> => {
  const response = await fetch(centre.vkDoor, { method: 'POST', body: JSON.stringify(update) });
  return response.text();
};
const waiting = () =>
  centre.run((tx) => tx.selectFrom('raw_payload').select('id').where('outcome', '=', 'waiting').execute());
const allRead = (): Promise<true> =>
  eventually(async () => ((await waiting()).length === 0 ? true : undefined));
const deliveries = () =>
  centre.run((tx) => tx.selectFrom('delivery').select(['state', 'appeal_id']).execute());

describe('a worker killed after VK was told «ok»', () => {
  test('loses nothing: what was stored is read by the next one, though the dead one holds the job', async () => {
    expect(
      await toDoor(messageNew(7001, residents.vera, 'Затопило подвал, Приозёрск, улица Садовая, 5')),
    ).toBe('ok');
    expect(await waiting()).toHaveLength(1);
    await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-killed', attempts = 1`.execute(
      database.owner(),
    );
    await sql`update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'worker-killed'`.execute(
      database.owner(),
    );
    const worker = await centre.hireWorker();
    await allRead();
    await eventually(async () => (await casesAbout(coordinator, 'Затопило подвал'))[0]);
    await worker.stop();
  });
});

describe('the same update again and again', () => {
  test('is one message, one case, one receipt', async () => {
    const update = messageNew(7002, residents.timur, 'Упало дерево, Приозёрск, улица Рыбацкая, 12');
    const replies = await Promise.all(Array.from({ length: 8 }, () => toDoor(update)));
    expect(new Set(replies)).toEqual(new Set(['ok']));
    const workers = [await centre.hireWorker(), await centre.hireWorker()];
    await allRead();
    await toDoor(update);
    await allRead();
    await eventually(async () =>
      (await deliveries()).every((one) => one.state === 'sent') ? true : undefined,
    );
    expect(await casesAbout(coordinator, 'Упало дерево')).toHaveLength(1);
    expect(centre.vk.dialogue(residents.timur)).toHaveLength(1);
    const taken = await centre.run((tx) =>
      tx.selectFrom('message').select('id').where('external_id', '=', 'message_7002').execute(),
    );
    expect(taken).toHaveLength(1);
    await Promise.all(workers.map((worker) => worker.stop()));
  });
});

describe('two workers at a burst', () => {
  test('each case is opened once and each receipt goes out once', async () => {
    const seen = new Set((await deliveries()).map((one) => one.appeal_id));
    const posted = Array.from({ length: 12 }, (_, index) =>
      centre.vk.comment(residents.zoya, 1, `Не вывезен мусор у дома ${index + 1}, Приозёрск`),
    );
    await centre.vk.settled();
    const repeats = posted.map((comment) => toDoor(commentNew(comment.id, residents.zoya, comment.text)));
    await Promise.all(repeats);
    const workers = [await centre.hireWorker(), await centre.hireWorker()];
    await allRead();
    const receipts = await eventually(async () => {
      const fresh = (await deliveries()).filter((one) => !seen.has(one.appeal_id));
      return fresh.length === 12 && fresh.every((one) => one.state === 'sent') ? fresh : undefined;
    });
    expect(new Set(receipts.map((one) => one.appeal_id)).size).toBe(12);
    const ours = (centre.vk.wall()[0]?.comments ?? []).filter((one) => one.fromId < 0);
    expect(new Set(ours.map((one) => one.replyTo))).toEqual(new Set(posted.map((one) => one.id)));
    expect(ours).toHaveLength(posted.length);
    await Promise.all(workers.map((worker) => worker.stop()));
  });
});
