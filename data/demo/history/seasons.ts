import { isInSeason } from '#centre/rules/topic.ts';
import type { Topic } from '#centre/rules/topic.ts';
import { topics } from '#data/topics/topics.ts';

/** How often people write about a topic, on average over a year; what is not named is rare. */
// prettier-ignore
const usual: Readonly<Record<string, number>> = {
  road_potholes: 7, road_pothole_emergency: 1, road_snow: 7, sidewalk_snow: 5, road_cleaning: 1, road_marking: 1, road_signs: 1.2, traffic_lights: 1.4, crossings: 1.2, speed_bumps: 0.8,
  road_lighting: 1.2, storm_drain: 1, road_flooding: 1.8, road_sidewalk: 1.8, road_repair: 3.2, road_repair_quality: 1, bus_schedule: 4.5, bus_route: 1.2, bus_crowding: 1, vehicle_condition: 1,
  driver_behaviour: 1.2, bus_stop_upkeep: 1.3, fares_benefits: 0.7, yard_snow: 7.5, park_snow: 1.4, yard_potholes: 2, street_light_broken: 5, street_light_missing: 1.8, open_manhole: 0.9,
  playground_broken: 1.6, playground_needed: 0.9, lawns_trees: 3, dangerous_tree: 1.8, tree_felling: 0.7, hogweed: 1.6, benches_bins: 0.8, parking_on_lawn: 1.1, yard_flooding: 1.6, yard_cleaning: 2.4,
  excavation: 1, yard_sidewalk: 0.9, unauthorized_fence: 0.6, abandoned_car: 0.8, graffiti: 0.7, park_keeping: 0.6, stray_dogs: 3.6, waste_not_collected: 6, illegal_dump: 2, bulky_waste: 1.6, waste_site: 0.9,
  waste_containers: 1, waste_fee: 1.2, cemetery_upkeep: 0.5, no_heating: 6, no_hot_water: 3, no_cold_water: 3, water_quality: 1.9, pipe_burst: 1.5, sewer_blockage: 1.2, basement_flooding: 1, icicles: 2.4,
  roof_leak: 1.9, flat_flooding: 0.6, house_facade: 0.9, lift: 1.8, entrance_cleaning: 1.7, entrance_repair: 1.4, entrance_lighting: 0.9, capital_repair_quality: 0.9, utility_bills: 2, house_manager_work: 2.2,
  emergency_housing: 0.8, house_upkeep: 1.2, power_outage: 2.6, power_quality: 1, power_poles: 0.7, fallen_wires: 0.25, gas_smell: 0.2, gasification: 0.9, mobile_internet: 1.3, post: 0.4, doctor_appointment: 2.8,
  health_queue: 0.9, doctor_shortage: 1.3, ambulance: 0.5, medicine_free: 1.3, medicine_pharmacy: 0.4, staff_ethics: 0.6, hospital_upkeep: 0.5, care_refused: 0.5, vaccination_checkup: 0.4, kindergarten_place: 0.8,
  school_heating: 0.8, school_meals: 0.6, school_safety: 0.4, school_building: 0.7, school_bus: 0.5, teacher_conduct: 0.5, teacher_shortage: 0.4, benefit_delay: 0.9, family_benefits: 0.8, accessibility: 0.6, elderly: 0.4,
  wage_delay: 0.4, job_search: 0.3, public_order: 0.9, cctv: 0.4, abandoned_building: 0.7, fire_safety: 0.4, wild_animals: 0.4, flood: 0.5, emergency: 0.15, water_safety: 0.3, air_pollution: 1, water_pollution: 0.6, noise: 0.8,
  forest_felling: 0.5, infill_development: 0.4, street_trade: 0.5, prices: 0.5, shop_access: 0.4, pests: 0.6, culture_institutions: 0.4, sport_facilities: 0.6, mfc: 0.4, officials_answers: 1.2,
};

