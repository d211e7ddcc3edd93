import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mapFont, type Theme } from './base-style.ts';

export const layerIds = {
  areas: 'problem-areas',
  shapeFills: 'problem-shape-fills',
  shapes: 'problem-shapes',
  clusters: 'problem-clusters',
  points: 'problem-points',
} as const;
export const sourceIds = { areas: 'areas', points: 'points', shapes: 'shapes' } as const;

/** The colours of ui/tokens.css, which a canvas cannot read by itself. */
export interface MapColours {
  readonly brand: string;
  readonly onBrand: string;
  readonly paper: string;
  readonly open: string;
  readonly inWork: string;
  readonly done: string;
  readonly heat: Heat;
}

/** Seven steps, from few to many. */
type Heat = readonly [string, string, string, string, string, string, string];

export function readColours(element: Element): MapColours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    brand: read('--brand'),
    onBrand: read('--on-brand'),
    paper: read('--paper'),
    open: read('--bad'),
    inWork: read('--warn'),
    done: read('--good'),
    heat: [
      read('--heat-1'),
      read('--heat-2'),
      read('--heat-3'),
      read('--heat-4'),
      read('--heat-5'),
      read('--heat-6'),
      read('--heat-7'),
    ],
  };
}

/** Areas of heat below the names, then clusters and points above everything. */
export function problemLayers(colours: MapColours, theme: Theme): LayerSpecification[] {
  const [h1, h2, h3, h4, h5, h6, h7] = colours.heat;
  return [
    {
      id: layerIds.areas,
      type: 'fill',
      source: sourceIds.areas,
      paint: {
        'fill-color': ['step', ['get', 'step'], h1, 1, h2, 2, h3, 3, h4, 4, h5, 5, h6, 6, h7],
        'fill-opacity': theme === 'light' ? 0.65 : 0.55,
        'fill-outline-color': colours.paper,
      },
    },
    ...shapeLayers(colours),
    ...clusterLayers(colours),
    ...pointLayers(colours),
  ];
}

/** The colour of a state; disputed looks open, its sign tells it apart. */
const stateColour = (colours: MapColours): ExpressionSpecification => [
  'match',
  ['get', 'state'],
  'in_work',
  colours.inWork,
  'done',
  colours.done,
  colours.open,
];

/** Problems that are a line or an area: an edge wide enough for a finger, a fill the ground shows through. */
function shapeLayers(colours: MapColours): LayerSpecification[] {
  return [
    {
      id: layerIds.shapeFills,
      type: 'fill',
      source: sourceIds.shapes,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': stateColour(colours), 'fill-opacity': 0.22 },
    },
    {
      id: layerIds.shapes,
      type: 'line',
      source: sourceIds.shapes,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': stateColour(colours), 'line-width': 5, 'line-opacity': 0.8 },
    },
  ];
}

function clusterLayers(colours: MapColours): LayerSpecification[] {
  return [
    {
      id: layerIds.clusters,
      type: 'circle',
      source: sourceIds.points,
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': colours.brand,
        'circle-radius': ['step', ['get', 'point_count'], 16, 10, 20, 100, 25, 1000, 31],
        'circle-stroke-width': 2,
        'circle-stroke-color': colours.paper,
      },
    },
    {
      id: 'problem-cluster-counts',
      type: 'symbol',
      source: sourceIds.points,
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': mapFont,
        'text-size': 13,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colours.onBrand },
    },
  ];
}

/** State is told by a sign as well as by a colour. */
function pointLayers(colours: MapColours): LayerSpecification[] {
  return [
    {
      id: layerIds.points,
      type: 'circle',
      source: sourceIds.points,
      filter: ['!', ['has', 'point_count']],
      paint: {
        'circle-color': stateColour(colours),
        'circle-radius': 10,
        'circle-stroke-width': 2,
        'circle-stroke-color': colours.paper,
      },
    },
    {
      id: 'problem-point-signs',
      type: 'symbol',
      source: sourceIds.points,
      filter: ['!', ['has', 'point_count']],
      layout: {
        'text-field': ['match', ['get', 'state'], 'open', '!', 'in_work', '…', 'done', '✓', '?'],
        'text-font': mapFont,
        'text-size': 14,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colours.paper },
    },
  ];
}
