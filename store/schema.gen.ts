/** Types of the tables, printed from the migrated database by `npm run schema`. Do not edit. */
import type { ColumnType } from 'kysely';
import type { AssetKind } from '#centre/rules/asset-kind.ts';
import type { ProductionCalendar } from '#centre/rules/calendar.ts';
import type { Topic } from '#centre/rules/topic.ts';
import type { Finding } from '#flow/answer/rules/check.ts';
import type { Explanation } from '#flow/route/rules/responsible.ts';
import type { AssetCandidate } from '#flow/understand/rules/nearest-asset.ts';
import type { PlaceAlternative } from '#flow/understand/rules/place-reading.ts';
import type { TopicGuess } from '#flow/understand/rules/topic-model.ts';
import type { Boundary, Bounds, FeatureCollection } from '#kernel/geo-json.ts';
import type { Shape } from '#kernel/shape.ts';
import type { WorkingHours } from '#kernel/time/schedule.ts';

/** An array in a JSON column must be written by `insertRows` or as text: alone, the driver takes it for an array of the database. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
type Preset<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>;
type Nullable<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S | null, I | null | undefined, U | null>
    : T | null;
/** The database computes it. */
type Computed<T> = ColumnType<T, never, never>;

export interface AnswerTable {
  region_id: number;
  id: string;
  appeal_id: string;
  kind: 'interim' | 'final';
  state: 'draft' | 'on_approval' | 'returned' | 'approved' | 'withdrawn';
  version: number;
  text: string;
  resolution: Nullable<'fixed' | 'partly_fixed' | 'scheduled' | 'explained' | 'refused' | 'forwarded'>;
  problem_state: Nullable<
    | 'unconfirmed'
    | 'confirmed'
    | 'in_work'
    | 'scheduled'
    | 'needs_money'
    | 'fixed_reported'
    | 'fixed_confirmed'
    | 'verified_on_site'
    | 'disputed'
    | 'refused'
    | 'outside_powers'
  >;
  promised_on: Nullable<string>;
  money_sum: Nullable<number>;
  review_on: Nullable<string>;
  handed_to: Nullable<string>;
  refused_why: Nullable<string>;
  findings: Preset<readonly Finding[]>;
  created_at: Date;
  created_by: string;
  changed_at: Date;
  submitted_at: Nullable<Date>;
  approved_at: Nullable<Date>;
  approved_by: Nullable<string>;
  without_review: Preset<boolean>;
}

export interface AnswerFileTable {
  region_id: number;
  answer_id: string;
  file_hash: string;
}

export interface AnswerReviewTable {
  region_id: number;
  answer_id: string;
  seq: number;
  at: Date;
  by_staff: string;
  decision: 'approved' | 'returned';
  reason: Nullable<
    'not_on_substance' | 'no_proof' | 'personal_data' | 'unclear_words' | 'wrong_facts' | 'other'
  >;
  note: Nullable<string>;
}

export interface AppealTable {
  region_id: number;
  id: string;
  number: string;
  account_id: number;
  message_id: string;
  regime: 'social' | 'platform' | 'law_59';
  received_at: Date;
  given_lat: Nullable<number>;
  given_lon: Nullable<number>;
  given_address: Nullable<string>;
  consents_contact: Preset<boolean>;
}

export interface AppealAssetTable {
  region_id: number;
  appeal_id: string;
  seq: number;
  at: Date;
  by_staff: Nullable<string>;
  finding: 'nearest' | 'several' | 'none' | 'chosen' | 'refused';
  asset_id: Nullable<number>;
  meters: Nullable<number>;
  candidates: Preset<readonly AssetCandidate[]>;
}

export interface AppealFileTable {
  region_id: number;
  appeal_id: string;
  file_hash: string;
  message_id: Nullable<string>;
  side: 'resident' | 'staff';
  added_at: Date;
  let_through_by: Nullable<string>;
}

export interface AppealMessageTable {
  region_id: number;
  appeal_id: string;
  message_id: string;
  added_at: Date;
}

