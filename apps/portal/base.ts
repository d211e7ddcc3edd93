import type { BaseSource } from '#ui/map/base-map.ts';

/** The ground of the map as the server named it on the element. */
export function baseOf(element: HTMLElement): BaseSource {
  const { baseKind: kind, baseHref: href = '/api/map/base' } = element.dataset;
  return kind === 'pmtiles' || kind === 'style' ? { kind, href } : { kind: 'own', href };
}
