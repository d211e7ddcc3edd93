import type { DemoHouse, DemoRegion, DemoStreet } from '../demo-region.ts';
import type { Landmark, Settlement } from '../geography/geography.ts';
import type { LandmarkKind } from '../geography/landmarks.ts';
import type { Position } from '../geography/plane.ts';
import type { Mention, TruePlace } from '../grammar/places.ts';
import type { Topic } from '#centre/rules/topic.ts';
import type { Random } from '../random.ts';

interface Local {
  readonly settlement: Settlement;
  readonly houses: readonly DemoHouse[];
  readonly apartments: readonly DemoHouse[];
  readonly streets: readonly DemoStreet[];
  readonly landmarks: readonly Landmark[];
}

/** The region, indexed for drawing places at random. */
export interface Atlas {
  readonly local: ReadonlyMap<string, Local>;
  readonly streets: ReadonlyMap<string, DemoStreet>;
  /** Settlement codes weighted by how much is written from there. */
  readonly weights: Readonly<Record<string, number>>;
}

function grouped<T extends { readonly settlement: string }>(things: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.settlement);
    if (group === undefined) groups.set(thing.settlement, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** Builds the indexes once. */
export function openAtlas(region: DemoRegion): Atlas {
  const [houses, streets, landmarks] = [
    grouped(region.houses),
    grouped(region.streets),
    grouped(region.landmarks),
  ];
  const local = new Map(
    region.settlements.map((settlement): [string, Local] => {
      const own = houses.get(settlement.code) ?? [];
      return [
        settlement.code,
        {
          settlement,
          houses: own,
          apartments: own.filter(({ use }) => use === 'apartments'),
          streets: streets.get(settlement.code) ?? [],
          landmarks: landmarks.get(settlement.code) ?? [],
        },
      ];
    }),
  );
  return {
    local,
    streets: new Map(region.streets.map((street) => [street.code, street])),
    weights: Object.fromEntries(region.settlements.map(({ code, population }) => [code, population ** 0.88])),
  };
}

type Group = 'home' | 'yard' | 'road' | 'net' | 'ride' | 'service';

// prettier-ignore
const groups: Readonly<Partial<Record<Topic['responsibleKind'], Group>>> = {
  house_manager: 'home', water_heat: 'home', capital_repair_fund: 'home', municipality: 'yard', waste_operator: 'yard', road_owner: 'road', energy: 'net', gas: 'net', telecom: 'net', transport: 'ride', ecology: 'net', rescue: 'net',
};

// prettier-ignore
const mentions: Readonly<Record<Group, Readonly<Record<Mention, number>>>> = {
  home: { house: 0.64, street: 0.07, landmark: 0.02, settlement: 0.05, vague: 0.1, none: 0.12 },
  yard: { house: 0.34, street: 0.16, landmark: 0.2, settlement: 0.1, vague: 0.12, none: 0.08 },
  road: { house: 0.16, street: 0.36, landmark: 0.24, settlement: 0.1, vague: 0.1, none: 0.04 },
  net: { house: 0.26, street: 0.28, landmark: 0.05, settlement: 0.29, vague: 0.05, none: 0.07 },
  ride: { house: 0, street: 0.2, landmark: 0.36, settlement: 0.14, vague: 0.06, none: 0.24 },
  service: { house: 0.03, street: 0.08, landmark: 0.22, settlement: 0.37, vague: 0.02, none: 0.28 },
};

function landmarkKinds(topic: Topic): readonly LandmarkKind[] | null {
  if (topic.code === 'kindergarten_place') return ['kindergarten'];
  if (topic.sector === 'education') return ['school'];
  if (topic.sector === 'health') return ['clinic', 'hospital'];
  if (topic.sector === 'transport') return ['stop', 'station'];
  if (topic.sector === 'burial') return ['cemetery'];
  return null;
}

export interface Found {
  readonly place: TruePlace;
  readonly mention: Mention;
}

function houseAt(local: Local, isFlat: boolean, chance: Random): DemoHouse | null {
  const list = isFlat && local.apartments.length > 0 ? local.apartments : local.houses;
  return list.length === 0 ? null : chance.pick(list);
}

/** A place in the settlement that suits the topic, and how exactly its author will name it. */
export function findPlace(atlas: Atlas, settlementCode: string, topic: Topic, chance: Random): Found {
  const group = groups[topic.responsibleKind] ?? 'service';
  const local = atlas.local.get(settlementCode);
  if (local === undefined) throw new Error(`no settlement ${settlementCode}`);
  const mention = chance.weighted<Mention>(mentions[group]);
  const { settlement } = local;
  if (mention === 'landmark') {
    const kinds = landmarkKinds(topic);
    const fitting = local.landmarks.filter(({ kind }) => kinds === null || kinds.includes(kind));
    const landmark = fitting.length === 0 ? null : chance.pick(fitting);
    if (landmark === null)
      return { place: { settlement, street: null, house: null, landmark: null }, mention: 'settlement' };
    return {
      place: { settlement, street: atlas.streets.get(landmark.street) ?? null, house: null, landmark },
      mention,
    };
  }
  if (mention === 'street' && local.streets.length > 0)
    return {
      place: { settlement, street: chance.pick(local.streets), house: null, landmark: null },
      mention,
    };
  if (mention === 'settlement' || (mention === 'none' && group === 'service'))
    return { place: { settlement, street: null, house: null, landmark: null }, mention };
  const house = houseAt(local, group === 'home', chance);
  return {
    place: {
      settlement,
      street: house === null ? null : (atlas.streets.get(house.street) ?? null),
      house,
      landmark: null,
    },
    mention: house === null ? 'settlement' : mention,
  };
}

/** The true point of a place: the house, the landmark, some spot of the street, or the middle of the settlement. */
export function pointOf({ house, landmark, street, settlement }: TruePlace, chance: Random): Position | null {
  if (house !== null) return house.point;
  if (landmark !== null) return landmark.point;
  if (street !== null && street.line.length > 0) return chance.pick(street.line);
  return settlement?.point ?? null;
}

/** Apartment houses near another, the nearest first. */
export function neighbours(atlas: Atlas, house: DemoHouse, count: number): DemoHouse[] {
  const list = atlas.local.get(house.settlement)?.apartments ?? [];
  const far = ({ point }: DemoHouse) =>
    Math.hypot((point[0] - house.point[0]) * 0.51, point[1] - house.point[1]);
  return [...list].sort((a, b) => far(a) - far(b)).slice(0, count);
}
