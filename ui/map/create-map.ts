import {
  AttributionControl,
  GeolocateControl,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
  type MapOptions as MapLibreOptions,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Point } from '#kernel/place.ts';
import type { BaseMap, BaseSource } from './base-map.ts';
import { ownStyle, tileStyle, type Theme } from './base-style.ts';
import { pickOn, type PointPicker } from './pick-point.ts';
import {
  areaFeatures,
  boundsOf,
  withinFrame,
  pointFeatures,
  shapeFeatures,
  type Bounds,
  type MapArea,
  type MapPoint,
} from './points.ts';
import { problemLayers, readColours, sourceIds } from './problem-layers.ts';
import { selectOn } from './select-point.ts';
import { tapOn } from './tap-point.ts';
import './map.css';

export interface MapOptions<P extends MapPoint> {
  readonly base: BaseSource;
  /** Words of the controls and what a screen reader calls the map. */
  readonly texts: { readonly controls: Readonly<Record<string, string>> };
  readonly label: string;
  /** What is shown first; without it, the municipalities of our own base or the points. */
  readonly bounds?: Bounds;
  /** Content of the popup about points in one place; without it nothing pops up. */
  readonly describe?: (points: readonly P[]) => HTMLElement;
  readonly showsOwnPlace?: boolean;
}

export interface ProblemMap<P extends MapPoint> {
  setPoints(points: readonly P[]): void;
  /** Points that `keep` refuses are neither drawn nor counted in clusters; `null` shows all. */
  setFilter(keep: ((point: P) => boolean) | null): void;
  setAreas(areas: readonly MapArea[]): void;
  /** Shows the bounds, or all points when none are given. */
  fit(bounds?: Bounds): void;
  /** Called with the points under the click or Enter; returns how to stop. */
  onSelect(listener: (points: readonly P[]) => void): () => void;
  /** Lets a person set one point by click, drag or Enter in the middle; returns how to move or clear it, and stop. */
  pickPoint(start: Point | null, onPick: (point: Point) => void): PointPicker;
  /** Tells every point pressed, to draw with; returns how to stop. */
  onTap(listener: (point: Point) => void): () => void;
  destroy(): void;
}

/**
 * A map in the container, in the colours of the page's theme, following it when it changes.
 *
 * @throws where the browser has no WebGL, or the base cannot be read: show the list or the address field instead
 */
export async function createMap<P extends MapPoint>(
  container: HTMLElement,
  options: MapOptions<P>,
): Promise<ProblemMap<P>> {
  setWorkerUrl(workerUrl);
  const base = await readBase(options.base);
  const map = new MapLibre({ ...mapSettings(container, options), style: await styleFor(base, themeOf()) });
  addControls(map, options);

  let points: readonly P[] = [];
  let areas: readonly MapArea[] = [];
  let keep: ((point: P) => boolean) | null = null;
  const shown = () => featuresOf(points, keep, areas);
  const refresh = () => {
    for (const id of ['points', 'shapes'] as const)
      void map.getSource<GeoJSONSource>(sourceIds[id])?.setData(shown()[id]);
  };

  map.on('style.load', () => addProblems(map, container, shown()));
  const repaint = async () => map.setStyle(await styleFor(base, themeOf()), { diff: false });
  const stopTheme = onThemeChange(() => void repaint());
  const selection = selectOn(map, options.describe, (index) => points[index]);

  const first = options.bounds ?? (base.kind === 'own' ? boundsOfBase(base.layers) : null);
  const fit = (bounds?: Bounds) => {
    const all = points.map(({ at }) => at);
    const target = bounds ?? boundsOf(first === null ? all : withinFrame(all, first));
    if (target !== null) map.fitBounds([...target], fitted);
  };
  if (first !== null) fit(first);

  return {
    setPoints(next) {
      points = next;
      refresh();
    },
    setFilter(next) {
      keep = next;
      refresh();
    },
    setAreas(next) {
      areas = next;
      void map.getSource<GeoJSONSource>(sourceIds.areas)?.setData(areaFeatures(next));
    },
    fit,
    onSelect: selection.listen,
    pickPoint: (start, onPick) => pickOn(map, start, onPick),
    onTap: (listener) => tapOn(map, listener),
    destroy() {
      stopTheme();
      map.remove();
    },
  };
}

