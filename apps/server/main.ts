import { parseArgs } from 'node:util';
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { demoPeople } from '#centre/queries/people.ts';
import { countRegions } from '#centre/queries/regions.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { listen as hear } from '#store/listen.ts';
import { StartFault } from '#store/start-fault.ts';
import type { App } from '#house/app.ts';
import { checkPort, openHouse, runProgram, type House } from '#house/boot.ts';
import { buildApp } from '#house/build-app.ts';
import { addressOf, readConfig, type Config } from '#house/config.ts';
import { demoPassword } from './demo/accounts.ts';
import { seedDemo } from './demo/seed.ts';
import { createHttp } from './http/server.ts';
import { registerRoutes } from './routes.ts';
import { startWorker } from './worker.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `--only api` and `--only worker` run one half of the program; the same as OTKLIK_PARTS. */
function configOf(): Config {
  const { values } = parseArgs({ options: { only: { type: 'string' } }, strict: true });
  return readConfig(values.only === undefined ? process.env : { ...process.env, OTKLIK_PARTS: values.only });
}

async function main(): Promise<void> {
  const config = configOf();
  const servesHttp = config.parts !== 'worker';
  if (servesHttp) await checkPort(config);
  const house = await openHouse(config);
  const stops: (() => Promise<void>)[] = [() => house.stop()];
  closeWithGrace({ delay: 15_000 }, async () => {
    for (const stop of stops.toReversed()) await stop();
  });
  await serve(config, house, stops, servesHttp);
}

async function serve(
  config: Config,
  house: House,
  stops: (() => Promise<void>)[],
  servesHttp: boolean,
): Promise<void> {
  let address = config.publicUrl ?? addressOf(config.host, config.port);
  const app = buildApp({
    config,
    db: house.db,
    secret: house.secret,
    now: () => new Date(),
    publicUrl: () => address,
  });
  if (config.demo) await fillDemo(app);
  await needRegion(app);
  // Another program may change the region: what is known of it is read anew at its word, not only when it is old.
  const ears = hear(house.appUrl, 'otklik_region', () => app.knowledge.forget());
  stops.push(() => ears.stop());
  if (servesHttp) {
    const http = await createHttp(app);
    await registerRoutes(app, http, config.demo ? demoPassword : null);
    await listen(http, config);
    stops.push(() => http.close());
    const bound = http.server.address();
    if (config.publicUrl === null && bound !== null && typeof bound === 'object')
      address = addressOf(config.host, bound.port);
  }
  if (config.parts !== 'api') {
    const worker = await startWorker(app, house.appUrl);
    stops.push(() => worker.stop());
  }
  if (servesHttp) await greet(app, config);
}

/** Where to look, and with whose eyes. */
async function greet(app: App, config: Config): Promise<void> {
  const at = app.publicUrl();
  say(`\nOtklik is at ${at}\n  Portal   ${at}/\n  Map      ${at}/map\n  Console  ${at}/console`);
  const region = (await app.knowledge.regions()).find((one) => one.isDefault);
  if (!config.demo || region === undefined) return;
  const people = await withScope(app.db, wholeRegion(region.id), (tx) => demoPeople(tx, region.id));
  say(`  Demo     ${at}/demo\n\nDemo accounts, password ${demoPassword}:`);
  for (const one of people) say(`  ${one.login.padEnd(16)} ${one.role}`);
}

/** An empty database is filled with the invented region, once; the progress is shown, since it takes a while. */
async function fillDemo(app: App): Promise<void> {
  let said = -1;
  const seeded = await seedDemo(app, {
    until: app.now(),
    report: ({ part, share }) => {
      const percent = part === 'history' ? Math.floor(share * 10) * 10 : -1;
      if (part === 'history' && percent > said)
        say(`Telling 90 days of an invented region: ${(said = percent)} %`);
    },
  });
  if (seeded !== null) say(`The invented region is ready: ${seeded.cases} cases.`);
}

/** Without a region there is nothing to serve: say how to make one. */
async function needRegion(app: App): Promise<void> {
  if ((await countRegions(app.db)) > 0) return;
  throw new StartFault(
    'The database has no region yet. Make one: npm run otklik -- region create NAME --boundaries FILE.geojson, or set OTKLIK_DEMO=yes to look around in an invented one.',
  );
}

async function listen(http: FastifyInstance, config: Config): Promise<void> {
  await http.listen({ host: config.host, port: config.port });
}

await runProgram(main);
