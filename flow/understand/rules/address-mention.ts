import type { FoundHouse } from './address-house.ts';
import type { HouseNumber } from './house-number.ts';

/** A place named in a text, before it is decided which one is meant. Word ranges are half-open. */
export interface Mention {
  readonly ids: readonly string[];
  readonly from: number;
  readonly to: number;
  /** How surely the words mean a place of this sort; more is surer. */
  readonly weight: number;
}

export interface StreetMention extends Mention {
  /** Kinds written beside the name; empty if none. */
  readonly kinds: readonly string[];
  /** The end of a longer name. */
  readonly isPart: boolean;
  /** Where its house stands in the text. */
  readonly house: FoundHouse | null;
  /** All its houses, the first one first: «дома 5, 7 и 9». */
  readonly houses: readonly HouseNumber[];
  /** Words of the mention with its house. */
  readonly shown: readonly [from: number, to: number];
}

export interface AddressMentions {
  readonly streets: readonly StreetMention[];
  readonly settlements: readonly Mention[];
  readonly municipalities: readonly Mention[];
  /** Where the author is registered: told for the answer, not for the problem. */
  readonly authorStreets: readonly StreetMention[];
  /** Objects of the register: «напротив школы № 5». */
  readonly objects: readonly Mention[];
  readonly isWholeRegion: boolean;
  /** «напротив школы № 5», as written. */
  readonly landmarks: readonly string[];
}
