/** Kinds of organisations that answer for something; the Russian words are those a register may use instead of the code. */
export const authorityKinds = [
  'government',
  'control_centre',
  'municipal_centre',
  'ministry',
  'inspectorate',
  'federal',
  'administration',
  'house_manager',
  'road_agency',
  'waste_operator',
  'water_company',
  'heat_company',
  'power_company',
  'gas_company',
  'telecom_company',
  'transport_company',
  'hospital',
  'education_department',
  'fund',
  'public_services',
  'rescue_service',
] as const;
export type AuthorityKind = (typeof authorityKinds)[number];

const words: Readonly<Record<AuthorityKind, string>> = {
  government: 'правительство',
  control_centre: 'центр управления регионом',
  municipal_centre: 'муниципальный центр управления',
  ministry: 'министерство',
  inspectorate: 'инспекция',
  federal: 'федеральный орган',
  administration: 'администрация',
  house_manager: 'управляющая компания',
  road_agency: 'дорожная служба',
  waste_operator: 'оператор по отходам',
  water_company: 'водоканал',
  heat_company: 'теплоснабжение',
  power_company: 'электросети',
  gas_company: 'газоснабжение',
  telecom_company: 'связь',
  transport_company: 'перевозчик',
  hospital: 'больница',
  education_department: 'управление образования',
  fund: 'фонд',
  public_services: 'мфц',
  rescue_service: 'спасатели',
};

/** The kind meant by its code or its Russian words; `null` where it is neither. */
export function authorityKindOf(written: string): AuthorityKind | null {
  const wanted = written.trim().toLowerCase();
  return authorityKinds.find((kind) => kind === wanted || words[kind] === wanted) ?? null;
}
