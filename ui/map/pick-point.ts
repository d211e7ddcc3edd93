import { Marker, type Map as MapLibre, type MapMouseEvent } from 'maplibre-gl';
import { markPath } from '#ui/brand/mark.ts';
import type { Point } from '#kernel/place.ts';

export interface PointPicker {
  move(point: Point): void;
  clear(): void;
  stop(): void;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The mark of the product is a pin already: its tail shows the place. */
function pin(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'map-pin';
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 64 64');
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', markPath);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  element.append(svg);
  return element;
}

/** One point set by click, by dragging the pin, or by Enter in the middle of the map. */
export function pickOn(map: MapLibre, start: Point | null, onPick: (point: Point) => void): PointPicker {
  // The tip of the mark stands left of its middle: 26.5 of 64, drawn 48 pixels wide.
  const marker = new Marker({ element: pin(), draggable: true, anchor: 'bottom', offset: [4, 1] });
  const show = ({ lon, lat }: Point) => marker.setLngLat([lon, lat]).addTo(map);
  const pick = ({ lng, lat }: { lng: number; lat: number }) => {
    show({ lon: lng, lat });
    onPick({ lon: lng, lat });
  };
  const onClick = (event: MapMouseEvent) => pick(event.lngLat.wrap());
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    pick(map.getCenter().wrap());
  };

  marker.on('dragend', () => pick(marker.getLngLat().wrap()));
  map.on('click', onClick);
  map.getCanvas().addEventListener('keydown', onKey);
  map.getContainer().classList.add('map-picking');
  const move = (point: Point) => {
    show(point);
    map.jumpTo({ center: [point.lon, point.lat], zoom: Math.max(map.getZoom(), 15) });
  };
  if (start !== null) move(start);

  return {
    move,
    clear: () => void marker.remove(),
    stop() {
      marker.remove();
      map.off('click', onClick);
      map.getCanvas().removeEventListener('keydown', onKey);
      map.getContainer().classList.remove('map-picking');
    },
  };
}
