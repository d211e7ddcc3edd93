import { randomBytes } from 'node:crypto';
import { addChannels } from '#centre/acts/add-channels.ts';
import type { Boundary } from '#kernel/geo-json.ts';
import { createRegion, type NewRegion } from '#centre/acts/create-region.ts';
import { hashPassword } from '#centre/acts/sign-in.ts';
import { addPeople } from '#centre/queries/people.ts';
import { publishedCalendars } from '#data/calendars/calendars.ts';
import { topics } from '#data/topics/topics.ts';
import { roles, type Role } from '#kernel/role.ts';
import type { DayHours } from '#kernel/time/schedule.ts';
import { newId } from '#store/ids.ts';
import { wholeRegion, withScope, type Db } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';

/** Everyone of a small region signs in with this. */
export const smallPassword = 'озёрный край 1703';

/** Municipalities of a small region. */
export const town = 1;
export const district = 2;

/** Bodies of a small region: its government, the town's house manager and the keeper of roads. */
export const bodies = { government: 1, houseManager: 2, roads: 3 } as const;

/** An address of the small region that its register of houses knows. */
export const knownAddress = { words: 'Приозёрск, улица Садовая, 5', lat: 61.03, lon: 50.13 } as const;

export interface SmallRegion {
  readonly id: number;
  readonly slug: string;
  /** One person of each role, signing in with the role's name and `smallPassword`. */
  readonly people: Readonly<Record<Role, { readonly id: string; readonly login: string }>>;
  readonly accounts: { readonly portal: number; readonly desk: number };
}

const workday: DayHours = { opens: 540, closes: 1080, lunch: { from: 780, to: 840 } };

const square = (west: number, south: number, east: number, north: number): Boundary => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
});

/** Two squares side by side: the town of Приозёрск and the Лесной район. */
const land = {
  bounds: [50, 61, 50.4, 61.2],
  municipalities: [
    {
      id: town,
      name: 'Приозёрск',
      oktmo: null,
      population: 20_000,
      boundary: square(50, 61, 50.2, 61.2),
    },
    {
      id: district,
      name: 'Лесной район',
      oktmo: null,
      population: 4000,
      boundary: square(50.2, 61, 50.4, 61.2),
    },
  ],
  settlements: [
    {
      id: 1,
      municipalityId: town,
      name: 'Приозёрск',
      kind: 'город',
      population: 20_000,
      lat: 61.03,
      lon: 50.13,
    },
    {
      id: 2,
      municipalityId: district,
      name: 'Сосновка',
      kind: 'село',
      population: 900,
      lat: 61.1,
      lon: 50.3,
    },
  ],
  streets: [
    street(1, 1, 'Садовая', 61.03, 50.13),
    street(2, 1, 'Рыбацкая', 61.04, 50.14),
    street(3, 2, 'Лесная', 61.1, 50.3),
  ],
  houses: [
    house(1, 1, 5, knownAddress.lat, knownAddress.lon),
    house(2, 1, 7, 61.0302, 50.1304),
    house(3, 2, 12, 61.0401, 50.1402),
    house(4, 3, 3, 61.1, 50.3),
  ],
} satisfies Pick<NewRegion, 'bounds' | 'municipalities' | 'settlements' | 'streets' | 'houses'>;

function street(id: number, settlementId: number, name: string, lat: number, lon: number) {
  return { id, settlementId, name, kind: 'улица', oldNames: [], ownerId: bodies.roads, lat, lon };
}

function house(id: number, streetId: number, number: number, lat: number, lon: number) {
  const managerId = streetId === 3 ? null : bodies.houseManager;
  return { id, streetId, number: String(number), numberBase: number, lat, lon, managerId };
}

const organisations = {
  authorities: [
    body(bodies.government, 'Правительство Озёрного края', 'Правительство', 'government', null),
    body(bodies.houseManager, 'Управляющая компания «Причал»', 'УК «Причал»', 'house_manager', town),
    body(bodies.roads, 'Дорожная служба Озёрного края', 'Дорожная служба', 'road_keeper', null),
  ],
  executors: [{ id: 1, authorityId: bodies.roads, name: 'Участок № 1' }],
  rules: [
    rule(1, 'house_manager', town, bodies.houseManager),
    rule(2, 'road_owner', null, bodies.roads),
    rule(3, 'municipality', null, bodies.government),
    rule(4, 'health', null, bodies.government),
    rule(5, 'waste_operator', null, bodies.government),
  ],
} satisfies Pick<NewRegion, 'authorities' | 'executors' | 'rules'>;

function body(id: number, name: string, shortName: string, kind: string, municipalityId: number | null) {
  const parentId = id === bodies.government ? null : bodies.government;
  return { id, name, shortName, kind, municipalityId, parentId, contact: '+7 800 000-00-00' };
}

function rule(id: number, responsibleKind: string, municipalityId: number | null, authorityId: number) {
  return {
    id,
    topic: null,
    sector: null,
    responsibleKind,
    municipalityId,
    authorityId,
    executorId: null,
    source: 'реестр Озёрного края',
    sourceDate: '2026-01-01' as const,
  };
}

/**
 * Makes «Озёрный край», a fictional region small enough for a test: two municipalities, three streets, three bodies, the
 * shipped topics and calendars, one person of each role, accounts of the portal and of the desk.
 *
 * @param seals of the app under test: the settings of the channels are sealed with them
 */
export async function makeSmallRegion(
  db: Db,
  seals: Seals,
  { slug = 'ozerny', isDefault = true, at = new Date('2026-01-12T06:00:00Z') } = {},
): Promise<SmallRegion> {
  const id = await createRegion(db, {
    slug,
    name: 'Озёрный край',
    timeZone: 'Europe/Moscow',
    workingHours: {
      zone: 'Europe/Moscow',
      weekdays: [workday, workday, workday, workday, workday, null, null],
      shortenedByMinutes: 60,
    },
    isDefault,
    ...land,
    ...organisations,
    topics,
    calendars: publishedCalendars,
    layers: {},
    at,
  });
  const accounts = { portal: 1, desk: 2 };
  const people = await hire(db, id, at);
  await withScope(db, wholeRegion(id), (tx) =>
    addChannels(
      tx,
      id,
      [
        { id: accounts.portal, channel: 'portal', name: 'Портал', key: newKey(), settings: {} },
        { id: accounts.desk, channel: 'desk', name: 'Приёмная', key: newKey(), settings: {} },
      ],
      seals,
    ),
  );
  return { id, slug, people, accounts };
}

const newKey = (): string => randomBytes(12).toString('base64url');

let passwordHash: Promise<string> | undefined;

async function hire(db: Db, regionId: number, at: Date): Promise<SmallRegion['people']> {
  passwordHash ??= hashPassword(smallPassword);
  const hashed = await passwordHash;
  const hired = roles.map((role) => ({
    id: newId(at),
    login: role,
    name: `Сотрудник ${role}`,
    position: role,
    passwordHash: hashed,
    grants: [
      {
        id: newId(at),
        role,
        municipalityId: null,
        authorityId: role === 'executor' ? bodies.roads : null,
        sectors: [],
      },
    ],
  }));
  await withScope(db, wholeRegion(regionId), (tx) => addPeople(tx, regionId, hired, at));
  return Object.fromEntries(hired.map(({ id, login }) => [login, { id, login }])) as SmallRegion['people'];
}
