import pg from 'pg';

/** One program at a time may call the roll: otherwise a worker that has taken a job but not yet its lock would seem dead. */
const ROLL_CALL = 7_310_573;
const PRESENT = 7_310_574;
const RECONNECT_MS = 1000;
const ROLL_CALL_EVERY_MS = 30_000;

/** Keeps the workers of this process known as alive and frees the jobs of workers that are not. */
export interface Presence {
  /** Runs `start` with the roll closed; the pool id it returns is marked alive before the roll opens again. */
  enter(start: () => Promise<string>): Promise<void>;
  leave(): Promise<void>;
}

/**
 * A worker killed with -9 leaves its jobs locked for four hours. So every worker pool holds an advisory lock on a
 * connection of its own, which the server drops with the connection; whose lock is free is dead, and its jobs go
 * back to the queue: at every start and twice a minute.
 *
 * @param onFreed told how many dead workers' jobs were freed
 */
export async function openPresence(url: string, onFreed: (workers: number) => void): Promise<Presence> {
  const present = new Set<string>();
  const line = await openLine(url, async (client) => {
    for (const id of present) await markPresent(client, id);
  });
  const withRollClosed = async (work: () => Promise<void>): Promise<void> => {
    await line.client().query('select pg_advisory_lock($1)', [ROLL_CALL]);
    try {
      await work();
    } finally {
      await line.client().query('select pg_advisory_unlock($1)', [ROLL_CALL]);
    }
  };
  const freeTheDead = async (): Promise<void> => {
    const workers = await freeJobsOfTheDead(line.client(), present);
    if (workers > 0) onFreed(workers);
  };
  const timer = setInterval(() => void withRollClosed(freeTheDead).catch(() => {}), ROLL_CALL_EVERY_MS);
  timer.unref();
  return {
    enter: (start) =>
      withRollClosed(async () => {
        await freeTheDead();
        const id = await start();
        present.add(id);
        await markPresent(line.client(), id);
      }),
    leave: async () => {
      clearInterval(timer);
      await line.hangUp();
    },
  };
}

/** One connection held for as long as the process lives. */
interface Line {
  client(): pg.Client;
  hangUp(): Promise<void>;
}

/** @param onReconnect repeats what the lost connection held: the server forgot it */
async function openLine(url: string, onReconnect: (client: pg.Client) => Promise<void>): Promise<Line> {
  let client = await connect(url);
  let ended = false;
  const reconnect = async (): Promise<void> => {
    if (ended) return;
    try {
      client = await connect(url);
      client.once('end', () => void reconnect());
      await onReconnect(client);
    } catch {
      setTimeout(() => void reconnect(), RECONNECT_MS).unref();
    }
  };
  client.once('end', () => void reconnect());
  return {
    client: () => client,
    hangUp: async () => {
      ended = true;
      await client.end().catch(() => {});
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'otklik worker presence',
    keepAlive: true,
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

const markPresent = async (client: pg.Client, id: string): Promise<void> => {
  await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [PRESENT, id]);
};

/** @returns how many workers were found dead */
async function freeJobsOfTheDead(client: pg.Client, present: ReadonlySet<string>): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `select locked_by as id from graphile_worker._private_jobs where locked_by is not null
     union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
  );
  const dead: string[] = [];
  for (const { id } of rows) {
    if (present.has(id)) continue;
    const lock = [PRESENT, id];
    const free = await client.query<{ free: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as free',
      lock,
    );
    if (free.rows[0]?.free !== true) continue;
    await client.query('select pg_advisory_unlock($1, hashtext($2))', lock);
    dead.push(id);
  }
  if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
  return dead.length;
}