/** Factors by month, January first, where the calendar of the passport is not enough. */
// prettier-ignore
const byMonth: Readonly<Record<string, readonly number[]>> = {
  road_potholes: [0.4, 0.6, 1.8, 2.4, 1.8, 1.2, 1, 0.9, 0.9, 0.8, 0.5, 0.3], yard_potholes: [0.3, 0.4, 1.5, 2.2, 1.6, 1.1, 1, 1, 1, 0.8, 0.5, 0.3],
  no_heating: [1.5, 1.2, 0.7, 0.4, 0.2, 0, 0, 0.02, 0.8, 2, 1.6, 1.6], school_heating: [1.5, 1.2, 0.6, 0.3, 0.1, 0, 0, 0, 0.7, 2, 1.6, 1.5], no_hot_water: [0.7, 0.7, 0.7, 0.8, 1.6, 1.9, 1.8, 1.5, 0.9, 0.6, 0.6, 0.7],
  lawns_trees: [0, 0, 0.1, 0.5, 1.6, 2.4, 2.2, 1.6, 0.8, 0.3, 0.05, 0], hogweed: [0, 0, 0, 0, 1, 2.5, 2.5, 1.2, 0.3, 0, 0, 0], yard_flooding: [0.2, 0.4, 2.5, 2.8, 0.9, 0.8, 0.8, 0.7, 0.8, 1, 0.6, 0.3],
  road_flooding: [0.2, 0.4, 2, 2.4, 1, 1.2, 1.2, 1, 1, 1, 0.6, 0.3], flood: [0, 0, 0.8, 4, 2.5, 0.5, 0.4, 0.3, 0.2, 0.2, 0, 0], road_snow: [1.6, 1.6, 1.1, 0.15, 0, 0, 0, 0, 0, 0.1, 0.9, 1.7],
  yard_snow: [1.6, 1.6, 1.1, 0.15, 0, 0, 0, 0, 0, 0.1, 0.8, 1.6], sidewalk_snow: [1.6, 1.6, 1.2, 0.15, 0, 0, 0, 0, 0, 0.1, 1, 1.6], icicles: [1.4, 1.9, 2, 0.4, 0, 0, 0, 0, 0, 0, 0.4, 1.1],
  street_light_broken: [1.4, 1.2, 0.9, 0.6, 0.4, 0.3, 0.3, 0.7, 1.1, 1.5, 1.7, 1.7], playground_broken: [0.2, 0.2, 0.4, 1.2, 1.8, 1.8, 1.6, 1.5, 1.1, 0.6, 0.3, 0.2], air_pollution: [1, 1, 1, 1, 1, 1, 1.2, 1.3, 1, 1, 1, 1],
  vaccination_checkup: [0.6, 0.8, 1.4, 1.8, 1.2, 0.6, 0.4, 0.8, 1.8, 1.6, 1, 0.6], school_bus: [1.2, 1.2, 1, 1, 0.6, 0, 0, 0.2, 1.8, 1.4, 1.2, 1.2], water_safety: [0.8, 0.8, 1.4, 1, 0.6, 1.6, 2, 1.4, 0.3, 0.1, 1.6, 1.4],
  road_cleaning: [0.2, 0.3, 1.6, 2.6, 1.6, 1, 0.8, 0.8, 1, 1, 0.5, 0.2], yard_cleaning: [0.4, 0.4, 1.2, 2.2, 1.6, 1, 0.9, 0.9, 1.2, 1.5, 0.8, 0.4], kindergarten_place: [0.8, 0.8, 1, 1.3, 1.8, 1.8, 1.4, 1.6, 0.9, 0.6, 0.5, 0.5],
};

const rare = 0.05;
const outOfPeople = new Set(['thanks', 'suggestion', 'question', 'other', 'improvement_suggestion']);

function weightOf(topic: Topic, month: number): number {
  if (outOfPeople.has(topic.code)) return 0;
  const factor = byMonth[topic.code]?.[month - 1];
  if (factor !== undefined) return (usual[topic.code] ?? rare) * factor;
  return (usual[topic.code] ?? (topic.isCatchAll ? rare / 2 : rare)) * (isInSeason(topic, month) ? 1 : 0.02);
}

/** Topic code → how likely a complaint of this month is about it. */
export function topicWeights(month: number): Readonly<Record<string, number>> {
  return Object.fromEntries(topics.map((topic) => [topic.code, weightOf(topic, month)]));
}
