import type { Shape } from '#kernel/shape.ts';
import type { MapState } from '#flow/learn/rules/public-map.ts';

/** What the map page of the portal reads: names once, points as short rows. No text of a message is ever here. */
export interface MapPoints {
  readonly topics: readonly string[];
  readonly bodies: readonly string[];
  /** latitude, longitude, state, index of the topic, index of the body or −1, seconds since 1970. */
  readonly rows: readonly (readonly [number, number, MapState, number, number, number])[];
  /** Index of the row and its line or area; the rest are points. */
  readonly shapes: readonly (readonly [number, Shape])[];
}
