import { latLngToCell } from 'h3-js';
import type { Point } from '#kernel/place.ts';

/** A point as the tables keep it: itself and the H3 cells around it, or none of them. */
export const pointColumns = (point: Point | null) =>
  point === null
    ? { lat: null, lon: null, h3_5: null, h3_7: null, h3_9: null }
    : {
        lat: point.lat,
        lon: point.lon,
        h3_5: latLngToCell(point.lat, point.lon, 5),
        h3_7: latLngToCell(point.lat, point.lon, 7),
        h3_9: latLngToCell(point.lat, point.lon, 9),
      };
