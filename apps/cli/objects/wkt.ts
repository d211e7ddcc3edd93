/**
 * Well-known text of a geometry as GeoJSON, `null` where it is not one: `POINT (40 55)`, `LINESTRING (…)`, `POLYGON ((…))` and
 * their multiples; a number of a coordinate system before it (`SRID=4326;`) is passed over. Longitude comes first.
 */
export function readWkt(text: string): { readonly type: string; readonly coordinates: unknown } | null {
  const found = /^\s*(?:SRID=\d+;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is.exec(text);
  const type = typeOf[(found?.[1] ?? '').toUpperCase()];
  if (type === undefined) return null;
  const nested = (found?.[2] ?? '')
    .replace(/[^\d()eE.,\s+-]/g, '')
    // A position is its numbers: «40 55» → [40,55].
    .replace(
      /[+-]?\d[\d.eE+-]*(?:\s+[+-]?\d[\d.eE+-]*)+/g,
      (numbers) => `[${numbers.trim().split(/\s+/).join(',')}]`,
    )
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  try {
    const lists: unknown = JSON.parse(nested);
    if (!Array.isArray(lists)) return null;
    if (type === 'Point') return { type, coordinates: lists[0] };
    // «MULTIPOINT ((40 55), (41 55))» wraps each point, «MULTIPOINT (40 55, 41 55)» does not.
    if (type === 'MultiPoint') return { type, coordinates: lists.map((one: unknown) => unwrapped(one)) };
    return { type, coordinates: lists };
  } catch {
    return null;
  }
}

const unwrapped = (one: unknown): unknown => (Array.isArray(one) && Array.isArray(one[0]) ? one[0] : one);

const typeOf: Readonly<Record<string, string>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};