export interface AppealMoveTable {
  region_id: number;
  appeal_id: string;
  version: number;
  action:
    | 'doubt'
    | 'assign'
    | 'start'
    | 'send_back'
    | 'ask'
    | 'reply'
    | 'submit'
    | 'return_draft'
    | 'answer_interim'
    | 'answer_final'
    | 'confirm'
    | 'dispute'
    | 'close_unconfirmed'
    | 'close_not_needed'
    | 'withdraw'
    | 'decline'
    | 'object'
    | 'reopen'
    | 'write_again';
  from_stage: Nullable<
    'triage' | 'assigned' | 'in_work' | 'clarifying' | 'on_approval' | 'answered' | 'closed' | 'declined'
  >;
  to_stage:
    'triage' | 'assigned' | 'in_work' | 'clarifying' | 'on_approval' | 'answered' | 'closed' | 'declined';
  at: Date;
  by_staff: Nullable<string>;
  by_whom: 'machine' | 'staff' | 'resident' | 'clock';
  reason: Nullable<string>;
  note: Nullable<string>;
}

export interface AppealStateTable {
  region_id: number;
  appeal_id: string;
  version: number;
  number: string;
  stage:
    'triage' | 'assigned' | 'in_work' | 'clarifying' | 'on_approval' | 'answered' | 'closed' | 'declined';
  stage_since: Date;
  kind: 'problem' | 'suggestion' | 'question' | 'thanks' | 'not_a_problem' | 'spam';
  regime: 'social' | 'platform' | 'law_59';
  account_id: number;
  channel: string;
  received_at: Date;
  excerpt: string;
  sector: Nullable<string>;
  topic: Nullable<string>;
  place_precision: 'point' | 'house' | 'street' | 'settlement' | 'municipality' | 'region' | 'none';
  place_label: Nullable<string>;
  lat: Nullable<number>;
  lon: Nullable<number>;
  municipality_id: Nullable<number>;
  authority_id: Nullable<number>;
  executor_id: Nullable<number>;
  assigned_authorities: Preset<number[]>;
  assignee: Nullable<string>;
  incident_id: Nullable<string>;
  danger_level: Nullable<'high' | 'emergency'>;
  kind_state: Nullable<
    'considered' | 'supported' | 'not_supported' | 'planned' | 'done' | 'explained' | 'passed_on'
  >;
  answer_axis: Preset<'none' | 'interim' | 'final'>;
  closed_as: Nullable<'confirmed' | 'no_reply' | 'not_needed' | 'withdrawn'>;
  declined_as: Nullable<'spam' | 'not_a_problem' | 'no_facts' | 'other_language' | 'withdrawn'>;
  due_at: Nullable<Date>;
  is_overdue: Preset<boolean>;
  hops: Preset<number>;
  reopened: Preset<number>;
  needs_attention: Nullable<
    | 'topic_unsure'
    | 'kind_unsure'
    | 'responsible_unknown'
    | 'sent_back'
    | 'place_outside'
    | 'many_hops'
    | 'objection'
    | 'delivery_failed'
  >;
  is_sensitive: Preset<boolean>;
  changed_at: Date;
  changed_by: Nullable<string>;
}

export interface AppealTextTable {
  region_id: number;
  appeal_id: string;
  masked_text: string;
  stems: Preset<number[]>;
  search: Computed<Nullable<string>>;
}

