import type { Position } from '#kernel/geo-json.ts';
import type { Point } from '#kernel/place.ts';
import type { Shape } from '#kernel/shape.ts';

/** What a person has pressed so far as a line or an area; `null` while it is neither. */
export function drawnShape(corners: readonly Point[], isArea: boolean): Shape | null {
  const line = corners.map(({ lon, lat }): Position => [lon, lat]);
  const [first] = line;
  if (isArea && first !== undefined && line.length >= 3)
    return { type: 'Polygon', coordinates: [[...line, first]] };
  return line.length >= 2 ? { type: 'LineString', coordinates: line } : null;
}
