import path from 'node:path';
import { z } from 'zod';
import { StartFault } from '#store/start-fault.ts';

/** One setting as a person sees it. `must` completes the sentence "PORT must …". */
interface Setting<T> {
  readonly schema: z.ZodType<T>;
  readonly preset: string | null;
  readonly presetMeans?: string;
  readonly means: string;
  readonly must: string;
  readonly secret?: true;
}

const setting = <T>(spec: Setting<T>): Setting<T> => spec;

const wholeNumber = (low: number, high: number): z.ZodType<number> =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(low).max(high));
const yesOrNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const database = z.url({ protocol: /^postgres(ql)?$/ });
const webAddress = z.url({ protocol: /^https?$/ });

/** How far proxies in front of us are believed about the caller's address. */
const trustedProxies = z.union([
  yesOrNo,
  wholeNumber(1, 10),
  z
    .string()
    .regex(/^[\da-fA-F.:/]+(, ?[\da-fA-F.:/]+)*$/)
    .transform((list) => list.replaceAll(' ', '')),
]);

/** Every setting there is; `docs/configuration.md` is printed from this table. */
export const settings = {
  PORT: setting({
    schema: wholeNumber(0, 65_535),
    preset: '8080',
    means: 'Port the server listens on; 0 takes any free one.',
    must: 'be a whole number from 0 to 65535',
  }),
  HOST: setting({
    schema: z.string().regex(/^[\w.:-]+$/),
    preset: '127.0.0.1',
    means: 'Address the server listens on; `0.0.0.0` opens it to the network.',
    must: 'be an address or a host name',
  }),
  PUBLIC_URL: setting({
    schema: webAddress,
    preset: null,
    presetMeans: 'the address it listens on',
    means: 'Address residents see in links, letters and callbacks, without a path.',
    must: 'be an address that begins with http:// or https://',
  }),
  OTKLIK_DATA: setting({
    schema: z.string().min(1),
    preset: '.data',
    means: 'Folder for the bundled database, photos and keys. Back it up.',
    must: 'name a folder',
  }),
  DATABASE_URL: setting({
    schema: database,
    preset: null,
    presetMeans: 'the bundled PostgreSQL',
    means: 'PostgreSQL 15 or newer, signed in as the application: a role that owns nothing.',
    must: 'look like postgres://role:password@host:5432/database',
    secret: true,
  }),
  DATABASE_OWNER_URL: setting({
    schema: database,
    preset: null,
    means:
      'The same database signed in as the owner of its tables; used for migrations only. Required with `DATABASE_URL`.',
    must: 'look like postgres://role:password@host:5432/database',
    secret: true,
  }),
  DATABASE_POOL: setting({
    schema: wholeNumber(2, 200),
    preset: '10',
    means: 'Connections the server holds for requests at most.',
    must: 'be a whole number from 2 to 200',
  }),
  OTKLIK_SECRET: setting({
    schema: z.string().min(32),
    preset: null,
    presetMeans: 'made once and kept in the data folder',
    means:
      'Encrypts contacts, texts and raw messages and signs links. Never change or lose it. Required with `DATABASE_URL`.',
    must: 'have 32 characters or more',
    secret: true,
  }),
  OTKLIK_PARTS: setting({
    schema: z.enum(['all', 'api', 'worker']),
    preset: 'all',
    means: 'What this process does: `api` answers requests, `worker` does the jobs, `all` both.',
    must: 'be all, api or worker',
  }),
  OTKLIK_WORKERS: setting({
    schema: wholeNumber(1, 64),
    preset: '4',
    means: 'Jobs done at the same time.',
    must: 'be a whole number from 1 to 64',
  }),
  OTKLIK_DEMO: setting({
    schema: yesOrNo,
    preset: null,
    presetMeans: '`yes` with the bundled database, `no` with `DATABASE_URL`',
    means: 'Fill an empty database with an invented region to look around in.',
    must: 'be yes or no',
  }),
  LOG_LEVEL: setting({
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    preset: 'info',
    means: 'How much is logged. Logs hold ids and codes, never texts or names.',
    must: 'be fatal, error, warn, info, debug or silent',
  }),
  TRUST_PROXY: setting({
    schema: trustedProxies,
    preset: 'no',
    means:
      'Whether `X-Forwarded-For` is believed: `yes`, the number of proxies in front, or their addresses by comma. The first two only where nobody reaches the server past its proxies.',
    must: 'be yes, no, a number of proxies from 1 to 10, or addresses by comma',
  }),
  UPLOAD_MAX_BYTES: setting({
    schema: wholeNumber(100_000, 100_000_000),
    preset: '15000000',
    means: 'Largest accepted file, bytes.',
    must: 'be a whole number from 100000 to 100000000',
  }),
  UPLOAD_MAX_FILES: setting({
    schema: wholeNumber(1, 50),
    preset: '10',
    means: 'Files in one message at most.',
    must: 'be a whole number from 1 to 50',
  }),
  UPLOAD_MAX_PIXELS: setting({
    schema: wholeNumber(1_000_000, 500_000_000),
    preset: '60000000',
    means: 'Largest accepted picture, width × height.',
    must: 'be a whole number from 1000000 to 500000000',
  }),
  MAP_STYLE_URL: setting({
    schema: webAddress,
    preset: null,
    presetMeans: 'our own quiet style',
    means: 'MapLibre style of the base map.',
    must: 'be an address that begins with http:// or https://',
  }),
  MAP_PMTILES: setting({
    schema: z.string().min(1),
    preset: null,
    presetMeans: 'borders only',
    means: 'PMTiles file with streets for the base map: a path or an address.',
    must: 'name a file or an address',
  }),
} as const;