export interface AssetTable {
  region_id: number;
  id: number;
  kind:
    | 'building'
    | 'yard'
    | 'playground'
    | 'sports_ground'
    | 'lamp'
    | 'tree'
    | 'green_area'
    | 'park'
    | 'forest'
    | 'water'
    | 'container_site'
    | 'landfill'
    | 'manhole'
    | 'storm_drain'
    | 'toilet'
    | 'road_segment'
    | 'sidewalk'
    | 'crossing'
    | 'traffic_light'
    | 'road_sign'
    | 'bridge'
    | 'parking'
    | 'stop'
    | 'station'
    | 'rail_crossing'
    | 'pipeline'
    | 'power_line'
    | 'construction_site'
    | 'cemetery'
    | 'memorial'
    | 'school'
    | 'kindergarten'
    | 'college'
    | 'clinic'
    | 'social_institution'
    | 'culture_place'
    | 'sports_place'
    | 'office'
    | 'shop'
    | 'market'
    | 'pharmacy'
    | 'bank'
    | 'post_office'
    | 'cafe'
    | 'hotel'
    | 'fuel_station'
    | 'worship_place'
    | 'other';
  source: string;
  external_id: string;
  name: Nullable<string>;
  number: Nullable<string>;
  /** Балансодержатель или управляющая компания; null — не известен */
  owner_id: Nullable<number>;
  municipality_id: Nullable<number>;
  settlement_id: Nullable<number>;
  street_id: Nullable<number>;
  /** Точка на самом объекте: подпись и метка карты */
  lat: number;
  lon: number;
  /** Линия или площадь, GeoJSON; null — объект точечный, он в lat, lon */
  shape: Nullable<Shape>;
  source_date: Nullable<string>;
  changed_at: Date;
  /** Снят с учёта: не ищется, но карточки помнят его */
  removed_at: Nullable<Date>;
}

export interface AssetCellTable {
  region_id: number;
  cell: string;
  kind: AssetKind;
  asset_id: number;
}

export interface AssignmentTable {
  region_id: number;
  id: string;
  appeal_id: string;
  authority_id: number;
  executor_id: Nullable<number>;
  task: string;
  due_at: Nullable<Date>;
  created_at: Date;
  created_by: string;
  done_at: Nullable<Date>;
  done_by: Nullable<string>;
  report: Nullable<string>;
}

export interface AuditEntryTable {
  region_id: number;
  id: string;
  at: Date;
  actor: Nullable<string>;
  action: string;
  subject_kind: string;
  subject_id: string;
  details: Preset<Json>;
}

export interface AuthorityTable {
  region_id: number;
  id: number;
  name: string;
  short_name: string;
  kind: string;
  municipality_id: Nullable<number>;
  parent_id: Nullable<number>;
  contact: Nullable<string>;
}

export interface CalendarYearTable {
  region_id: number;
  year: number;
  calendar: ProductionCalendar;
  provisional: boolean;
}

export interface ChannelAccountTable {
  region_id: number;
  id: number;
  channel: string;
  name: string;
  key: string;
  /** Настройки с ключами доступа, зашифрованы */
  sealed_settings: Buffer;
  is_enabled: Preset<boolean>;
}

export interface ClarificationTable {
  region_id: number;
  id: string;
  appeal_id: string;
  question: string;
  asked_at: Date;
  asked_by: string;
  answered_at: Nullable<Date>;
  message_id: Nullable<string>;
}

export interface ConfirmationTable {
  region_id: number;
  appeal_id: string;
  seq: number;
  at: Date;
  verdict: 'fixed' | 'not_fixed' | 'no_reply';
  reason: Nullable<string>;
  message_id: Nullable<string>;
}

export interface CorrectionTable {
  region_id: number;
  id: string;
  appeal_id: string;
  field: 'kind' | 'topic' | 'place' | 'responsible' | 'incident';
  was: Nullable<string>;
  became: Nullable<string>;
  model_version: string;
  at: Date;
  by_staff: string;
}

export interface DailyCountTable {
  region_id: number;
  day: string;
  event: 'received' | 'answered' | 'confirmed' | 'disputed' | 'overdue';
  /** 0 — место не установлено: ключ не терпит null */
  municipality_id: number;
  topic: string;
  channel: string;
  has_place: boolean;
  n: number;
}

