/**
 * Kinds of objects a problem stands on, and how far from the named place an object of the kind may be to be the one meant.
 *
 * @source docs/operate/objects.md
 */

/** How an object of the kind usually lies on the ground. */
export type AssetForm = 'point' | 'line' | 'area';

interface AssetKindRow {
  readonly form: AssetForm;
  /** Metres from the place of a problem to the object, or to the edge of an area; 0: the place is inside. */
  readonly reachMeters: number;
  /** Why so far and no farther. */
  readonly why: string;
}

const kinds = {
  building: { form: 'area', reachMeters: 15, why: 'a phone in the yard shows a wall away' },
  yard: { form: 'area', reachMeters: 10, why: 'the error of a phone; beyond it is the next yard' },
  playground: { form: 'area', reachMeters: 60, why: 'a yard has one; the register keeps its middle' },
  sports_ground: { form: 'area', reachMeters: 60, why: 'as a playground' },
  lamp: { form: 'point', reachMeters: 40, why: 'lamps stand 30–40 m apart: farther is the next but one' },
  tree: { form: 'point', reachMeters: 15, why: 'trees stand close; the error of a phone' },
  green_area: { form: 'area', reachMeters: 15, why: 'the error of a phone at the edge of a lawn' },
  park: { form: 'area', reachMeters: 25, why: 'people stand at the gate' },
  forest: { form: 'area', reachMeters: 25, why: 'as a park' },
  water: { form: 'area', reachMeters: 50, why: 'people stand on the bank' },
  container_site: {
    form: 'point',
    reachMeters: 80,
    why: 'sanitary rules: at most 100 m from the house it serves',
  },
  landfill: { form: 'area', reachMeters: 100, why: 'people stand outside the fence' },
  manhole: { form: 'point', reachMeters: 15, why: 'covers stand close and belong to several networks' },
  storm_drain: { form: 'point', reachMeters: 30, why: 'a puddle is wider than its grate' },
  toilet: { form: 'point', reachMeters: 50, why: 'a park has one' },
  road_segment: { form: 'line', reachMeters: 30, why: 'the axis of a wide street is 20 m from its pavement' },
  sidewalk: { form: 'line', reachMeters: 15, why: 'the far pavement of a street is another one' },
  crossing: { form: 'point', reachMeters: 40, why: 'the next crossing is a block away' },
  traffic_light: { form: 'point', reachMeters: 60, why: 'a junction is one object, its middle is kept' },
  road_sign: { form: 'point', reachMeters: 25, why: 'signs stand close' },
  bridge: { form: 'line', reachMeters: 50, why: 'people stand at its beginning' },
  parking: { form: 'area', reachMeters: 25, why: 'the error of a phone at its edge' },
  stop: { form: 'point', reachMeters: 80, why: 'the opposite stop of a pair is this far' },
  station: { form: 'area', reachMeters: 80, why: 'people stand on the square before it' },
  rail_crossing: { form: 'point', reachMeters: 80, why: 'people stand in the queue before it' },
  pipeline: { form: 'line', reachMeters: 15, why: 'networks of several owners lie side by side' },
  power_line: { form: 'line', reachMeters: 40, why: 'its protected zone' },
  construction_site: { form: 'area', reachMeters: 40, why: 'people stand outside the fence' },
  cemetery: { form: 'area', reachMeters: 60, why: 'people stand at the gate' },
  memorial: { form: 'point', reachMeters: 50, why: 'people stand on the square before it' },
  school: { form: 'area', reachMeters: 60, why: 'its ground is wider than its building' },
  kindergarten: { form: 'area', reachMeters: 50, why: 'as a school' },
  college: { form: 'area', reachMeters: 60, why: 'as a school' },
  clinic: { form: 'area', reachMeters: 60, why: 'as a school' },
  social_institution: { form: 'area', reachMeters: 50, why: 'as a school' },
  culture_place: { form: 'area', reachMeters: 50, why: 'people stand on the square before it' },
  sports_place: { form: 'area', reachMeters: 60, why: 'as a school' },
  office: { form: 'area', reachMeters: 40, why: 'people stand at the entrance' },
  shop: { form: 'area', reachMeters: 30, why: 'people stand at the entrance; shops stand close' },
  market: { form: 'area', reachMeters: 40, why: 'people stand at the gate' },
  pharmacy: { form: 'point', reachMeters: 30, why: 'as a shop' },
  bank: { form: 'point', reachMeters: 30, why: 'as a shop' },
  post_office: { form: 'point', reachMeters: 30, why: 'as a shop' },
  cafe: { form: 'point', reachMeters: 30, why: 'as a shop' },
  hotel: { form: 'area', reachMeters: 30, why: 'as a shop' },
  fuel_station: { form: 'area', reachMeters: 40, why: 'its drive is wider than its roof' },
  worship_place: { form: 'area', reachMeters: 50, why: 'people stand at the gate' },
  other: { form: 'point', reachMeters: 30, why: 'nothing is known of it' },
} as const satisfies Readonly<Record<string, AssetKindRow>>;

export type AssetKind = keyof typeof kinds;

export const assetKindRows: Readonly<Record<AssetKind, AssetKindRow>> = kinds;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a literal of this very file: the library types them as any strings
export const assetKinds = Object.keys(kinds) as [AssetKind, ...AssetKind[]];

const known: ReadonlySet<string> = new Set(assetKinds);

export const isAssetKind = (word: string): word is AssetKind => known.has(word);
