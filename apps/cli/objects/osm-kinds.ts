import type { AssetKind } from '#centre/rules/asset-kind.ts';
import type { Values } from './object-columns.ts';

/**
 * Tags of OpenStreetMap by which an object is told, the most telling first: a building with `amenity=school` is a school. `*`
 * stands for any value but `no`.
 */
const tags: readonly (readonly [key: string, values: string, kind: AssetKind])[] = [
  ['amenity', 'school', 'school'],
  ['amenity', 'kindergarten childcare', 'kindergarten'],
  ['amenity', 'college university', 'college'],
  ['amenity', 'clinic hospital doctors dentist', 'clinic'],
  ['amenity', 'social_facility nursing_home', 'social_institution'],
  ['amenity', 'library theatre community_centre arts_centre cinema', 'culture_place'],
  ['amenity', 'townhall police courthouse fire_station public_building', 'office'],
  ['amenity', 'pharmacy', 'pharmacy'],
  ['amenity', 'bank', 'bank'],
  ['amenity', 'post_office', 'post_office'],
  ['amenity', 'cafe restaurant fast_food bar pub', 'cafe'],
  ['amenity', 'marketplace', 'market'],
  ['amenity', 'fuel', 'fuel_station'],
  ['amenity', 'bus_station ferry_terminal', 'station'],
  ['amenity', 'place_of_worship monastery', 'worship_place'],
  ['amenity', 'grave_yard', 'cemetery'],
  ['amenity', 'parking', 'parking'],
  ['amenity', 'toilets', 'toilet'],
  ['amenity', 'waste_disposal recycling', 'container_site'],
  ['healthcare', '*', 'clinic'],
  ['shop', '*', 'shop'],
  ['leisure', 'playground', 'playground'],
  ['leisure', 'pitch track', 'sports_ground'],
  ['leisure', 'stadium sports_centre swimming_pool ice_rink sports_hall', 'sports_place'],
  ['leisure', 'park garden nature_reserve', 'park'],
  ['tourism', 'hotel hostel guest_house motel', 'hotel'],
  ['tourism', 'museum gallery', 'culture_place'],
  ['historic', 'memorial monument', 'memorial'],
  ['office', 'government administrative', 'office'],
  ['highway', 'street_lamp', 'lamp'],
  ['highway', 'bus_stop', 'stop'],
  ['highway', 'crossing', 'crossing'],
  ['highway', 'traffic_signals', 'traffic_light'],
  ['highway', 'footway path pedestrian steps cycleway', 'sidewalk'],
  ['highway', 'construction', 'construction_site'],
  [
    'highway',
    'motorway trunk primary secondary tertiary unclassified residential living_street service road track motorway_link trunk_link primary_link secondary_link tertiary_link',
    'road_segment',
  ],
  ['traffic_sign', '*', 'road_sign'],
  ['railway', 'station halt', 'station'],
  ['railway', 'tram_stop', 'stop'],
  ['railway', 'level_crossing', 'rail_crossing'],
  ['public_transport', 'platform stop_position', 'stop'],
  ['public_transport', 'station', 'station'],
  ['power', 'line minor_line tower pole', 'power_line'],
  ['man_made', 'manhole', 'manhole'],
  ['manhole', '*', 'manhole'],
  ['man_made', 'pipeline', 'pipeline'],
  ['landuse', 'cemetery', 'cemetery'],
  ['landuse', 'landfill', 'landfill'],
  ['landuse', 'construction', 'construction_site'],
  ['landuse', 'forest', 'forest'],
  ['landuse', 'grass flowerbed village_green', 'green_area'],
  ['landuse', 'recreation_ground', 'park'],
  ['landuse', 'reservoir basin', 'water'],
  ['natural', 'tree', 'tree'],
  ['natural', 'water', 'water'],
  ['natural', 'wood', 'forest'],
  ['waterway', 'river stream canal', 'water'],
  ['building', 'school', 'school'],
  ['building', 'kindergarten', 'kindergarten'],
  ['building', 'college university', 'college'],
  ['building', 'hospital clinic', 'clinic'],
  ['building', 'church chapel mosque temple cathedral', 'worship_place'],
  ['building', 'hotel', 'hotel'],
  ['building', 'construction', 'construction_site'],
  ['building', '*', 'building'],
];

const kindOf: ReadonlyMap<string, AssetKind> = new Map(
  tags.flatMap(([key, values, kind]) => values.split(' ').map((value) => [`${key}=${value}`, kind] as const)),
);
const keys = [...new Set(tags.map(([key]) => key))];

/** What extracts prepend to a value when they gather several keys in one: `landuse=leisure_park`. */
const gathered = /^(amenity|leisure|natural|tourism|historic|man_made|railway|waterway)_(.+)$/;

/** The kind a feature's tags tell; `null` where they tell of no object. A road over water is a bridge. */
export function osmKind(properties: Values): AssetKind | null {
  const plain = new Map<string, string>();
  for (const key of keys) {
    const value = properties[key];
    if (typeof value !== 'string' || value === '' || value === 'no') continue;
    const [, otherKey, otherValue] = gathered.exec(value) ?? [];
    if (otherKey !== undefined && otherValue !== undefined && kindOf.has(`${otherKey}=${otherValue}`))
      plain.set(otherKey, otherValue);
    else plain.set(key, value);
  }
  for (const key of keys) {
    const value = plain.get(key);
    if (value === undefined) continue;
    const kind = kindOf.get(`${key}=${value}`) ?? kindOf.get(`${key}=*`);
    if (kind === undefined) continue;
    const bridge = properties['bridge'];
    return kind === 'road_segment' && typeof bridge === 'string' && bridge !== '' && bridge !== 'no'
      ? 'bridge'
      : kind;
  }
  return null;
}
