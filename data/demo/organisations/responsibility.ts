import type { ResponsibleKind } from '#centre/rules/topic.ts';
import { municipalityPlans } from '../geography/municipalities.ts';

/**
 * A row of the responsibility register: for what (topic, or sector, or kind of responsibility; the narrower wins), where,
 * who answers, who does it, and on what ground. Houses and streets name their keeper themselves (`manager`, `ownerAuthority`).
 */
export interface ResponsibilityRow {
  readonly topic: string | null;
  readonly sector: string | null;
  readonly responsibleKind: ResponsibleKind | null;
  /** `null`: the whole region. */
  readonly municipality: string | null;
  readonly authority: string;
  readonly executor: string | null;
  /** The act the row is taken from. */
  readonly source: string;
  /** Day of that act, YYYY-MM-DD. */
  readonly sourceDate: string;
}

type About = Partial<Pick<ResponsibilityRow, 'topic' | 'sector' | 'responsibleKind'>>;

function row(
  about: About,
  municipality: string | null,
  executor: string,
  source: string,
  sourceDate: string,
): ResponsibilityRow {
  const [authority = executor] = executor.split(':');
  return {
    topic: null,
    sector: null,
    responsibleKind: null,
    ...about,
    municipality,
    authority,
    executor: executor.includes(':') ? executor : null,
    source,
    sourceDate,
  };
}

const position = (kind: ResponsibleKind, executor: string, source: string, date: string) =>
  row({ responsibleKind: kind }, null, executor, source, date);
const one = (topic: string, executor: string, source: string, date: string) =>
  row({ topic }, null, executor, source, date);

const government = (number: number) => `Постановление Правительства Яснозёрского края № ${number}-п`;

/** Regional powers by kind of responsibility, and topics that go elsewhere. */
// prettier-ignore
const regional: readonly ResponsibilityRow[] = [
  position('capital_repair_fund', 'repair_fund:technical', government(118), '2023-03-14'),
  one('capital_repair_fee', 'repair_fund:fees', government(118), '2023-03-14'),
  position('energy', 'veleyaenergo:networks', 'Соглашение о взаимодействии ЦУР и АО «Велеяэнерго»', '2024-02-01'),
  one('power_outage', 'veleyaenergo:emergency', 'Соглашение о взаимодействии ЦУР и АО «Велеяэнерго»', '2024-02-01'),
  one('fallen_wires', 'veleyaenergo:emergency', 'Соглашение о взаимодействии ЦУР и АО «Велеяэнерго»', '2024-02-01'),
  position('gas', 'yasnozergaz:connection', 'Соглашение о взаимодействии ЦУР и АО «Яснозёргаз»', '2024-02-20'),
  one('gas_smell', 'yasnozergaz:emergency', 'Соглашение о взаимодействии ЦУР и АО «Яснозёргаз»', '2024-02-20'),
  one('mobile_internet', 'min_digital:appeals', government(77), '2024-01-30'),
  one('tv_signal', 'regional_telecom:support', government(77), '2024-01-30'),
  one('loose_cables', 'regional_telecom:support', government(77), '2024-01-30'),
  position('transport', 'transport_centre:traffic', government(203), '2023-06-05'),
  one('rail_transport', 'suburban_rail:traffic', 'Соглашение с АО «Северная пригородная компания»', '2024-05-16'),
  position('health', 'min_health:appeals', government(41), '2023-02-02'),
  one('ambulance', 'ambulance_station:chief', 'Приказ Минздрава края № 512', '2023-11-08'),
  position('social', 'min_social:appeals', government(52), '2023-02-09'),
  position('labour', 'min_labour:appeals', government(53), '2023-02-09'),
  position('police', 'police:reception', 'Регламент взаимодействия ЦУР и УМВД', '2024-03-11'),
  position('rescue', 'duty_112:duty', 'Регламент взаимодействия ЦУР и Службы 112', '2023-12-01'),
  one('fire_safety', 'rescue:reception', 'Регламент взаимодействия ЦУР и МЧС', '2023-12-01'),
  position('ecology', 'min_ecology:appeals', government(95), '2023-03-01'),
  position('construction', 'min_construction:appeals', government(60), '2023-02-14'),
  one('heritage', 'heritage_office:control', government(61), '2023-02-14'),
  position('consumer_protection', 'consumer_watch:reception', 'Соглашение с Управлением Роспотребнадзора', '2024-04-02'),
  one('prices', 'min_economy:appeals', government(88), '2024-02-12'),
  one('shop_access', 'min_economy:appeals', government(88), '2024-02-12'),
  position('culture_sport', 'min_culture:appeals', government(66), '2023-02-20'),
  position('public_services', 'mfc:clients', 'Приказ Минцифры края № 19', '2024-01-22'),
  one('e_services', 'min_digital:appeals', 'Приказ Минцифры края № 19', '2024-01-22'),
  position('regional_body', 'government:appeals', government(12), '2023-01-18'),
  one('utility_bills', 'housing_inspectorate:control', government(119), '2023-03-14'),
  one('house_manager_work', 'housing_inspectorate:control', government(119), '2023-03-14'),
  one('stray_dogs', 'veterinary:control', government(230), '2024-06-27'),
  one('colleges', 'min_education:appeals', government(44), '2023-02-02'),
  one('exams', 'min_education:appeals', government(44), '2023-02-02'),
  one('bridges', 'yasnozeravtodor:repair', 'Приказ Минтранса края № 87', '2024-03-28'),
];