/** Controls stand at the right. */
const fitted = {
  padding: { top: 40, bottom: 40, left: 40, right: 72 },
  maxZoom: 15,
  animate: false,
} as const;

type ReadBase =
  | { readonly kind: 'own'; readonly layers: BaseMap }
  | { readonly kind: 'pmtiles' | 'style'; readonly href: string };

async function readBase(base: BaseSource): Promise<ReadBase> {
  if (base.kind !== 'own') return base;
  const response = await fetch(base.href);
  if (!response.ok) throw new Error(`The base map answered ${response.status}`);
  const reply: BaseMap | BaseReply = await response.json();
  if (!('layers' in reply)) return { kind: 'own', layers: reply };
  if (reply.styleUrl !== null) return { kind: 'style', href: reply.styleUrl };
  if (reply.pmtilesUrl !== null) return { kind: 'pmtiles', href: reply.pmtilesUrl };
  return { kind: 'own', layers: reply.layers };
}

/** The reply of the contract's `baseMap`: our own layers, and what the region set instead of them. */
interface BaseReply {
  readonly styleUrl: string | null;
  readonly pmtilesUrl: string | null;
  readonly layers: BaseMap;
}

async function styleFor(base: ReadBase, theme: Theme): Promise<StyleSpecification | string> {
  if (base.kind === 'own') return ownStyle(base.layers, theme);
  if (base.kind === 'style') return base.href;
  const { registerTiles } = await import('./tiles.ts');
  registerTiles();
  return tileStyle(base.href, theme);
}

function mapSettings<P extends MapPoint>(container: HTMLElement, options: MapOptions<P>): MapLibreOptions {
  return {
    container,
    locale: { ...options.texts.controls, 'Map.Title': options.label },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 19,
    center: [60, 57],
    zoom: 3,
    fadeDuration: prefersStillness() ? 0 : 150,
    localIdeographFontFamily: 'sans-serif',
  };
}

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

function addControls<P extends MapPoint>(map: MapLibre, options: MapOptions<P>): void {
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  if (options.showsOwnPlace === true && 'geolocation' in navigator)
    map.addControl(new GeolocateControl({}), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
}

const featuresOf = <P extends MapPoint>(
  points: readonly P[],
  keep: ((point: P) => boolean) | null,
  areas: readonly MapArea[],
) => ({
  points: pointFeatures(points, keep),
  shapes: shapeFeatures(points, keep),
  areas: areaFeatures(areas),
});

function addProblems(
  map: MapLibre,
  container: HTMLElement,
  { points, shapes, areas }: ReturnType<typeof featuresOf>,
): void {
  map.addSource(sourceIds.areas, { type: 'geojson', data: areas });
  map.addSource(sourceIds.shapes, { type: 'geojson', data: shapes });
  map.addSource(sourceIds.points, {
    type: 'geojson',
    data: points,
    cluster: true,
    clusterRadius: 44,
    clusterMaxZoom: 15,
  });
  for (const layer of problemLayers(readColours(container), themeOf())) map.addLayer(layer);
}

function boundsOfBase(base: BaseMap): Bounds | null {
  const rings = base.municipalities.features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
  return boundsOf(rings.flat().map(([lon = 0, lat = 0]) => ({ lon, lat })));
}

const darkSystem = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function themeOf(): Theme {
  const { theme } = document.documentElement.dataset;
  if (theme === 'dark' || theme === 'light') return theme;
  return darkSystem().matches ? 'dark' : 'light';
}

function onThemeChange(listener: () => void): () => void {
  const media = darkSystem();
  const observer = new MutationObserver(listener);
  media.addEventListener('change', listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    media.removeEventListener('change', listener);
    observer.disconnect();
  };
}
