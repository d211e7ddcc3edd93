import { baseMap } from '#contract/learn.ts';
import type { BaseSource } from '#ui/map/base-map.ts';
import { regionBase } from '../app/region-base.ts';

/** The ground of the map: our own drawing of the region, or what the region set instead. */
export const baseSource: BaseSource = { kind: 'own', href: `${regionBase}/api${baseMap.path}` };