export interface DeadlineTable {
  region_id: number;
  appeal_id: string;
  clock: string;
  seq: Preset<number>;
  started_at: Date;
  due_at: Date;
  warn_at: Preset<Date[]>;
  is_provisional: boolean;
  basis: string;
  met_at: Nullable<Date>;
  cancelled_at: Nullable<Date>;
  paused_at: Nullable<Date>;
  remaining_minutes: Nullable<number>;
  extended_to: Nullable<Date>;
  extended_reason: Nullable<string>;
  warned_level: Preset<0 | 50 | 80 | 100>;
  next_check_at: Nullable<Date>;
}

export interface DeliveryTable {
  region_id: number;
  id: string;
  appeal_id: string;
  answer_id: Nullable<string>;
  purpose: 'registered' | 'question' | 'extended' | 'interim' | 'final' | 'confirm_request' | 'declined';
  text: string;
  state:
    'pending' | 'sending' | 'sent' | 'retry' | 'uncertain' | 'undeliverable' | 'misconfigured' | 'manual';
  attempts: Preset<number>;
  claimed_at: Nullable<Date>;
  next_at: Nullable<Date>;
  external_id: Nullable<string>;
  detail: Nullable<string>;
  fallback: Preset<boolean>;
  created_at: Date;
  settled_at: Nullable<Date>;
  settled_by: Nullable<string>;
}

export interface DeliveryAttemptTable {
  region_id: number;
  delivery_id: string;
  attempt: number;
  at: Date;
  outcome: 'sent' | 'retry' | 'uncertain' | 'undeliverable' | 'misconfigured' | 'manual';
  detail: Nullable<string>;
}

export interface ExecutorTable {
  region_id: number;
  id: number;
  authority_id: number;
  name: string;
}

export interface FileTable {
  region_id: number;
  hash: string;
  media_type: string;
  size_bytes: number;
  width: Nullable<number>;
  height: Nullable<number>;
  created_at: Date;
}

export interface HouseTable {
  region_id: number;
  id: number;
  street_id: number;
  number: string;
  number_base: number;
  lat: number;
  lon: number;
  manager_id: Nullable<number>;
}

export interface IncidentTable {
  region_id: number;
  id: string;
  topic: Nullable<string>;
  created_at: Date;
  last_reported_at: Date;
  appeals: Preset<number>;
  place_precision: 'point' | 'house' | 'street' | 'settlement' | 'municipality' | 'region' | 'none';
  lat: Nullable<number>;
  lon: Nullable<number>;
  h3_5: Nullable<string>;
  h3_7: Nullable<string>;
  h3_9: Nullable<string>;
  municipality_id: Nullable<number>;
  settlement_id: Nullable<number>;
  street_id: Nullable<number>;
  house_id: Nullable<number>;
  /** Линия или площадь проблемы, GeoJSON; null — точка. Квартиры и дома жителей не рисуются */
  shape: Nullable<Shape>;
  stems: Preset<number[]>;
  shape_origin: Nullable<'object' | 'street' | 'stretch' | 'drawn'>;
  /** Догадки о теме с уверенностью: пересказ другими словами узнаётся и под соседней темой */
  topics: Preset<readonly TopicGuess[]>;
}

export interface IncidentAppealTable {
  region_id: number;
  appeal_id: string;
  incident_id: string;
  joined_at: Date;
  by_staff: Nullable<string>;
  reason:
    | 'first_report'
    | 'same_words'
    | 'same_house_and_topic'
    | 'near_and_similar'
    | 'same_street_and_similar'
    | 'said_by_resident'
    | 'said_by_operator'
    | 'merged_by_hand'
    | 'split_by_hand';
  score: Preset<number>;
}

export interface IncidentMergeTable {
  region_id: number;
  id: string;
  from_incident: string;
  into_incident: string;
  appeal_ids: string[];
  at: Date;
  by_staff: string;
  undone_at: Nullable<Date>;
  undone_by: Nullable<string>;
}

