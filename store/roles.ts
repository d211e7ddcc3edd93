import pg from 'pg';
import { StartFault } from './start-fault.ts';

/** SQL floor: row-level security of views needs it. */
const OLDEST_VERSION = 15;

/** The role an address signs in as. */
export const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** Address of a server without the password, fit for a message. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}

/**
 * Checks an external server before anything else touches it: it answers, it is new enough, and the
 * application's role can neither own tables nor look past row-level security.
 *
 * @throws StartFault naming the setting to mend
 */
export async function checkServer(appUrl: string, ownerUrl: string, oldest = OLDEST_VERSION): Promise<void> {
  if (roleOf(appUrl) === roleOf(ownerUrl)) {
    throw new StartFault(
      'DATABASE_URL and DATABASE_OWNER_URL name the same role: the application must not own its tables, or row-level security would not hold.',
    );
  }
  await ask('DATABASE_OWNER_URL', ownerUrl, oldest);
  const role = await ask('DATABASE_URL', appUrl, oldest);
  if (!role.privileged) return;
  throw new StartFault(
    `The role ${roleOf(appUrl)} of DATABASE_URL is a superuser or bypasses row-level security: give the application an ordinary role.`,
  );
}

async function ask(setting: string, url: string, oldest: number): Promise<{ privileged: boolean }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; privileged: boolean }>(
      `select current_setting('server_version_num') as version, rolsuper or rolbypassrls as privileged
       from pg_roles where rolname = current_user`,
    );
    const [row] = rows;
    const major = Math.floor(Number(row?.version) / 10_000);
    if (major < oldest) {
      throw new StartFault(`PostgreSQL ${major} of ${setting} is too old: Otklik needs ${oldest} or newer.`);
    }
    return { privileged: row?.privileged ?? true };
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(`Cannot reach PostgreSQL at ${placeOf(url)} (${setting}): ${reason(error)}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** A refused connection on several addresses comes as an aggregate without a message of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
