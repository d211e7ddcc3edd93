/** Layers of our own basemap besides the boundaries. */
export const regionLayers = ['water', 'rivers', 'roads', 'settlements', 'landuse'] as const;
export type RegionLayer = (typeof regionLayers)[number];
