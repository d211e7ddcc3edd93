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

/** Ответственная организация. */
export interface Authority {
  readonly code: string;
  readonly kind: AuthorityKind;
  readonly fullName: string;
  readonly shortName: string;
  /** Codes of the municipalities it serves; `null`: the whole region. */
  readonly municipalities: readonly string[] | null;
  /** Code of the body above it, where approval and escalation go. */
  readonly parent: string | null;
}

/** Исполнитель: a unit inside an authority. */
export interface Executor {
  readonly code: string;
  readonly authority: string;
  readonly name: string;
}
