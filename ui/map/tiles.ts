import { addProtocol } from 'maplibre-gl';
import { Protocol } from 'pmtiles';

let isRegistered = false;

/** Teaches MapLibre the `pmtiles://` addresses, once a page. */
export function registerTiles(): void {
  if (isRegistered) return;
  isRegistered = true;
  addProtocol('pmtiles', new Protocol().tile);
}