export interface IncidentMoveTable {
  region_id: number;
  incident_id: string;
  version: number;
  from_state: Nullable<
    | 'unconfirmed'
    | 'confirmed'
    | 'in_work'
    | 'scheduled'
    | 'needs_money'
    | 'fixed_reported'
    | 'fixed_confirmed'
    | 'verified_on_site'
    | 'disputed'
    | 'refused'
    | 'outside_powers'
  >;
  to_state:
    | 'unconfirmed'
    | 'confirmed'
    | 'in_work'
    | 'scheduled'
    | 'needs_money'
    | 'fixed_reported'
    | 'fixed_confirmed'
    | 'verified_on_site'
    | 'disputed'
    | 'refused'
    | 'outside_powers';
  at: Date;
  by_staff: Nullable<string>;
  by_whom: 'machine' | 'staff' | 'resident' | 'clock';
  appeal_id: Nullable<string>;
}

export interface IncidentStateTable {
  region_id: number;
  incident_id: string;
  version: Preset<number>;
  state:
    | 'unconfirmed'
    | 'confirmed'
    | 'in_work'
    | 'scheduled'
    | 'needs_money'
    | 'fixed_reported'
    | 'fixed_confirmed'
    | 'verified_on_site'
    | 'disputed'
    | 'refused'
    | 'outside_powers';
  since: Date;
  scheduled_on: Nullable<string>;
  money_sum: Nullable<number>;
  review_on: Nullable<string>;
  handed_to: Nullable<string>;
  refused_why: Nullable<string>;
}

export interface MessageTable {
  region_id: number;
  id: string;
  account_id: number;
  external_id: string;
  thread_hash: Buffer;
  direction: 'in' | 'out';
  is_public: boolean;
  is_automatic: Preset<boolean>;
  sent_at: Date;
  received_at: Date;
  deleted_at: Nullable<Date>;
}

export interface MessageVersionTable {
  region_id: number;
  message_id: string;
  version: number;
  at: Date;
  sealed: Buffer;
}

export interface ModelTable {
  region_id: number;
  id: string;
  kind: 'topics' | 'owners';
  version: string;
  base_version: Nullable<string>;
  origin: 'trained' | 'imported';
  state: 'candidate' | 'in_use' | 'retired' | 'lost';
  made_at: Date;
  /** Кто попросил обучить; null — командой */
  made_by: Nullable<string>;
  used_since: Nullable<Date>;
  learnt_from: Preset<Json>;
  /** Числа на новейшем месяце: своей и той, что действовала */
  measured: Nullable<Json>;
  /** Файл весов; у давно отставленных стёрт */
  bytes: Nullable<Buffer>;
}

export interface ModelTrainingTable {
  region_id: number;
  id: string;
  kind: 'topics' | 'owners';
  asked_at: Date;
  asked_by: Nullable<string>;
  started_at: Nullable<Date>;
  ended_at: Nullable<Date>;
  outcome: Nullable<'promoted' | 'kept_old' | 'too_few' | 'failed'>;
  model_id: Nullable<string>;
  details: Preset<Json>;
  /** Последний признак жизни: кто давно молчит, остановлен вместе со своей программой */
  beat_at: Nullable<Date>;
}

export interface MunicipalityTable {
  region_id: number;
  id: number;
  name: string;
  oktmo: Nullable<string>;
  population: Nullable<number>;
  boundary: Nullable<Boundary>;
}

export interface NoteTable {
  region_id: number;
  id: string;
  appeal_id: string;
  at: Date;
  by_staff: string;
  text: string;
}

export interface PromiseTable {
  region_id: number;
  id: string;
  appeal_id: string;
  answer_id: string;
  promised_on: string;
  asked_at: Nullable<Date>;
  kept: Nullable<boolean>;
  settled_at: Nullable<Date>;
}

export interface RatingTable {
  region_id: number;
  appeal_id: string;
  subject: 'answer' | 'fix';
  score: number;
  at: Date;
}

export interface RawPayloadTable {
  region_id: number;
  id: string;
  account_id: number;
  received_at: Date;
  sealed: Buffer;
  outcome: 'waiting' | 'taken' | 'unknown' | 'ignored' | 'refused';
  detail: Nullable<string>;
  expires_at: Date;
}

