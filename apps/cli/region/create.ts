import { randomBytes } from 'node:crypto';
import { addChannels, type NewChannel } from '#centre/acts/add-channels.ts';
import { createRegion, type NewRegion } from '#centre/acts/create-region.ts';
import { publishRegion } from '#centre/acts/publish-region.ts';
import { eraseRegion } from '#store/erase-region.ts';
import { allRegions, type Region } from '#centre/queries/regions.ts';
import { isKnownZone } from '#kernel/time/zone.ts';
import { wholeRegion, withScope, type Db } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import { StartFault } from '#store/start-fault.ts';
import { regionPrefix } from '#house/flows/links.ts';
import { localTime } from '#house/local-time.ts';
import { inHouse, required, type Command, type Surroundings, type Typed } from '../command.ts';
import { wholeText, type Say } from '../files/open-text.ts';
import { leftOutReasons, readAddresses, type Addresses, type LeftOut } from './addresses.ts';
import { readBoundaries, type Boundaries } from './boundaries.ts';
import { planRegion, type RegionRequest } from './plan-region.ts';
import { checkSlug, slugOf } from './slug.ts';
import { doubtOfZone } from './zone-of-land.ts';

/** Where nobody says otherwise. */
const USUAL_ZONE = 'Europe/Moscow';

export const createRegionCommand: Command = {
  name: 'region create',
  summary: 'make a region of your own from boundaries and addresses',
  takes: ['NAME'],
  options: {
    boundaries: { type: 'string' },
    addresses: { type: 'string' },
    slug: { type: 'string' },
    zone: { type: 'string' },
    'name-property': { type: 'string' },
    json: { type: 'boolean' },
  },
  help: `otklik region create NAME --boundaries FILE.geojson [--addresses FILE.csv]

Makes a region: its municipalities, streets and houses, the shipped topics and calendars, the portal and a place for
imported messages, and a register of who answers for what to begin with (marked as not checked by anybody).

  NAME                 as people call it, such as "Курская область"
  --boundaries FILE    municipalities as GeoJSON in WGS 84; features of one name become one municipality
  --name-property P    the property that names a municipality (district)
  --addresses FILE     CSV with columns address, lat, lon, or street, house, lat, lon; settlement, municipality and
                       district are used where they are there; .gz is fine
  --slug S             the region's name in addresses (made from NAME)
  --zone Z             IANA time zone, by which every deadline is counted (Europe/Moscow where none is given)
  --json               print what was made as JSON`,
  run: makeRegion,
};

async function makeRegion(typed: Typed, surroundings: Surroundings): Promise<void> {
  const name = (typed.positionals[0] ?? '').trim();
  if (name === '') throw new StartFault('The region needs a name: otklik region create "Курская область" …');
  const slug = checkSlug(typed.text('slug') ?? slugOf(name));
  const zone = typed.text('zone') ?? USUAL_ZONE;
  if (!isKnownZone(zone))
    throw new StartFault(`"${zone}" is no time zone: give an IANA name, such as Asia/Yekaterinburg.`);
  const { boundaries, addresses } = await readLand(typed, surroundings.say);
  const made = await inHouse(surroundings, async ({ db }, seals) => {
    const regions = await allRegions(db);
    const taken = regions.find((region) => region.slug === slug);
    if (taken !== undefined)
      throw new StartFault(`A region "${slug}" is there already (${taken.name}): choose another --slug.`);
    const at = surroundings.now();
    const request: RegionRequest = {
      name,
      slug,
      zone,
      isDefault: false,
      at,
      today: localTime(zone).dayOf(at),
    };
    const plan = planRegion(request, boundaries, addresses.houses);
    const isDefault = !regions.some((region) => region.isDefault);
    return { id: await makeWhole(db, seals, plan, isDefault, regions), plan, isDefault };
  });
  const figures = {
    region: slug,
    path: `${regionPrefix({ slug, isDefault: made.isDefault })}/`,
    zone,
    id: made.id,
    municipalities: made.plan.municipalities.length,
    settlements: made.plan.settlements.length,
    streets: made.plan.streets.length,
    houses: made.plan.houses.length,
    authorities: made.plan.authorities.length,
    rules: made.plan.rules.length,
    leftOut: Object.fromEntries(leftOutReasons.map((reason) => [reason, addresses.leftOut[reason].length])),
  };
  if (typed.isOn('json')) surroundings.out(JSON.stringify(figures));
  else tell(surroundings, name, figures, addresses, boundaries);
  const doubt = doubtOfZone(zone, typed.text('zone') !== undefined, boundaries.bounds, surroundings.now());
  if (doubt !== null) surroundings.say(doubt);
}

