declare module 'which-polygon' {
  interface Query<Properties> {
    /** [lon, lat] */
    (point: [number, number]): Properties | null;
  }
  /** An index of polygons: which of them holds a point. */
  export default function whichPolygon<Properties>(areas: {
    type: 'FeatureCollection';
    features: readonly { type: 'Feature'; properties: Properties; geometry: unknown }[];
  }): Query<Properties>;
}