export interface RefusedFileTable {
  region_id: number;
  id: string;
  appeal_id: string;
  reason: string;
  at: Date;
}

export interface RegionTable {
  id: Preset<number>;
  slug: string;
  name: string;
  time_zone: string;
  hosts: Preset<string[]>;
  is_default: Preset<boolean>;
  working_hours: WorkingHours;
  bounds: Nullable<Bounds>;
  created_at: Date;
}

export interface RegionLayerTable {
  region_id: number;
  name: 'water' | 'rivers' | 'roads' | 'settlements' | 'landuse';
  features: FeatureCollection;
}

export interface RegisterFindingDismissalTable {
  region_id: number;
  id: string;
  topic: Nullable<string>;
  responsible_kind: Nullable<string>;
  municipality_id: Nullable<number>;
  owner_id: Nullable<number>;
  authority_id: number;
  cases: number;
  ended: number;
  at: Date;
  by_staff: string;
  reason: string;
}

export interface ResponsibilityTable {
  region_id: number;
  appeal_id: string;
  seq: number;
  at: Date;
  by_staff: Nullable<string>;
  cause: 'first' | 'correction' | 'transfer' | 'sent_back' | 'arbiter';
  authority_id: Nullable<number>;
  executor_id: Nullable<number>;
  rule_id: Nullable<number>;
  explanation: Explanation;
  note: Nullable<string>;
}

export interface ResponsibilityRuleTable {
  region_id: number;
  id: number;
  topic: Nullable<string>;
  sector: Nullable<string>;
  responsible_kind: Nullable<string>;
  municipality_id: Nullable<number>;
  authority_id: number;
  executor_id: Nullable<number>;
  source: string;
  source_date: string;
  added_at: Nullable<Date>;
  added_by: Nullable<string>;
  withdrawn_at: Nullable<Date>;
  withdrawn_by: Nullable<string>;
  withdrawn_why: Nullable<string>;
  replaced_by: Nullable<number>;
}

export interface SaidSameTable {
  region_id: number;
  appeal_id: string;
  incident_id: string;
  said_by: 'resident' | 'operator';
  at: Date;
}

export interface SettlementTable {
  region_id: number;
  id: number;
  municipality_id: number;
  name: string;
  kind: string;
  population: Nullable<number>;
  lat: Nullable<number>;
  lon: Nullable<number>;
  /** Часть чего: территория посёлка, бывшая деревня в черте города; null — сам по себе */
  parent_id: Nullable<number>;
}

export interface SignInAttemptTable {
  region_id: number;
  key_hash: Buffer;
  failures: number;
  last_at: Date;
}

export interface StaffTable {
  region_id: number;
  id: string;
  login: string;
  name: string;
  position: Nullable<string>;
  password_hash: string;
  disabled_at: Nullable<Date>;
  created_at: Date;
}

export interface StaffGrantTable {
  region_id: number;
  id: string;
  staff_id: string;
  role:
    | 'moderator'
    | 'operator'
    | 'coordinator'
    | 'curator'
    | 'executor'
    | 'approver'
    | 'inspector'
    | 'analyst'
    | 'leader'
    | 'administrator'
    | 'data_officer';
  municipality_id: Nullable<number>;
  authority_id: Nullable<number>;
  sectors: Preset<string[]>;
}

export interface StaffSessionTable {
  region_id: number;
  id_hash: Buffer;
  staff_id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
}

export interface StreetTable {
  region_id: number;
  id: number;
  settlement_id: number;
  name: string;
  kind: string;
  old_names: Preset<string[]>;
  owner_id: Nullable<number>;
  lat: Nullable<number>;
  lon: Nullable<number>;
}

export interface TopicTable {
  region_id: number;
  code: string;
  sector: string;
  passport: Topic;
  is_active: Preset<boolean>;
  /** Когда регион добавил тему; null — поставляется с системой */
  added_at: Nullable<Date>;
  added_by: Nullable<string>;
}

