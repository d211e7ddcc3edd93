import type { MapTexts } from '../ru/map.ts';

export const map: MapTexts = {
  controls: {
    'AttributionControl.ToggleAttribution': 'Show the sources of the map',
    'Map.Title': 'Map',
    'Marker.Title': 'Point on the map',
    'NavigationControl.ResetBearing': 'Turn to the north',
  },
};
