/** What a demonstration picture may show. */
export const photoSubjects = [
  'pothole',
  'rubbish',
  'lamp',
  'snowdrift',
  'icicles',
  'puddle',
  'tree',
  'manhole',
  'playground',
  'wall',
  'pipe',
  'bus_stop',
] as const;
export type PhotoSubject = (typeof photoSubjects)[number];

// prettier-ignore
const byTopic: Readonly<Record<string, PhotoSubject>> = {
  road_potholes: 'pothole', road_pothole_emergency: 'pothole', yard_potholes: 'pothole', road_sidewalk: 'pothole', road_repair: 'pothole', road_repair_quality: 'pothole', yard_sidewalk: 'pothole', excavation: 'pothole',
  waste_not_collected: 'rubbish', illegal_dump: 'rubbish', bulky_waste: 'rubbish', waste_containers: 'rubbish', waste_site: 'rubbish', yard_cleaning: 'rubbish', littering: 'rubbish', cemetery_upkeep: 'rubbish',
  street_light_broken: 'lamp', street_light_missing: 'lamp', road_lighting: 'lamp', power_poles: 'lamp', entrance_lighting: 'lamp',
  road_snow: 'snowdrift', sidewalk_snow: 'snowdrift', yard_snow: 'snowdrift', park_snow: 'snowdrift', icicles: 'icicles', yard_flooding: 'puddle', road_flooding: 'puddle', storm_drain: 'puddle', flood: 'puddle', basement_flooding: 'puddle',
  dangerous_tree: 'tree', tree_felling: 'tree', lawns_trees: 'tree', hogweed: 'tree', open_manhole: 'manhole', playground_broken: 'playground', graffiti: 'wall', house_graffiti: 'wall', house_facade: 'wall', entrance_repair: 'wall', roof_leak: 'wall',
  pipe_burst: 'pipe', water_quality: 'pipe', flat_flooding: 'pipe', sewer_blockage: 'pipe', bus_stop_upkeep: 'bus_stop',
};

/** The picture that fits a topic; `null` where a photo would be unnatural. */
export function subjectOf(topic: string): PhotoSubject | null {
  return byTopic[topic] ?? null;
}
