import type {
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { BaseMap } from './base-map.ts';

export type Theme = 'light' | 'dark';

/** The ground keeps quiet so that the points speak: low contrast areas, names a little stronger. */
const palettes = {
  light: {
    ground: '#f3f4f1',
    built: '#e9e9e6',
    building: '#dddedb',
    industry: '#e6e4e9',
    green: '#dfead8',
    forest: '#d3e3cb',
    water: '#bcd6ea',
    main: '#ffffff',
    mainEdge: '#cfd3d6',
    street: '#ffffff',
    path: '#d4d6d3',
    border: '#8a97a3',
    name: '#3d4a56',
    halo: '#f8f9f7',
  },
  dark: {
    ground: '#161d25',
    built: '#1b232c',
    building: '#252f39',
    industry: '#201f2a',
    green: '#1a2a22',
    forest: '#17291f',
    water: '#12324a',
    main: '#3a4754',
    mainEdge: '#10161c',
    street: '#2c3742',
    path: '#27313b',
    border: '#5f6e7c',
    name: '#c3ced9',
    halo: '#12181f',
  },
} as const;

type Palette = (typeof palettes)[Theme];

export const mapFont = ['Golos Text Variable', 'sans-serif'];

const layerNames = ['municipalities', 'water', 'rivers', 'roads', 'settlements', 'landuse'] as const;
type LayerName = (typeof layerNames)[number];

/** Where each layer of the ground is found and how its features are told apart. */
interface Ground {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  layer(name: LayerName): { readonly source: string; readonly 'source-layer'?: string };
  is(name: LayerName, kind: string): FilterSpecification;
}

/** Our own GeoJSON drawing of the region. */
export function ownStyle(base: BaseMap, theme: Theme): StyleSpecification {
  const credit = base.attribution?.replace(/[<&]/g, '') ?? '';
  return styleOf(palettes[theme], {
    sources: Object.fromEntries(
      layerNames.map((name) => [
        name,
        {
          type: 'geojson',
          data: base[name],
          tolerance: 0.5,
          ...(credit === '' ? {} : { attribution: credit }),
        },
      ]),
    ),
    layer: (name) => ({ source: name }),
    is: (_, kind) => ['==', ['get', 'kind'], kind],
  });
}

const tileLayers: Readonly<Record<LayerName, string>> = {
  municipalities: 'boundaries',
  water: 'water',
  rivers: 'water',
  roads: 'roads',
  settlements: 'places',
  landuse: 'landuse',
};
const tileKinds: Readonly<Record<string, readonly string[]>> = {
  main: ['highway', 'major_road'],
  street: ['minor_road'],
  path: ['path', 'other'],
  forest: ['forest', 'wood'],
  green: ['park', 'grass', 'meadow', 'garden', 'cemetery', 'nature_reserve'],
  built: ['residential', 'urban_area'],
  industry: ['industrial', 'commercial', 'railway'],
  building: ['building'],
};
const tileSettlements: Readonly<Record<string, readonly string[]>> = {
  city: ['city'],
  town: ['town'],
  village: ['village', 'hamlet', 'suburb'],
};

/** An archive of vector tiles with the layers of the Protomaps basemap, drawn in the same colours. */
export function tileStyle(href: string, theme: Theme): StyleSpecification {
  const url = `pmtiles://${new URL(href, location.href).href}`;
  return styleOf(palettes[theme], {
    sources: { tiles: { type: 'vector', url, attribution: '© OpenStreetMap' } },
    layer: (name) => ({ source: 'tiles', 'source-layer': tileLayers[name] }),
    is: (name, kind) =>
      name === 'settlements'
        ? ['in', ['get', 'kind_detail'], ['literal', [...(tileSettlements[kind] ?? [])]]]
        : ['in', ['get', 'kind'], ['literal', [...(tileKinds[kind] ?? [])]]],
  });
}

function styleOf(palette: Palette, ground: Ground): StyleSpecification {
  return {
    version: 8,
    sources: { ...ground.sources },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      ...areas(palette, ground),
      ...roads(palette, ground),
      ...names(palette, ground),
    ],
  };
}

function areas(palette: Palette, ground: Ground): LayerSpecification[] {
  const landuse = (['built', 'industry', 'forest', 'green', 'building'] as const).map(
    (kind): LayerSpecification => ({
      id: `landuse-${kind}`,
      type: 'fill',
      ...ground.layer('landuse'),
      filter: ground.is('landuse', kind),
      minzoom: kind === 'building' ? 13 : 0,
      paint: { 'fill-color': palette[kind] },
    }),
  );
  return [
    ...landuse,
    {
      id: 'water',
      type: 'fill',
      ...ground.layer('water'),
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.water },
    },
    {
      id: 'rivers',
      type: 'line',
      ...ground.layer('rivers'),
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: {
        'line-color': palette.water,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.8, 14, 4],
      },
    },
  ];
}

function roads(palette: Palette, ground: Ground): LayerSpecification[] {
  const line = (
    id: string,
    kind: 'main' | 'street' | 'path',
    color: string,
    minzoom: number,
    widths: readonly [number, number],
  ): LayerSpecification => ({
    id,
    type: 'line',
    ...ground.layer('roads'),
    filter: ground.is('roads', kind),
    minzoom,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 6, widths[0], 16, widths[1]],
    },
  });
  return [
    line('roads-path', 'path', palette.path, 14, [0.5, 1.5]),
    line('roads-street-edge', 'street', palette.mainEdge, 12, [0.4, 9]),
    line('roads-main-edge', 'main', palette.mainEdge, 5, [1.4, 15]),
    line('roads-street', 'street', palette.street, 11, [0.3, 7]),
    line('roads-main', 'main', palette.main, 5, [0.8, 12]),
    {
      id: 'municipalities',
      type: 'line',
      ...ground.layer('municipalities'),
      paint: { 'line-color': palette.border, 'line-width': 1, 'line-dasharray': [4, 3] },
    },
  ];
}

function names(palette: Palette, ground: Ground): LayerSpecification[] {
  const settlement = (
    kind: 'city' | 'town' | 'village',
    minzoom: number,
    sizes: readonly [number, number],
  ): LayerSpecification => ({
    id: `names-${kind}`,
    type: 'symbol',
    ...ground.layer('settlements'),
    filter: ground.is('settlements', kind),
    minzoom,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': mapFont,
      'text-size': ['interpolate', ['linear'], ['zoom'], 5, sizes[0], 12, sizes[1]],
      'text-max-width': 8,
    },
    paint: { 'text-color': palette.name, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  });
  return [
    {
      id: 'names-roads',
      type: 'symbol',
      ...ground.layer('roads'),
      filter: ['has', 'name'],
      minzoom: 14,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': mapFont,
        'text-size': 12,
      },
      paint: { 'text-color': palette.name, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
    },
    settlement('village', 9, [10, 13]),
    settlement('town', 6, [11, 15]),
    settlement('city', 3, [13, 19]),
  ];
}
