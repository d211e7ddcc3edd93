import {
  Popup,
  type GeoJSONSource,
  type LngLatLike,
  type Map as MapLibre,
  type MapGeoJSONFeature,
  type PointLike,
} from 'maplibre-gl';
import { layerIds, sourceIds } from './problem-layers.ts';

interface Selection<P> {
  listen(listener: (points: readonly P[]) => void): () => void;
}

/** How far from the middle of the map Enter still reaches a point, in pixels. */
const REACH = 28;

/** Click, tap or Enter: a cluster comes nearer, points tell about themselves. */
export function selectOn<P>(
  map: MapLibre,
  describe: ((points: readonly P[]) => HTMLElement) | undefined,
  pointAt: (index: number) => P | undefined,
): Selection<P> {
  const listeners = new Set<(points: readonly P[]) => void>();
  const popup = new Popup({ maxWidth: '320px', offset: 12, focusAfterOpen: true });

  const select = (area: PointLike | [PointLike, PointLike]) => {
    const layers = [layerIds.clusters, layerIds.points].filter((id) => map.getLayer(id) !== undefined);
    const found = map.queryRenderedFeatures(area, { layers });
    const [cluster] = found.filter((feature) => feature.layer.id === layerIds.clusters);
    if (cluster !== undefined) return void openCluster(map, cluster);
    const points = found.flatMap((feature) => pointAt(Number(feature.properties['index'])) ?? []);
    const place = found[0] === undefined ? null : placeOf(found[0]);
    if (points.length === 0 || place === null) return undefined;
    if (describe !== undefined) popup.setLngLat(place).setDOMContent(describe(points)).addTo(map);
    listeners.forEach((listener) => listener(points));
    return undefined;
  };

  map.on('click', (event) => select(event.point));
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const { x, y } = map.project(map.getCenter());
    select([
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ]);
  });
  map.on('mousemove', (event) => {
    const layers = [layerIds.clusters, layerIds.points].filter((id) => map.getLayer(id) !== undefined);
    const isOver = map.queryRenderedFeatures(event.point, { layers }).length > 0;
    map.getContainer().classList.toggle('map-over', isOver);
  });

  return {
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

async function openCluster(map: MapLibre, cluster: MapGeoJSONFeature): Promise<void> {
  const center = placeOf(cluster);
  const source = map.getSource<GeoJSONSource>(sourceIds.points);
  if (center === null || source === undefined) return;
  const zoom = await source.getClusterExpansionZoom(Number(cluster.properties['cluster_id']));
  map.easeTo({ center, zoom });
}

function placeOf(feature: MapGeoJSONFeature): LngLatLike | null {
  if (feature.geometry.type !== 'Point') return null;
  const [lon, lat] = feature.geometry.coordinates;
  return lon === undefined || lat === undefined ? null : [lon, lat];
}
