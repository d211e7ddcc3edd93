import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createHttp } from '#apps/server/http/server.ts';
import { registerRoutes } from '#apps/server/routes.ts';
import { startWorker } from '#apps/server/worker.ts';
import { addChannels } from '#centre/acts/add-channels.ts';
import { hashPassword } from '#centre/acts/sign-in.ts';
import { addPeople } from '#centre/queries/people.ts';
import { startFakeVk, type FakeVk } from '#channels/vk/fake/start-fake-vk.ts';
import { vkSettings } from '#channels/vk/settings.ts';
import type { App } from '#house/app.ts';
import { buildApp } from '#house/build-app.ts';
import { readConfig } from '#house/config.ts';
import { bodies, makeSmallRegion, smallPassword, type SmallRegion } from '#house/testing/small-region.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { TestDatabase } from '#store/testing/test-database.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { signInAs, type Staff } from './staff.ts';

export interface CentreOptions {
  readonly database: TestDatabase;
  /** With a mailbox: needs Dovecot, so tests that ask for it run only where it is installed. */
  readonly hasMail?: boolean;
  /** With somebody who does the jobs; without, payloads and deliveries wait. */
  readonly hasWorker?: boolean;
  /** What the clock of the program shows at the start; it runs on from there. Now by default. */
  readonly startsAt?: Date;
}

/** A whole centre at work: its server, its worker, its networks. */
export interface Centre {
  readonly app: App;
  readonly region: SmallRegion;
  /** Without a slash at the end. */
  readonly url: string;
  readonly vk: FakeVk;
  /** Where VK calls us. */
  readonly vkDoor: string;
  /** @throws when the centre was started without mail */
  mail(): PostOffice;
  readonly accounts: {
    readonly portal: number;
    readonly desk: number;
    readonly vk: number;
    readonly email: number;
  };
  /** Every line of the log so far. */
  readonly logged: readonly string[];
  signIn(login: string): Promise<Staff>;
  /** One transaction that sees the whole region. */
  run<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** One more program that does jobs beside those there are. */
  hireWorker(): Promise<{ stop(): Promise<void> }>;
  /** Moves the clock of the program ahead. */
  pass(minutes: number): void;
  stop(): Promise<void>;
}

/** The community of the demo network that the centre answers for. */
export const community = { groupId: 219_000_001, secret: 'demoSecret1', confirmation: 'a1b2c3d4' } as const;

/** Residents of the demo network. */
export const residents = {
  vera: 900_000_101,
  timur: 900_000_102,
  zoya: 900_000_103,
  arkady: 900_000_104,
  dina: 900_000_105,
  prokhor: 900_000_106,
} as const;

/** People beside those of the small region: a colleague of the executor, and an executor of another body. */
export const colleague = 'colleague';
export const stranger = 'stranger';

/** Noon of the last Tuesday in Moscow: a moment when everybody works, and jobs put off by it are due at once. */
export function lastTuesday(): Date {
  const now = new Date();
  const daysAgo = ((now.getUTCDay() + 4) % 7) + 1;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - daysAgo, 9));
}

/** Starts a centre over a database of a test. `stop` leaves nothing: no process, no port, no folder. */
export async function startCentre(options: CentreOptions): Promise<Centre> {
  const { database, hasMail = false, hasWorker = true } = options;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-centre-'));
  const stops: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    const failed: unknown[] = [];
    for (const one of stops.splice(0).toReversed()) await one().catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  };
  try {
    const logged: string[] = [];
    const clock = startClock(options.startsAt);
    let url = '';
    const app = buildApp({
      config: readConfig({ OTKLIK_DATA: folder, OTKLIK_DEMO: 'no', LOG_LEVEL: 'debug' }),
      db: database.db,
      secret: 'a secret of tests, 32 characters long',
      now: clock.now,
      publicUrl: () => url,
      logTo: { write: (line) => void logged.push(line) },
    });
    const vk = await startFakeVk({ ...community, callbackUrl: null, retryDelayMs: 50, maxAttempts: 3 });
    stops.push(() => vk.stop());
    const mail = hasMail ? await openPostOffice() : null;
    if (mail !== null) stops.push(() => mail.stop());
    const region = await makeSmallRegion(database.db, app.seals);
    const run = <T>(work: (tx: Writer) => Promise<T>): Promise<T> =>
      withScope(database.db, wholeRegion(region.id), work);
    const accounts = { ...region.accounts, vk: 3, email: 4 };
    const vkKey = 'vk-door-of-tests';
    await run((tx) => connectNetworks(tx, app, region.id, accounts, vk, vkKey, mail));
    await run((tx) => hireOthers(tx, region.id, clock.now()));

    const http = await createHttp(app);
    stops.push(() => http.close());
    await registerRoutes(app, http, null);
    url = await http.listen({ host: '127.0.0.1', port: 0 });
    const vkDoor = `${url}/channels/${vkKey}`;
    vk.connect(vkDoor);
    const hireWorker = async () => {
      const worker = await startWorker(app, database.appUrl);
      let stopped: Promise<void> | undefined;
      const hired = { stop: () => (stopped ??= worker.stop()) };
      stops.push(hired.stop);
      return hired;
    };
    if (hasWorker) await hireWorker();
    return {
      app,
      region,
      url,
      vk,
      vkDoor,
      accounts,
      logged,
      run,
      hireWorker,
      stop,
      mail: () => {
        if (mail === null) throw new Error('This centre was started without mail');
        return mail;
      },
      signIn: (login) => signInAs(url, login),
      pass: clock.pass,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startClock(startsAt: Date | undefined): { now: () => Date; pass: (minutes: number) => void } {
  let ahead = startsAt === undefined ? 0 : startsAt.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + ahead),
    pass: (minutes) => {
      ahead += minutes * 60_000;
    },
  };
}

async function connectNetworks(
  tx: Writer,
  app: App,
  regionId: number,
  accounts: Centre['accounts'],
  vk: FakeVk,
  vkKey: string,
  mail: PostOffice | null,
): Promise<void> {
  const { apiBaseUrl, accessToken } = vk;
  const settings = vkSettings.parse({
    ...community,
    accessToken,
    apiBaseUrl,
    allowHttpHosts: ['127.0.0.1'],
  });
  const channels = [
    { id: accounts.vk, channel: 'vk', name: 'Город на связи', key: vkKey, settings },
    ...(mail === null
      ? []
      : [
          {
            id: accounts.email,
            channel: 'email',
            name: 'Почта приёмной',
            key: 'mail-door-of-tests',
            settings: mail.settings,
          },
        ]),
  ];
  await addChannels(tx, regionId, channels, app.seals);
}

async function hireOthers(tx: Writer, regionId: number, at: Date): Promise<void> {
  const passwordHash = await hashPassword(smallPassword);
  const executorOf = (login: string, name: string, authorityId: number) => ({
    id: newId(at),
    login,
    name,
    position: 'Мастер',
    passwordHash,
    grants: [{ id: newId(at), role: 'executor' as const, municipalityId: null, authorityId, sectors: [] }],
  });
  await addPeople(
    tx,
    regionId,
    [
      executorOf(colleague, 'Павел Дорожкин', bodies.roads),
      executorOf(stranger, 'Олег Причальный', bodies.houseManager),
    ],
    at,
  );
}
