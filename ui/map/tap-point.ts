import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Point } from '#kernel/place.ts';

/** Tells every point a person presses, by click or by Enter in the middle of the map; returns how to stop. */
export function tapOn(map: MapLibre, onTap: (point: Point) => void): () => void {
  const tell = ({ lng, lat }: { lng: number; lat: number }) => onTap({ lon: lng, lat });
  const onClick = (event: MapMouseEvent) => tell(event.lngLat.wrap());
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    tell(map.getCenter().wrap());
  };
  map.on('click', onClick);
  map.getCanvas().addEventListener('keydown', onKey);
  map.getContainer().classList.add('map-picking');
  return () => {
    map.off('click', onClick);
    map.getCanvas().removeEventListener('keydown', onKey);
    map.getContainer().classList.remove('map-picking');
  };
}
