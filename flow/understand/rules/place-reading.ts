import type { PlacePrecision, Point } from '#kernel/place.ts';

import type { HouseNumber } from './house-number.ts';
import type { Nearness } from './near-houses.ts';

/** A place the text may mean as well. */
export interface PlaceAlternative {
  readonly municipalityId: string | null;
  readonly settlementId: string | null;
  readonly streetId: string | null;
  readonly houseId: string | null;
  /** The landmark the text means; absent where it names none. */
  readonly objectId?: string;
}

/** A house to look for: all houses of the street with this leading number. */
export interface HouseCandidate {
  readonly streetId: string;
  readonly base: number;
  readonly number: HouseNumber;
}

/** A house the register has. */
export interface HouseRow {
  readonly id: string;
  readonly streetId: string;
  readonly number: string;
  readonly point: Point | null;
}

/** What a message says of the place of its problem. `outside`: the given point is in no municipality of the region. */
export interface PlaceReading {
  readonly precision: PlacePrecision;
  readonly point: Point | null;
  readonly municipalityId: string | null;
  readonly settlementId: string | null;
  readonly streetId: string | null;
  readonly houseId: string | null;
  /** The landmark that gave the point. */
  readonly objectId: string | null;
  readonly outside: boolean;
  readonly matchedWords: readonly string[];
  readonly alternatives: readonly PlaceAlternative[];
  readonly landmarks: readonly string[];
  /** How the point was come by where it is nobody's own: never a house, however near it lies. */
  readonly approximate: Nearness | 'crossing' | 'stretch' | 'landmark' | null;
  /** The number of the house that no register has, as the text gives it: «около д. 12». */
  readonly about: string | null;
  /** Streets that meet or bound the place; houses of all of them tell where, by `settleCrossing`. */
  readonly crossing: Crossing | null;
  /** A part of a street; houses of all its streets tell where, by `settleStretch`. */
  readonly stretch: Stretch | null;
  /** To be looked up, then given to `settleHouses`. Empty: the reading is final. */
  readonly houses: readonly HouseCandidate[];
}

/** «Угол Ленина и Мира»: any street of the first list with any of the second. */
export interface Crossing {
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** Where a stretch of a street ends: at one of these streets, or at a house of its own. */
export type StretchEnd = { readonly streets: readonly string[] } | { readonly house: HouseNumber };

/** «Мира от Ленина до Победы»: a part of any street of the first list. */
export interface Stretch {
  readonly along: readonly string[];
  readonly from: StretchEnd;
  readonly to: StretchEnd;
}

export interface PlaceContext {
  /** Where the sender put the pin of the problem; never the author's own place. */
  readonly point: Point | null;
  /** The territory the channel speaks for (a community of a town); `null` for the whole region. */
  readonly territory: { readonly municipalityId: string; readonly settlementId: string | null } | null;
  /** Municipality of a point, `null` outside the region. */
  readonly municipalityAt: (point: Point) => string | null;
}
