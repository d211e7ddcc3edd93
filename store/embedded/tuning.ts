const MIB = 1024 * 1024;

/** Memory and safety the server is started with. */
export interface Tuning {
  /** Memory of the machine, bytes. */
  readonly memory: number;
  readonly processors: number;
  /** Data that nobody will miss: nothing is flushed to disk. Only for tests. */
  readonly disposable: boolean;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/**
 * Settings of the server as `name=value`. A machine shared with the program gives PostgreSQL an eighth of
 * its memory; an acknowledged commit is on disk; errors are logged without the text of statements or rows.
 */
export function settingsFor({ memory, processors, disposable }: Tuning): string[] {
  const buffers = clamp(Math.floor(memory / 8 / MIB), 64, 4096);
  const durable = disposable
    ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
    : { synchronous_commit: 'on', max_connections: '100' };
  const settings: Readonly<Record<string, string>> = {
    ...durable,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: `${disposable ? Math.min(buffers, 256) : buffers}MB`,
    effective_cache_size: `${Math.max(buffers * 4, 256)}MB`,
    maintenance_work_mem: `${clamp(Math.floor(buffers / 4), 64, 512)}MB`,
    work_mem: '16MB',
    max_wal_size: '2GB',
    wal_compression: 'pglz',
    random_page_cost: '1.1',
    max_parallel_workers: String(clamp(processors, 1, 8)),
    jit: 'off',
    // A table of a new house outgrows what the planner believes of it in seconds, not in the usual minute.
    autovacuum_naptime: '10s',
    // After a crash one call flushes the file system; file by file it takes seconds.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
  return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
}