const northernWaste = ['novotalsk', 'priozersky', 'sineborsky', 'rudoyarsk'];
const lightTopics = ['street_light_broken', 'street_light_missing', 'road_lighting'];

/** Hospitals' own matters do not go to the ministry first. */
const hospitalTopics = [
  'doctor_appointment',
  'health_queue',
  'hospital_upkeep',
  'medical_records',
  'staff_ethics',
  'vaccination_checkup',
];

/** The powers of a municipality and its utilities: kind or topic, executor, act, its day. */
type Power = readonly [about: About, executor: string, source: string, date: string];

function localPowers(code: string, genitive: string): Power[] {
  const charter = [`Положение об администрации ${genitive}`, '2022-12-15'] as const;
  const isCapital = code === 'yasnozersk';
  return [
    [
      { responsibleKind: 'municipality' },
      isCapital ? 'capital_improvement' : `adm_${code}:improvement`,
      ...charter,
    ],
    [{ responsibleKind: 'road_owner' }, isCapital ? 'capital_roads:upkeep' : `adm_${code}:roads`, ...charter],
    [{ responsibleKind: 'house_manager' }, `adm_${code}:housing`, ...charter],
    [{ responsibleKind: 'education' }, `edu_${code}:schools`, ...charter],
    [{ topic: 'kindergarten_place' }, `edu_${code}:preschool`, ...charter],
    [{ topic: 'redevelopment' }, `adm_${code}:architecture`, ...charter],
    [{ topic: 'illegal_building' }, `adm_${code}:architecture`, ...charter],
    [{ topic: 'emergency_housing' }, `adm_${code}:housing`, ...charter],
  ];
}

