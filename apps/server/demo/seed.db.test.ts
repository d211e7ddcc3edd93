import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#centre/acts/sign-in.ts';
import { countRegions } from '#centre/queries/regions.ts';
import { createTestApp } from '#house/testing/test-app.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { demoPassword } from './accounts.ts';
import { seedDemo, type Seeded } from './seed.ts';

const { db, owner } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());

const until = new Date('2026-03-12T12:30:00Z');
app.setNow(until);
let seeded: Seeded;

async function rowsOf<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(owner())).rows;
}

const numberOf = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> =>
  Number((await rowsOf(query))[0]?.n);

beforeAll(async () => {
  const cut = seedDemo(app, {
    until,
    days: 3,
    report: ({ part, share }) => {
      if (part === 'history' && share > 0.3) throw new Error('the power went out');
    },
  });
  await expect(cut).rejects.toThrow('the power went out');
  const again = await seedDemo(app, { until, days: 3 });
  if (again === null) throw new Error('nothing was seeded');
  seeded = again;
}, 240_000);

describe('a seeding after one that was cut short', () => {
  test('leaves one region, whole, at its own address', async () => {
    expect(await countRegions(db)).toBe(1);
    const [region] = await app.knowledge.regions();
    expect(region).toMatchObject({ id: seeded.regionId, slug: 'yasnozersky', isDefault: true });
    expect(seeded.cases).toBeGreaterThan(150);
  });

  test('is done once: the next start changes nothing', async () => {
    expect(await seedDemo(app, { until, days: 3 })).toBeNull();
  });

  test('leaves no job behind, so nothing is sent', async () => {
    expect(await numberOf(sql`select count(*) as n from graphile_worker._private_jobs`)).toBe(0);
    expect(
      await numberOf(sql`select count(*) as n from delivery where state in ('pending', 'sending')`),
    ).toBe(0);
  });
});

describe('the invented region', () => {
  test('lets its people sign in with the password the page tells', async () => {
    const { outcome } = await withScope(db, wholeRegion(seeded.regionId), (tx) =>
      signIn(tx, app.seals, {
        regionId: seeded.regionId,
        login: 'koordinator',
        password: demoPassword,
        from: '127.0.0.1',
        at: until,
      }),
    );
    expect(outcome.ok).toBe(true);
  });

  test('has its channels, the mailbox switched off', async () => {
    const rows = await rowsOf(
      sql<{
        channel: string;
        is_enabled: boolean;
      }>`select channel, is_enabled from channel_account order by id`,
    );
    expect(rows).toEqual([
      { channel: 'portal', is_enabled: true },
      { channel: 'desk', is_enabled: true },
      { channel: 'imported', is_enabled: true },
      { channel: 'vk', is_enabled: true },
      { channel: 'email', is_enabled: false },
    ]);
  });

  test('has work for those who route, work and approve', async () => {
    const rows = await rowsOf(
      sql<{ stage: string; n: number }>`select stage, count(*)::int as n from appeal_state group by stage`,
    );
    const count = new Map(rows.map(({ stage, n }) => [stage, n]));
    for (const stage of ['triage', 'assigned', 'in_work', 'answered', 'closed'])
      expect(count.get(stage), stage).toBeGreaterThan(0);
  });

  test('tells nothing that has not happened yet', async () => {
    const later = sql<{ n: number }>`select
      (select count(*) from appeal_move where at > ${until}) + (select count(*) from message where received_at > ${until})
      + (select count(*) from answer where changed_at > ${until}) + (select count(*) from confirmation where at > ${until}) as n`;
    expect(await numberOf(later)).toBe(0);
  });

  test('tells the steps of a case in their order', async () => {
    const backwards = sql<{ n: number }>`select count(*) as n from (
      select at < lag(at) over (partition by appeal_id order by version) as is_back from appeal_move) x where is_back`;
    expect(await numberOf(backwards)).toBe(0);
  });

  test('keeps telephones and letters of residents out of the texts that staff search', async () => {
    const open = sql<{ n: number }>`select count(*) as n from appeal_text
      where masked_text ~ '900[ )]*000' or masked_text ~ '@example\\.org'`;
    const excerpts = sql<{ n: number }>`select count(*) as n from appeal_state
      where excerpt ~ '900[ )]*000' or excerpt ~ '@example\\.org'`;
    expect(await numberOf(open)).toBe(0);
    expect(await numberOf(excerpts)).toBe(0);
  });
});

/** The facts behind each maintained count, by the day of the region. */
const facts: Readonly<Record<string, string>> = {
  received: `select received_at as at from appeal`,
  answered: `select at from appeal_move where action = 'answer_final'`,
  confirmed: `select at from appeal_move where action = 'confirm'`,
  disputed: `select at from appeal_move where action = 'dispute'`,
  overdue: `select due_at as at from deadline where clock <> 'confirmation_window' and paused_at is null
    and due_at <= '${until.toISOString()}' and (met_at is null or met_at > due_at) and (cancelled_at is null or cancelled_at > due_at)`,
};

test.each(Object.entries(facts))('the daily counts of %s are the facts', async (event, query) => {
  const counted = await rowsOf(
    sql`select day::text as day, sum(n)::int as n from daily_count where event = ${event} group by day order by day`,
  );
  const real = await rowsOf(
    sql`select (at at time zone 'Europe/Moscow')::date::text as day, count(*)::int as n from (${sql.raw(query)}) x group by 1 order by 1`,
  );
  expect(counted).toEqual(real);
});
