import pg from 'pg';

/** Ears of a program that hears of what other programs change. */
export interface Ears {
  stop(): Promise<void>;
}

const AGAIN_MS = 5_000;

/**
 * Listens to a channel of the database on a connection of its own. A lost connection is opened again; what was said meanwhile
 * is unknown, so it counts as heard.
 *
 * @param heard called for every word, and whenever listening begins
 */
export function listen(url: string, channel: 'otklik_region', heard: () => void): Ears {
  let client: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  let isStopped = false;
  function open(): void {
    const opened = new pg.Client({ connectionString: url, application_name: 'otklik ears', keepAlive: true });
    // Told of more than once for one connection, and after the next one is open.
    const lost = (): void => {
      if (isStopped || client !== opened) return;
      client = null;
      // One that is open but may not listen must not stay behind.
      opened.end().catch(() => {});
      again = setTimeout(open, AGAIN_MS).unref();
    };
    client = opened;
    opened.on('notification', heard);
    opened.on('error', lost);
    opened.once('end', lost);
    opened
      .connect()
      .then(() => opened.query(`listen ${channel}`))
      .then(heard, lost);
  }
  open();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(again);
      // A connection that cannot be closed any more is closed already.
      await client?.end().catch(() => {});
    },
  };
}