export type SettingName = keyof typeof settings;
type Value<Name extends SettingName> = (typeof settings)[Name] extends Setting<infer T> ? T : never;

/** Where the data live: the bundled server, or one that somebody else runs. */
export type DatabaseChoice =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly appUrl: string; readonly ownerUrl: string };

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Without a slash at the end; `null` until the port is known when PORT is 0. */
  readonly publicUrl: string | null;
  /** An absolute path. */
  readonly dataFolder: string;
  readonly database: DatabaseChoice;
  readonly databasePool: number;
  /** `null`: kept in the data folder. */
  readonly secret: string | null;
  readonly parts: 'all' | 'api' | 'worker';
  readonly workers: number;
  readonly demo: boolean;
  readonly logLevel: Value<'LOG_LEVEL'>;
  readonly trustProxy: boolean | number | string;
  readonly uploads: { readonly maxBytes: number; readonly maxFiles: number; readonly maxPixels: number };
  readonly map: { readonly styleUrl: string | null; readonly pmtiles: string | null };
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the whole configuration once. Nothing else of the server reads the environment.
 *
 * @throws StartFault listing every fault together, one sentence each
 */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const read = <Name extends SettingName>(name: Name): Value<Name> | null => {
    const given = env[name] === undefined || env[name] === '' ? settings[name].preset : env[name];
    if (given === null) return null;
    const spec: Setting<unknown> = settings[name];
    const parsed = spec.schema.safeParse(given);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table pairs the name with the schema, the lookup loses the pair
    if (parsed.success) return parsed.data as Value<Name>;
    faults.push(`${name} must ${spec.must}${spec.secret ? '' : `, not "${given}"`}.`);
    return null;
  };
  faults.push(...unknownNames(env));
  const config = assemble(read, faults);
  if (faults.length === 0) return config;
  throw new StartFault(
    `The configuration is wrong (every setting is explained in docs/configuration.md):\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
  );
}

type Read = <Name extends SettingName>(name: Name) => Value<Name> | null;

function assemble(read: Read, faults: string[]): Config {
  const appUrl = read('DATABASE_URL');
  const host = read('HOST') ?? '';
  const port = read('PORT') ?? 0;
  const secret = read('OTKLIK_SECRET');
  const external = chooseDatabase(appUrl, read('DATABASE_OWNER_URL'), secret, faults);
  return Object.freeze({
    host,
    port,
    publicUrl: read('PUBLIC_URL')?.replace(/\/+$/, '') ?? (port === 0 ? null : addressOf(host, port)),
    dataFolder: path.resolve(read('OTKLIK_DATA') ?? '.data'),
    database: external,
    databasePool: read('DATABASE_POOL') ?? 0,
    secret,
    parts: read('OTKLIK_PARTS') ?? 'all',
    workers: read('OTKLIK_WORKERS') ?? 0,
    demo: read('OTKLIK_DEMO') ?? external.kind === 'embedded',
    logLevel: read('LOG_LEVEL') ?? 'info',
    trustProxy: read('TRUST_PROXY') ?? false,
    uploads: {
      maxBytes: read('UPLOAD_MAX_BYTES') ?? 0,
      maxFiles: read('UPLOAD_MAX_FILES') ?? 0,
      maxPixels: read('UPLOAD_MAX_PIXELS') ?? 0,
    },
    map: { styleUrl: read('MAP_STYLE_URL'), pmtiles: read('MAP_PMTILES') },
  });
}

function chooseDatabase(
  appUrl: string | null,
  ownerUrl: string | null,
  secret: string | null,
  faults: string[],
): DatabaseChoice {
  if (appUrl !== null && ownerUrl !== null) {
    if (secret === null)
      faults.push(
        'OTKLIK_SECRET is required with DATABASE_URL: a random text that every process and every restore uses.',
      );
    return { kind: 'external', appUrl, ownerUrl };
  }
  if (appUrl !== null)
    faults.push(
      'DATABASE_OWNER_URL is required with DATABASE_URL: migrations run as the owner of the tables.',
    );
  if (ownerUrl !== null)
    faults.push(
      'DATABASE_URL is required with DATABASE_OWNER_URL: the application itself must not own its tables.',
    );
  return { kind: 'embedded' };
}

/** How a person on this machine reaches the server. */
export const addressOf = (host: string, port: number): string =>
  `http://${['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host}:${port}`;

/** A misspelt setting would silently do nothing. */
function unknownNames(env: Environment): string[] {
  return Object.keys(env)
    .filter(
      (name) =>
        name.startsWith('OTKLIK_') && !name.startsWith('OTKLIK_TEST_') && !Object.hasOwn(settings, name),
    )
    .map((name) => `${name} is not a setting.`);
}