/** Cut short, it leaves a region without an address, which the next attempt takes away. */
async function makeWhole(
  db: Db,
  seals: Seals,
  plan: NewRegion,
  isDefault: boolean,
  regions: readonly Region[],
): Promise<number> {
  const unfinished = `${plan.slug.slice(0, 50)}-unfinished`;
  const left = regions.find(({ slug }) => slug === unfinished);
  if (left !== undefined) await eraseRegion(db, left.id);
  const id = await createRegion(db, { ...plan, slug: unfinished });
  await withScope(db, wholeRegion(id), (tx) => addChannels(tx, id, firstChannels(), seals));
  await publishRegion(db, id, { slug: plan.slug, isDefault });
  return id;
}

async function readLand(typed: Typed, say: Say): Promise<{ boundaries: Boundaries; addresses: Addresses }> {
  const file = required(typed, 'boundaries');
  const boundaries = readBoundaries(
    await wholeText(file, say),
    file,
    typed.text('name-property') ?? 'district',
  );
  const [west, south, east, north] = boundaries.bounds;
  // A little outside: registers list a house whose yard is within.
  const margin = 0.02;
  const list = typed.text('addresses');
  const addresses =
    list === undefined
      ? { houses: [], leftOut: { no_house: [], no_street: [], no_point: [], outside: [] } }
      : await readAddresses(
          list,
          ({ lat, lon }) =>
            lat > south - margin && lat < north + margin && lon > west - margin && lon < east + margin,
          say,
        );
  return { boundaries, addresses };
}

/** Channels that need no keys of anybody: the others are connected later. */
const firstChannels = (): NewChannel[] =>
  [
    ['portal', 'Портал'],
    ['desk', 'Приёмная и телефон'],
    ['imported', 'Перенос из другой системы'],
  ].map(([channel = '', name = ''], i) => ({
    id: i + 1,
    channel,
    name,
    key: randomBytes(18).toString('base64url'),
    settings: {},
  }));

const why: Readonly<Record<LeftOut, string>> = {
  no_house: 'no number of a house',
  no_street: 'no street',
  no_point: 'no point',
  outside: 'outside the boundaries',
};

function tell(
  { out, say }: Surroundings,
  name: string,
  made: Readonly<Record<'municipalities' | 'settlements' | 'streets' | 'houses' | 'rules', number>> & {
    readonly path: string;
    readonly zone: string;
  },
  addresses: Addresses,
  boundaries: Boundaries,
): void {
  out(`${name} is made. It opens at ${made.path} of this server; its time zone is ${made.zone}.`);
  out(
    `${made.municipalities} municipalities, ${made.settlements} settlements, ${made.streets} streets, ${made.houses} houses; ${made.rules} rows of the responsibility register that nobody has checked yet.`,
  );
  for (const reason of leftOutReasons) {
    const rows = addresses.leftOut[reason];
    if (rows.length === 0) continue;
    const shown = rows.slice(0, 5).join(', ');
    say(
      `${rows.length} addresses were left out, ${why[reason]}: row ${shown}${rows.length > 5 ? ' and others' : ''}.`,
    );
  }
  if (boundaries.passedOver > 0) say(`${boundaries.passedOver} features that are no areas were passed over.`);
}
