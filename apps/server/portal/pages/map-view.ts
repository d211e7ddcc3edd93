import type { MapState } from '#flow/learn/rules/public-map.ts';
import type { Site } from './views.ts';

export const mapPeriods = ['week', 'month', 'quarter', 'year', 'all'] as const;
export type MapPeriod = (typeof mapPeriods)[number];

/** A sector and its topics; `code` is what stands in the URL. */
export interface SectorOption {
  readonly code: string;
  readonly name: string;
  readonly topics: readonly { readonly code: string; readonly name: string }[];
}

export interface MapRow {
  readonly topic: string;
  readonly state: MapState;
  readonly place: string | null;
  readonly body: string | null;
  readonly at: Date;
}

export interface MapView {
  readonly site: Site;
  readonly sectors: readonly SectorOption[];
  readonly chosen: {
    readonly topic: string | null;
    readonly state: MapState | null;
    readonly period: MapPeriod;
  };
  readonly found: number;
  readonly withoutPlace: number;
  readonly rows: readonly MapRow[];
  readonly nextHref: string | null;
  readonly previousHref: string | null;
  /** Where the script reads the points (`MapPoints`) of the same filter. */
  readonly pointsHref: string;
}
