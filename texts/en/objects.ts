import { writeNumber } from '../number.ts';
import { pluralEn } from '../plural.ts';
import type { ObjectTexts, ObjectWords } from '../ru/objects.ts';

const kinds: ObjectTexts['kinds'] = {
  building: 'building',
  yard: 'yard',
  playground: 'playground',
  sports_ground: 'sports ground',
  lamp: 'street lamp',
  tree: 'tree',
  green_area: 'lawn',
  park: 'park',
  forest: 'forest',
  water: 'water',
  container_site: 'container site',
  landfill: 'landfill',
  manhole: 'manhole',
  storm_drain: 'storm drain',
  toilet: 'public toilet',
  road_segment: 'road segment',
  sidewalk: 'pavement',
  crossing: 'pedestrian crossing',
  traffic_light: 'traffic light',
  road_sign: 'road sign',
  bridge: 'bridge',
  parking: 'car park',
  stop: 'stop',
  station: 'station',
  rail_crossing: 'level crossing',
  pipeline: 'pipeline',
  power_line: 'power line',
  construction_site: 'construction site',
  cemetery: 'cemetery',
  memorial: 'memorial',
  school: 'school',
  kindergarten: 'kindergarten',
  college: 'college',
  clinic: 'medical organisation',
  social_institution: 'social institution',
  culture_place: 'cultural institution',
  sports_place: 'sports facility',
  office: 'office',
  shop: 'shop',
  market: 'market',
  pharmacy: 'pharmacy',
  bank: 'bank',
  post_office: 'post office',
  cafe: 'café',
  hotel: 'hotel',
  fuel_station: 'fuel station',
  worship_place: 'place of worship',
  other: 'object',
};

const isKind = (code: string): code is keyof typeof kinds => code in kinds;

function named({ kind, name, number }: ObjectWords): string {
  const word = isKind(kind) ? kinds[kind] : kinds.other;
  const numbered = number === null || number === '' ? '' : ` No. ${number}`;
  return name === null || name === '' ? word + numbered : `${word} “${name}”${numbered}`;
}

export const objects: ObjectTexts = {
  kinds,
  named,
  title: 'Object',
  away: (meters) => (meters < 1 ? 'at the place' : `${writeNumber(Math.round(meters), 'en')} m`),
  owner: (name) => `Kept by ${name}`,
  noOwner: 'The register does not say who keeps it',
  chosen: 'Chosen by a member of staff',
  refused: 'A member of staff noted that there is no object here',
  none: 'No objects this topic is about are near',
  several: 'Objects of different owners are equally near. Choose which one is meant:',
  others: 'Other objects near',
  noOthers: 'There are no other objects near',
  choose: 'Choose another',
  noObject: 'Not on an object',
  hide: 'Hide',
  extent: 'Extent of the problem',
  extents: { point: 'Point', object: 'Whole object', street: 'Whole street', drawn: 'Mark on the map' },
  extentNow: {
    object: 'The whole object is marked',
    street: 'The whole street is marked',
    drawn: 'Marked on the map by a member of staff',
  },
  draw: 'Press on the map: two points or more make a line, a closed line makes an area.',
  drawMap: 'Map: mark the line or the area of the problem',
  closeArea: 'Close into an area',
  undo: 'Remove the last point',
  corners: (n) => pluralEn(n, 'point', 'points'),
  save: 'Save',
};