export interface UnderstandingTable {
  region_id: number;
  appeal_id: string;
  seq: number;
  at: Date;
  by_staff: Nullable<string>;
  model_version: string;
  kind: 'problem' | 'suggestion' | 'question' | 'thanks' | 'not_a_problem' | 'spam';
  kind_confidence: number;
  kind_reason: string;
  topic: Nullable<string>;
  topic_confidence: Nullable<number>;
  topic_candidates: Preset<readonly TopicGuess[]>;
  topic_words: Preset<string[]>;
  acts_alone: boolean;
  place_precision: 'point' | 'house' | 'street' | 'settlement' | 'municipality' | 'region' | 'none';
  lat: Nullable<number>;
  lon: Nullable<number>;
  h3_5: Nullable<string>;
  h3_7: Nullable<string>;
  h3_9: Nullable<string>;
  municipality_id: Nullable<number>;
  settlement_id: Nullable<number>;
  street_id: Nullable<number>;
  house_id: Nullable<number>;
  place_words: Preset<string[]>;
  place_candidates: Preset<readonly PlaceAlternative[]>;
  is_outside: Preset<boolean>;
  danger: Nullable<string>;
  danger_level: Nullable<'high' | 'emergency'>;
  danger_words: Preset<string[]>;
  masked_kinds: Preset<string[]>;
  /** Язык письма по ISO 639; und — буквы есть, язык неизвестен */
  language: Preset<string>;
  language_confidence: Preset<number>;
  /** Русский, набранный латиницей: читается как русский, показывается как написан */
  is_transliterated: Preset<boolean>;
  /** Есть брань; факты от этого не пропадают, ответ остаётся вежливым */
  is_rude: Preset<boolean>;
}

export interface Database {
  answer: AnswerTable;
  answer_file: AnswerFileTable;
  answer_review: AnswerReviewTable;
  appeal: AppealTable;
  appeal_asset: AppealAssetTable;
  appeal_file: AppealFileTable;
  appeal_message: AppealMessageTable;
  appeal_move: AppealMoveTable;
  appeal_state: AppealStateTable;
  appeal_text: AppealTextTable;
  asset: AssetTable;
  asset_cell: AssetCellTable;
  assignment: AssignmentTable;
  audit_entry: AuditEntryTable;
  authority: AuthorityTable;
  calendar_year: CalendarYearTable;
  channel_account: ChannelAccountTable;
  clarification: ClarificationTable;
  confirmation: ConfirmationTable;
  correction: CorrectionTable;
  daily_count: DailyCountTable;
  deadline: DeadlineTable;
  delivery: DeliveryTable;
  delivery_attempt: DeliveryAttemptTable;
  executor: ExecutorTable;
  file: FileTable;
  house: HouseTable;
  incident: IncidentTable;
  incident_appeal: IncidentAppealTable;
  incident_merge: IncidentMergeTable;
  incident_move: IncidentMoveTable;
  incident_state: IncidentStateTable;
  message: MessageTable;
  message_version: MessageVersionTable;
  model: ModelTable;
  model_training: ModelTrainingTable;
  municipality: MunicipalityTable;
  note: NoteTable;
  promise: PromiseTable;
  rating: RatingTable;
  raw_payload: RawPayloadTable;
  refused_file: RefusedFileTable;
  region: RegionTable;
  region_layer: RegionLayerTable;
  register_finding_dismissal: RegisterFindingDismissalTable;
  responsibility: ResponsibilityTable;
  responsibility_rule: ResponsibilityRuleTable;
  said_same: SaidSameTable;
  settlement: SettlementTable;
  sign_in_attempt: SignInAttemptTable;
  staff: StaffTable;
  staff_grant: StaffGrantTable;
  staff_session: StaffSessionTable;
  street: StreetTable;
  topic: TopicTable;
  understanding: UnderstandingTable;
}