function utilityPowers(code: string): Power[] {
  const water = ['Схема водоснабжения и водоотведения', '2024-09-10'] as const;
  const heat = ['Схема теплоснабжения', '2024-09-10'] as const;
  const waste = ['Территориальная схема обращения с отходами', '2024-07-01'] as const;
  const health = ['Приказ Минздрава края № 512', '2023-11-08'] as const;
  const light = ['Муниципальное задание МУП «Горсвет»', '2024-12-20'] as const;
  const operator = northernWaste.includes(code) ? 'waste_north' : 'waste_clean_land';
  return [
    [{ responsibleKind: 'water_heat' }, `water_${code}:emergency`, ...water],
    [{ topic: 'water_quality' }, `water_${code}:quality`, ...water],
    [{ topic: 'no_heating' }, `heat_${code}:emergency`, ...heat],
    [{ topic: 'no_hot_water' }, `heat_${code}:networks`, ...heat],
    [{ responsibleKind: 'waste_operator' }, `${operator}:dispatch`, ...waste],
    [{ topic: 'waste_fee' }, `${operator}:clients`, ...waste],
    ...hospitalTopics.map((topic): Power => [{ topic }, `hosp_${code}:registry`, ...health]),
    ...(code === 'yasnozersk' ? lightTopics : []).map((topic): Power => [
      { topic },
      'capital_light',
      ...light,
    ]),
  ];
}

function municipal(code: string, genitive: string): ResponsibilityRow[] {
  return [...localPowers(code, genitive), ...utilityPowers(code)].map(([about, executor, source, date]) =>
    row(about, code, executor, source, date),
  );
}

/**
 * What nobody has settled yet, on purpose: the register must be able to say "not determined".
 * Ладинский округ has no keeper of heat and water after a reorganisation, Синеборский район none of its roads.
 */
const gaps: readonly ((row: ResponsibilityRow) => boolean)[] = [
  ({ municipality, responsibleKind }) => municipality === 'ladinsky' && responsibleKind === 'water_heat',
  ({ municipality, responsibleKind }) => municipality === 'sineborsky' && responsibleKind === 'road_owner',
  ({ municipality, topic }) => municipality === 'ladinsky' && topic === 'no_heating',
];

/** Who really answers in the invented region. Topics without any row (post, taxes) stay not determined. */
export const responsibility: readonly ResponsibilityRow[] = [
  ...regional,
  ...municipalityPlans.flatMap(({ code, genitive }) => municipal(code, genitive)),
].filter((line) => !gaps.some((isGap) => isGap(line)));

/** Rows of the acts that the centre's register has not caught up with: people pass such messages on by hand. */
const overlooked: readonly ((row: ResponsibilityRow) => boolean)[] = [
  // Missing lights went to «Горсвет» with the broken ones, and nobody wrote it down.
  ({ municipality, topic }) => municipality === 'yasnozersk' && topic === 'street_light_missing',
  // Рудоярск moved to another operator of waste; the register still names the one before.
  ({ municipality, responsibleKind }) => municipality === 'rudoyarsk' && responsibleKind === 'waste_operator',
];
const outdated: readonly ResponsibilityRow[] = [
  row(
    { responsibleKind: 'waste_operator' },
    'rudoyarsk',
    'waste_clean_land:dispatch',
    'Территориальная схема обращения с отходами',
    '2021-07-01',
  ),
];

/** The register as the centre has it: almost what the acts say. */
export const registered: readonly ResponsibilityRow[] = [
  ...responsibility.filter((line) => !overlooked.some((isOverlooked) => isOverlooked(line))),
  ...outdated,
];

/** The row that decides: topic before sector before kind, a municipality before the whole region; `null`: not determined. */
export function responsibleFor(
  about: { readonly topic: string; readonly sector: string; readonly responsibleKind: ResponsibleKind },
  municipality: string | null,
  rows: readonly ResponsibilityRow[] = responsibility,
): ResponsibilityRow | null {
  const levels: readonly ((line: ResponsibilityRow) => boolean)[] = [
    ({ topic }) => topic === about.topic,
    ({ topic, sector }) => topic === null && sector === about.sector,
    ({ topic, sector, responsibleKind }) =>
      topic === null && sector === null && responsibleKind === about.responsibleKind,
  ];
  for (const level of levels) {
    const fitting = rows.filter(
      (line) => level(line) && (line.municipality === null || line.municipality === municipality),
    );
    const found = fitting.find((line) => line.municipality !== null) ?? fitting[0];
    if (found !== undefined) return found;
  }
  return null;
}
