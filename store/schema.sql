-- The schema as the migrations leave it, printed by `npm run schema`. Read it, do not run it.

-- Sequences

create sequence appeal_number;

-- Functions

CREATE OR REPLACE FUNCTION public.search_appeals(query text, candidates integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select t.appeal_id from appeal_text t
    where t.region_id = session_region() and t.search @@ websearch_to_tsquery('russian', translate(query, 'ёЁ', 'еЕ'))
    order by t.appeal_id desc limit candidates
  $function$
;

CREATE OR REPLACE FUNCTION public.session_authorities()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(string_to_array(nullif(current_setting('otklik.authorities', true), ''), ',')::int[], '{}') $function$
;

CREATE OR REPLACE FUNCTION public.session_municipalities()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(string_to_array(nullif(current_setting('otklik.municipalities', true), ''), ',')::int[], '{}') $function$
;

CREATE OR REPLACE FUNCTION public.session_region()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('otklik.region', true), '')::int $function$
;

CREATE OR REPLACE FUNCTION public.session_sees_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('otklik.sees', true) = 'all', false) $function$
;

CREATE OR REPLACE FUNCTION public.tell_of_region()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('otklik_region', tg_table_name);
  return null;
end $function$
;

-- Tables

create table answer (
  region_id integer not null,
  id uuid not null,
  appeal_id uuid not null,
  kind text not null,
  state text not null,
  version integer not null,
  text text not null,
  resolution text,
  problem_state text,
  promised_on date,
  money_sum bigint,
  review_on date,
  handed_to text,
  refused_why text,
  findings jsonb not null default '[]'::jsonb,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  changed_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  approved_at timestamp with time zone,
  approved_by uuid,
  without_review boolean not null default false,
  constraint answer_kind_check CHECK ((kind = ANY (ARRAY['interim'::text, 'final'::text]))),
  constraint answer_pkey PRIMARY KEY (region_id, id),
  constraint answer_problem_state_check CHECK ((problem_state = ANY (ARRAY['unconfirmed'::text, 'confirmed'::text, 'in_work'::text, 'scheduled'::text, 'needs_money'::text, 'fixed_reported'::text, 'fixed_confirmed'::text, 'verified_on_site'::text, 'disputed'::text, 'refused'::text, 'outside_powers'::text]))),
  constraint answer_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint answer_resolution_check CHECK ((resolution = ANY (ARRAY['fixed'::text, 'partly_fixed'::text, 'scheduled'::text, 'explained'::text, 'refused'::text, 'forwarded'::text]))),
  constraint answer_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'on_approval'::text, 'returned'::text, 'approved'::text, 'withdrawn'::text]))),
  constraint answer_text_check CHECK ((text <> ''::text)),
  constraint answer_version_check CHECK ((version >= 1)),
  constraint approval_has_author CHECK (((state <> 'approved'::text) OR ((approved_by IS NOT NULL) OR without_review))),
  constraint approved_has_time CHECK (((state = 'approved'::text) = (approved_at IS NOT NULL))),
  constraint final_has_resolution CHECK (((kind = 'interim'::text) OR (resolution IS NOT NULL))),
  constraint scheduled_promises_a_date CHECK (((resolution IS DISTINCT FROM 'scheduled'::text) OR (promised_on IS NOT NULL) OR (num_nonnulls(money_sum, review_on) = 2)))
);
alter table answer enable row level security;

create table answer_file (
  region_id integer not null,
  answer_id uuid not null,
  file_hash text not null,
  constraint answer_file_pkey PRIMARY KEY (region_id, answer_id, file_hash),
  constraint answer_file_region_id_answer_id_fkey FOREIGN KEY (region_id, answer_id) REFERENCES answer(region_id, id) ON DELETE CASCADE,
  constraint answer_file_region_id_file_hash_fkey FOREIGN KEY (region_id, file_hash) REFERENCES file(region_id, hash)
);
alter table answer_file enable row level security;

create table answer_review (
  region_id integer not null,
  answer_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  by_staff uuid not null,
  decision text not null,
  reason text,
  note text,
  constraint answer_review_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'returned'::text]))),
  constraint answer_review_pkey PRIMARY KEY (region_id, answer_id, seq),
  constraint answer_review_reason_check CHECK ((reason = ANY (ARRAY['not_on_substance'::text, 'no_proof'::text, 'personal_data'::text, 'unclear_words'::text, 'wrong_facts'::text, 'other'::text]))),
  constraint answer_review_region_id_answer_id_fkey FOREIGN KEY (region_id, answer_id) REFERENCES answer(region_id, id) ON DELETE CASCADE,
  constraint return_has_reason CHECK (((decision = 'returned'::text) = (reason IS NOT NULL)))
);
alter table answer_review enable row level security;

create table appeal (
  region_id integer not null,
  id uuid not null,
  number text not null,
  account_id integer not null,
  message_id uuid not null,
  regime text not null,
  received_at timestamp with time zone not null,
  given_lat double precision,
  given_lon double precision,
  given_address text,
  consents_contact boolean not null default false,
  constraint appeal_pkey PRIMARY KEY (region_id, id),
  constraint appeal_regime_check CHECK ((regime = ANY (ARRAY['social'::text, 'platform'::text, 'law_59'::text]))),
  constraint appeal_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint appeal_region_id_message_id_fkey FOREIGN KEY (region_id, message_id) REFERENCES message(region_id, id),
  constraint appeal_region_id_number_key UNIQUE (region_id, number),
  constraint given_point_possible CHECK (((num_nonnulls(given_lat, given_lon) = ANY (ARRAY[0, 2])) AND ((given_lat IS NULL) OR ((abs(given_lat) <= (90)::double precision) AND (abs(given_lon) <= (180)::double precision) AND (NOT ((given_lat = (0)::double precision) AND (given_lon = (0)::double precision))))))),
  constraint one_appeal_of_a_message UNIQUE (region_id, message_id)
);
alter table appeal enable row level security;

create table appeal_asset (
  region_id integer not null,
  appeal_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  by_staff uuid,
  finding text not null,
  asset_id integer,
  meters real,
  candidates jsonb not null default '[]'::jsonb,
  constraint appeal_asset_finding_check CHECK ((finding = ANY (ARRAY['nearest'::text, 'several'::text, 'none'::text, 'chosen'::text, 'refused'::text]))),
  constraint appeal_asset_meters_check CHECK ((meters >= (0)::double precision)),
  constraint appeal_asset_pkey PRIMARY KEY (region_id, appeal_id, seq),
  constraint appeal_asset_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint appeal_asset_region_id_asset_id_fkey FOREIGN KEY (region_id, asset_id) REFERENCES asset(region_id, id),
  constraint appeal_asset_seq_check CHECK ((seq >= 1)),
  constraint found_is_named CHECK (((finding = ANY (ARRAY['nearest'::text, 'chosen'::text])) = (asset_id IS NOT NULL))),
  constraint person_says_it CHECK (((finding = ANY (ARRAY['chosen'::text, 'refused'::text])) <= (by_staff IS NOT NULL)))
);
alter table appeal_asset enable row level security;
comment on table appeal_asset is 'На каком объекте проблема: ближайший нужного вида, несколько равно близких или выбор человека';

create table appeal_file (
  region_id integer not null,
  appeal_id uuid not null,
  file_hash text not null,
  message_id uuid,
  side text not null,
  added_at timestamp with time zone not null,
  let_through_by uuid,
  constraint appeal_file_pkey PRIMARY KEY (region_id, appeal_id, file_hash),
  constraint appeal_file_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint appeal_file_region_id_file_hash_fkey FOREIGN KEY (region_id, file_hash) REFERENCES file(region_id, hash),
  constraint appeal_file_side_check CHECK ((side = ANY (ARRAY['resident'::text, 'staff'::text])))
);
alter table appeal_file enable row level security;

create table appeal_message (
  region_id integer not null,
  appeal_id uuid not null,
  message_id uuid not null,
  added_at timestamp with time zone not null,
  constraint appeal_message_pkey PRIMARY KEY (region_id, appeal_id, message_id),
  constraint appeal_message_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint appeal_message_region_id_message_id_fkey FOREIGN KEY (region_id, message_id) REFERENCES message(region_id, id) ON DELETE CASCADE
);
alter table appeal_message enable row level security;

create table appeal_move (
  region_id integer not null,
  appeal_id uuid not null,
  version integer not null,
  action text not null,
  from_stage text,
  to_stage text not null,
  at timestamp with time zone not null,
  by_staff uuid,
  by_whom text not null,
  reason text,
  note text,
  constraint appeal_move_action_check CHECK ((action = ANY (ARRAY['doubt'::text, 'assign'::text, 'start'::text, 'send_back'::text, 'ask'::text, 'reply'::text, 'submit'::text, 'return_draft'::text, 'answer_interim'::text, 'answer_final'::text, 'confirm'::text, 'dispute'::text, 'close_unconfirmed'::text, 'close_not_needed'::text, 'withdraw'::text, 'decline'::text, 'object'::text, 'reopen'::text, 'write_again'::text]))),
  constraint appeal_move_by_whom_check CHECK ((by_whom = ANY (ARRAY['machine'::text, 'staff'::text, 'resident'::text, 'clock'::text]))),
  constraint appeal_move_from_stage_check CHECK ((from_stage = ANY (ARRAY['triage'::text, 'assigned'::text, 'in_work'::text, 'clarifying'::text, 'on_approval'::text, 'answered'::text, 'closed'::text, 'declined'::text]))),
  constraint appeal_move_pkey PRIMARY KEY (region_id, appeal_id, version),
  constraint appeal_move_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint appeal_move_to_stage_check CHECK ((to_stage = ANY (ARRAY['triage'::text, 'assigned'::text, 'in_work'::text, 'clarifying'::text, 'on_approval'::text, 'answered'::text, 'closed'::text, 'declined'::text]))),
  constraint staff_move_has_author CHECK (((by_whom = 'staff'::text) = (by_staff IS NOT NULL)))
);
alter table appeal_move enable row level security;

create table appeal_state (
  region_id integer not null,
  appeal_id uuid not null,
  version integer not null,
  number text not null,
  stage text not null,
  stage_since timestamp with time zone not null,
  kind text not null,
  regime text not null,
  account_id integer not null,
  channel text not null,
  received_at timestamp with time zone not null,
  excerpt text not null,
  sector text,
  topic text,
  place_precision text not null,
  place_label text,
  lat double precision,
  lon double precision,
  municipality_id integer,
  authority_id integer,
  executor_id integer,
  assigned_authorities integer[] not null default '{}'::integer[],
  assignee uuid,
  incident_id uuid,
  danger_level text,
  kind_state text,
  answer_axis text not null default 'none'::text,
  closed_as text,
  declined_as text,
  due_at timestamp with time zone,
  is_overdue boolean not null default false,
  hops integer not null default 0,
  reopened integer not null default 0,
  needs_attention text,
  is_sensitive boolean not null default false,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint appeal_state_answer_axis_check CHECK ((answer_axis = ANY (ARRAY['none'::text, 'interim'::text, 'final'::text]))),
  constraint appeal_state_closed_as_check CHECK ((closed_as = ANY (ARRAY['confirmed'::text, 'no_reply'::text, 'not_needed'::text, 'withdrawn'::text]))),
  constraint appeal_state_danger_level_check CHECK ((danger_level = ANY (ARRAY['high'::text, 'emergency'::text]))),
  constraint appeal_state_declined_as_check CHECK ((declined_as = ANY (ARRAY['spam'::text, 'not_a_problem'::text, 'no_facts'::text, 'other_language'::text, 'withdrawn'::text]))),
  constraint appeal_state_kind_check CHECK ((kind = ANY (ARRAY['problem'::text, 'suggestion'::text, 'question'::text, 'thanks'::text, 'not_a_problem'::text, 'spam'::text]))),
  constraint appeal_state_kind_state_check CHECK ((kind_state = ANY (ARRAY['considered'::text, 'supported'::text, 'not_supported'::text, 'planned'::text, 'done'::text, 'explained'::text, 'passed_on'::text]))),
  constraint appeal_state_needs_attention_check CHECK ((needs_attention = ANY (ARRAY['topic_unsure'::text, 'kind_unsure'::text, 'responsible_unknown'::text, 'sent_back'::text, 'place_outside'::text, 'many_hops'::text, 'objection'::text, 'delivery_failed'::text]))),
  constraint appeal_state_pkey PRIMARY KEY (region_id, appeal_id),
  constraint appeal_state_place_precision_check CHECK ((place_precision = ANY (ARRAY['point'::text, 'house'::text, 'street'::text, 'settlement'::text, 'municipality'::text, 'region'::text, 'none'::text]))),
  constraint appeal_state_regime_check CHECK ((regime = ANY (ARRAY['social'::text, 'platform'::text, 'law_59'::text]))),
  constraint appeal_state_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint appeal_state_region_id_authority_id_fkey FOREIGN KEY (region_id, authority_id) REFERENCES authority(region_id, id),
  constraint appeal_state_region_id_municipality_id_fkey FOREIGN KEY (region_id, municipality_id) REFERENCES municipality(region_id, id),
  constraint appeal_state_region_id_topic_fkey FOREIGN KEY (region_id, topic) REFERENCES topic(region_id, code),
  constraint appeal_state_stage_check CHECK ((stage = ANY (ARRAY['triage'::text, 'assigned'::text, 'in_work'::text, 'clarifying'::text, 'on_approval'::text, 'answered'::text, 'closed'::text, 'declined'::text]))),
  constraint appeal_state_version_check CHECK ((version >= 1)),
  constraint closed_has_reason CHECK (((stage = 'closed'::text) = (closed_as IS NOT NULL))),
  constraint declined_has_reason CHECK (((stage = 'declined'::text) = (declined_as IS NOT NULL))),
  constraint triage_says_why CHECK ((((stage = 'triage'::text) = (needs_attention IS NOT NULL)) OR (needs_attention = 'delivery_failed'::text))),
  constraint working_has_authority CHECK (((stage = ANY (ARRAY['triage'::text, 'closed'::text, 'declined'::text, 'answered'::text])) OR (authority_id IS NOT NULL)))
);
alter table appeal_state enable row level security;
comment on table appeal_state is 'Текущее состояние карточки: одна строка, выводится из фактов';

create table appeal_text (
  region_id integer not null,
  appeal_id uuid not null,
  masked_text text not null,
  stems bigint[] not null default '{}'::bigint[],
  search tsvector generated always as (to_tsvector('russian'::regconfig, translate(masked_text, 'ёЁ'::text, 'еЕ'::text))) stored,
  constraint appeal_text_pkey PRIMARY KEY (region_id, appeal_id),
  constraint appeal_text_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE
);
alter table appeal_text enable row level security;
comment on table appeal_text is 'Текст без персональных данных: его видят, по нему ищут';

create table asset (
  region_id integer not null,
  id integer not null,
  kind text not null,
  source text not null,
  external_id text not null,
  name text,
  number text,
  owner_id integer,
  municipality_id integer,
  settlement_id integer,
  street_id integer,
  lat double precision not null,
  lon double precision not null,
  shape jsonb,
  source_date date,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint asset_external_id_check CHECK ((external_id <> ''::text)),
  constraint asset_kind_check CHECK ((kind = ANY (ARRAY['building'::text, 'yard'::text, 'playground'::text, 'sports_ground'::text, 'lamp'::text, 'tree'::text, 'green_area'::text, 'park'::text, 'forest'::text, 'water'::text, 'container_site'::text, 'landfill'::text, 'manhole'::text, 'storm_drain'::text, 'toilet'::text, 'road_segment'::text, 'sidewalk'::text, 'crossing'::text, 'traffic_light'::text, 'road_sign'::text, 'bridge'::text, 'parking'::text, 'stop'::text, 'station'::text, 'rail_crossing'::text, 'pipeline'::text, 'power_line'::text, 'construction_site'::text, 'cemetery'::text, 'memorial'::text, 'school'::text, 'kindergarten'::text, 'college'::text, 'clinic'::text, 'social_institution'::text, 'culture_place'::text, 'sports_place'::text, 'office'::text, 'shop'::text, 'market'::text, 'pharmacy'::text, 'bank'::text, 'post_office'::text, 'cafe'::text, 'hotel'::text, 'fuel_station'::text, 'worship_place'::text, 'other'::text]))),
  constraint asset_name_check CHECK ((name <> ''::text)),
  constraint asset_number_check CHECK ((number <> ''::text)),
  constraint asset_pkey PRIMARY KEY (region_id, id),
  constraint asset_point_possible CHECK (((abs(lat) <= (90)::double precision) AND (abs(lon) <= (180)::double precision) AND (NOT ((lat = (0)::double precision) AND (lon = (0)::double precision))))),
  constraint asset_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint asset_region_id_municipality_id_fkey FOREIGN KEY (region_id, municipality_id) REFERENCES municipality(region_id, id),
  constraint asset_region_id_owner_id_fkey FOREIGN KEY (region_id, owner_id) REFERENCES authority(region_id, id),
  constraint asset_region_id_settlement_id_fkey FOREIGN KEY (region_id, settlement_id) REFERENCES settlement(region_id, id),
  constraint asset_region_id_street_id_fkey FOREIGN KEY (region_id, street_id) REFERENCES street(region_id, id),
  constraint asset_shape_is_geometry CHECK (((shape IS NULL) OR (jsonb_typeof((shape -> 'coordinates'::text)) = 'array'::text))),
  constraint asset_source_check CHECK ((source <> ''::text)),
  constraint asset_taken_once UNIQUE (region_id, source, kind, external_id)
);
alter table asset enable row level security;
comment on table asset is 'Объект: фонарь, остановка, площадка, участок дороги, парк — и его балансодержатель';
comment on column asset.owner_id is 'Балансодержатель или управляющая компания; null — не известен';
comment on column asset.lat is 'Точка на самом объекте: подпись и метка карты';
comment on column asset.shape is 'Линия или площадь, GeoJSON; null — объект точечный, он в lat, lon';
comment on column asset.removed_at is 'Снят с учёта: не ищется, но карточки помнят его';

create table asset_cell (
  region_id integer not null,
  cell text not null,
  kind text not null,
  asset_id integer not null,
  constraint asset_cell_pkey PRIMARY KEY (region_id, cell, kind, asset_id),
  constraint asset_cell_region_id_asset_id_fkey FOREIGN KEY (region_id, asset_id) REFERENCES asset(region_id, id) ON DELETE CASCADE
);
alter table asset_cell enable row level security;
comment on table asset_cell is 'Ячейки H3, которых касается объект: чем он больше, тем крупнее; сняли с учёта — ячеек нет';

create table assignment (
  region_id integer not null,
  id uuid not null,
  appeal_id uuid not null,
  authority_id integer not null,
  executor_id integer,
  task text not null,
  due_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  done_at timestamp with time zone,
  done_by uuid,
  report text,
  constraint assignment_pkey PRIMARY KEY (region_id, id),
  constraint assignment_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint assignment_region_id_authority_id_fkey FOREIGN KEY (region_id, authority_id) REFERENCES authority(region_id, id),
  constraint assignment_region_id_executor_id_fkey FOREIGN KEY (region_id, executor_id) REFERENCES executor(region_id, id),
  constraint assignment_task_check CHECK ((task <> ''::text)),
  constraint done_has_report CHECK ((num_nonnulls(done_at, done_by, report) = ANY (ARRAY[0, 3])))
);
alter table assignment enable row level security;
comment on table assignment is 'Поручение исполнителю';

create table audit_entry (
  region_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null default '{}'::jsonb,
  constraint audit_entry_pkey PRIMARY KEY (region_id, id),
  constraint audit_entry_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table audit_entry enable row level security;

create table authority (
  region_id integer not null,
  id integer not null,
  name text not null,
  short_name text not null,
  kind text not null,
  municipality_id integer,
  parent_id integer,
  contact text,
  constraint authority_pkey PRIMARY KEY (region_id, id),
  constraint authority_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint authority_region_id_municipality_id_fkey FOREIGN KEY (region_id, municipality_id) REFERENCES municipality(region_id, id),
  constraint authority_region_id_parent_id_fkey FOREIGN KEY (region_id, parent_id) REFERENCES authority(region_id, id)
);
alter table authority enable row level security;
comment on table authority is 'Ответственная организация: орган власти, управляющая компания, оператор';

create table calendar_year (
  region_id integer not null,
  year integer not null,
  calendar jsonb not null,
  provisional boolean not null,
  constraint calendar_year_pkey PRIMARY KEY (region_id, year),
  constraint calendar_year_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table calendar_year enable row level security;

create table channel_account (
  region_id integer not null,
  id integer not null,
  channel text not null,
  name text not null,
  key text not null,
  sealed_settings bytea not null,
  is_enabled boolean not null default true,
  constraint channel_account_pkey PRIMARY KEY (region_id, id),
  constraint channel_account_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint channel_account_region_id_key_key UNIQUE (region_id, key)
);
alter table channel_account enable row level security;
comment on column channel_account.sealed_settings is 'Настройки с ключами доступа, зашифрованы';

create table clarification (
  region_id integer not null,
  id uuid not null,
  appeal_id uuid not null,
  question text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  answered_at timestamp with time zone,
  message_id uuid,
  constraint clarification_pkey PRIMARY KEY (region_id, id),
  constraint clarification_question_check CHECK ((question <> ''::text)),
  constraint clarification_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE
);
alter table clarification enable row level security;

create table confirmation (
  region_id integer not null,
  appeal_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  verdict text not null,
  reason text,
  message_id uuid,
  constraint confirmation_pkey PRIMARY KEY (region_id, appeal_id, seq),
  constraint confirmation_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint confirmation_seq_check CHECK ((seq >= 1)),
  constraint confirmation_verdict_check CHECK ((verdict = ANY (ARRAY['fixed'::text, 'not_fixed'::text, 'no_reply'::text])))
);
alter table confirmation enable row level security;

create table correction (
  region_id integer not null,
  id uuid not null,
  appeal_id uuid not null,
  field text not null,
  was text,
  became text,
  model_version text not null,
  at timestamp with time zone not null,
  by_staff uuid not null,
  constraint correction_field_check CHECK ((field = ANY (ARRAY['kind'::text, 'topic'::text, 'place'::text, 'responsible'::text, 'incident'::text]))),
  constraint correction_pkey PRIMARY KEY (region_id, id),
  constraint correction_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE
);
alter table correction enable row level security;
comment on table correction is 'Исправление человека: на нём учится модель';

create table daily_count (
  region_id integer not null,
  day date not null,
  event text not null,
  municipality_id integer not null,
  topic text not null,
  channel text not null,
  has_place boolean not null,
  n integer not null,
  constraint daily_count_event_check CHECK ((event = ANY (ARRAY['received'::text, 'answered'::text, 'confirmed'::text, 'disputed'::text, 'overdue'::text]))),
  constraint daily_count_n_check CHECK ((n >= 0)),
  constraint daily_count_pkey PRIMARY KEY (region_id, day, event, municipality_id, topic, channel, has_place),
  constraint daily_count_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table daily_count enable row level security;
comment on column daily_count.municipality_id is '0 — место не установлено: ключ не терпит null';

create table deadline (
  region_id integer not null,
  appeal_id uuid not null,
  clock text not null,
  seq integer not null default 1,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  warn_at timestamp with time zone[] not null default '{}'::timestamp with time zone[],
  is_provisional boolean not null,
  basis text not null,
  met_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  paused_at timestamp with time zone,
  remaining_minutes integer,
  extended_to timestamp with time zone,
  extended_reason text,
  warned_level integer not null default 0,
  next_check_at timestamp with time zone,
  constraint deadline_basis_check CHECK ((basis <> ''::text)),
  constraint deadline_pkey PRIMARY KEY (region_id, appeal_id, clock, seq),
  constraint deadline_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint deadline_remaining_minutes_check CHECK ((remaining_minutes >= 0)),
  constraint deadline_warned_level_check CHECK ((warned_level = ANY (ARRAY[0, 50, 80, 100]))),
  constraint extension_has_reason CHECK (((extended_to IS NULL) = (extended_reason IS NULL))),
  constraint met_or_cancelled_not_both CHECK (((met_at IS NULL) OR (cancelled_at IS NULL))),
  constraint pause_keeps_rest CHECK (((paused_at IS NULL) = (remaining_minutes IS NULL)))
);
alter table deadline enable row level security;

create table delivery (
  region_id integer not null,
  id uuid not null,
  appeal_id uuid not null,
  answer_id uuid,
  purpose text not null,
  text text not null,
  state text not null,
  attempts integer not null default 0,
  claimed_at timestamp with time zone,
  next_at timestamp with time zone,
  external_id text,
  detail text,
  fallback boolean not null default false,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  constraint delivery_pkey PRIMARY KEY (region_id, id),
  constraint delivery_purpose_check CHECK ((purpose = ANY (ARRAY['registered'::text, 'question'::text, 'extended'::text, 'interim'::text, 'final'::text, 'confirm_request'::text, 'declined'::text]))),
  constraint delivery_region_id_answer_id_fkey FOREIGN KEY (region_id, answer_id) REFERENCES answer(region_id, id) ON DELETE CASCADE,
  constraint delivery_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'sent'::text, 'retry'::text, 'uncertain'::text, 'undeliverable'::text, 'misconfigured'::text, 'manual'::text]))),
  constraint delivery_text_check CHECK ((text <> ''::text)),
  constraint sent_is_settled CHECK (((state = 'sent'::text) <= (settled_at IS NOT NULL)))
);
alter table delivery enable row level security;

create table delivery_attempt (
  region_id integer not null,
  delivery_id uuid not null,
  attempt integer not null,
  at timestamp with time zone not null,
  outcome text not null,
  detail text,
  constraint delivery_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'retry'::text, 'uncertain'::text, 'undeliverable'::text, 'misconfigured'::text, 'manual'::text]))),
  constraint delivery_attempt_pkey PRIMARY KEY (region_id, delivery_id, attempt),
  constraint delivery_attempt_region_id_delivery_id_fkey FOREIGN KEY (region_id, delivery_id) REFERENCES delivery(region_id, id) ON DELETE CASCADE
);
alter table delivery_attempt enable row level security;

create table executor (
  region_id integer not null,
  id integer not null,
  authority_id integer not null,
  name text not null,
  constraint executor_pkey PRIMARY KEY (region_id, id),
  constraint executor_region_id_authority_id_fkey FOREIGN KEY (region_id, authority_id) REFERENCES authority(region_id, id),
  constraint executor_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table executor enable row level security;
comment on table executor is 'Исполнитель внутри ответственной организации';

create table file (
  region_id integer not null,
  hash text not null,
  media_type text not null,
  size_bytes integer not null,
  width integer,
  height integer,
  created_at timestamp with time zone not null,
  constraint file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint file_pkey PRIMARY KEY (region_id, hash),
  constraint file_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table file enable row level security;

create table house (
  region_id integer not null,
  id integer not null,
  street_id integer not null,
  number text not null,
  number_base integer not null,
  lat double precision not null,
  lon double precision not null,
  manager_id integer,
  constraint house_pkey PRIMARY KEY (region_id, id),
  constraint house_point_possible CHECK (((abs(lat) <= (90)::double precision) AND (abs(lon) <= (180)::double precision) AND (NOT ((lat = (0)::double precision) AND (lon = (0)::double precision))))),
  constraint house_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint house_region_id_manager_id_fkey FOREIGN KEY (region_id, manager_id) REFERENCES authority(region_id, id),
  constraint house_region_id_street_id_fkey FOREIGN KEY (region_id, street_id) REFERENCES street(region_id, id)
);
alter table house enable row level security;

create table incident (
  region_id integer not null,
  id uuid not null,
  topic text,
  created_at timestamp with time zone not null,
  last_reported_at timestamp with time zone not null,
  appeals integer not null default 1,
  place_precision text not null,
  lat double precision,
  lon double precision,
  h3_5 text,
  h3_7 text,
  h3_9 text,
  municipality_id integer,
  settlement_id integer,
  street_id integer,
  house_id integer,
  shape jsonb,
  stems bigint[] not null default '{}'::bigint[],
  shape_origin text,
  topics jsonb not null default '[]'::jsonb,
  constraint incident_appeals_check CHECK ((appeals >= 0)),
  constraint incident_pkey PRIMARY KEY (region_id, id),
  constraint incident_place_precision_check CHECK ((place_precision = ANY (ARRAY['point'::text, 'house'::text, 'street'::text, 'settlement'::text, 'municipality'::text, 'region'::text, 'none'::text]))),
  constraint incident_point_whole CHECK ((num_nonnulls(lat, lon, h3_5, h3_7, h3_9) = ANY (ARRAY[0, 5]))),
  constraint incident_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint incident_region_id_municipality_id_fkey FOREIGN KEY (region_id, municipality_id) REFERENCES municipality(region_id, id),
  constraint incident_region_id_topic_fkey FOREIGN KEY (region_id, topic) REFERENCES topic(region_id, code),
  constraint incident_shape_origin_check CHECK ((shape_origin = ANY (ARRAY['object'::text, 'street'::text, 'stretch'::text, 'drawn'::text]))),
  constraint shape_has_origin CHECK (((shape IS NULL) = (shape_origin IS NULL)))
);
alter table incident enable row level security;
comment on table incident is 'Одна настоящая проблема, о которой сообщил один или многие';
comment on column incident.shape is 'Линия или площадь проблемы, GeoJSON; null — точка. Квартиры и дома жителей не рисуются';
comment on column incident.topics is 'Догадки о теме с уверенностью: пересказ другими словами узнаётся и под соседней темой';

create table incident_appeal (
  region_id integer not null,
  appeal_id uuid not null,
  incident_id uuid not null,
  joined_at timestamp with time zone not null,
  by_staff uuid,
  reason text not null,
  score real not null default 1,
  constraint incident_appeal_pkey PRIMARY KEY (region_id, appeal_id),
  constraint incident_appeal_reason_check CHECK ((reason = ANY (ARRAY['first_report'::text, 'same_words'::text, 'same_house_and_topic'::text, 'near_and_similar'::text, 'same_street_and_similar'::text, 'said_by_resident'::text, 'said_by_operator'::text, 'merged_by_hand'::text, 'split_by_hand'::text]))),
  constraint incident_appeal_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint incident_appeal_region_id_incident_id_fkey FOREIGN KEY (region_id, incident_id) REFERENCES incident(region_id, id)
);
alter table incident_appeal enable row level security;

create table incident_merge (
  region_id integer not null,
  id uuid not null,
  from_incident uuid not null,
  into_incident uuid not null,
  appeal_ids uuid[] not null,
  at timestamp with time zone not null,
  by_staff uuid not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint incident_merge_appeal_ids_check CHECK ((cardinality(appeal_ids) > 0)),
  constraint incident_merge_pkey PRIMARY KEY (region_id, id),
  constraint incident_merge_region_id_from_incident_fkey FOREIGN KEY (region_id, from_incident) REFERENCES incident(region_id, id) ON DELETE CASCADE,
  constraint incident_merge_region_id_into_incident_fkey FOREIGN KEY (region_id, into_incident) REFERENCES incident(region_id, id) ON DELETE CASCADE,
  constraint merged_are_two CHECK ((from_incident <> into_incident)),
  constraint undoing_has_author CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
);
alter table incident_merge enable row level security;
comment on table incident_merge is 'Проблемы объединены целиком: какая в какую и какие карточки перешли';

create table incident_move (
  region_id integer not null,
  incident_id uuid not null,
  version integer not null,
  from_state text,
  to_state text not null,
  at timestamp with time zone not null,
  by_staff uuid,
  by_whom text not null,
  appeal_id uuid,
  constraint incident_move_by_whom_check CHECK ((by_whom = ANY (ARRAY['machine'::text, 'staff'::text, 'resident'::text, 'clock'::text]))),
  constraint incident_move_from_state_check CHECK ((from_state = ANY (ARRAY['unconfirmed'::text, 'confirmed'::text, 'in_work'::text, 'scheduled'::text, 'needs_money'::text, 'fixed_reported'::text, 'fixed_confirmed'::text, 'verified_on_site'::text, 'disputed'::text, 'refused'::text, 'outside_powers'::text]))),
  constraint incident_move_pkey PRIMARY KEY (region_id, incident_id, version),
  constraint incident_move_region_id_incident_id_fkey FOREIGN KEY (region_id, incident_id) REFERENCES incident(region_id, id) ON DELETE CASCADE,
  constraint incident_move_to_state_check CHECK ((to_state = ANY (ARRAY['unconfirmed'::text, 'confirmed'::text, 'in_work'::text, 'scheduled'::text, 'needs_money'::text, 'fixed_reported'::text, 'fixed_confirmed'::text, 'verified_on_site'::text, 'disputed'::text, 'refused'::text, 'outside_powers'::text])))
);
alter table incident_move enable row level security;

create table incident_state (
  region_id integer not null,
  incident_id uuid not null,
  version integer not null default 1,
  state text not null,
  since timestamp with time zone not null,
  scheduled_on date,
  money_sum bigint,
  review_on date,
  handed_to text,
  refused_why text,
  constraint incident_state_money_sum_check CHECK ((money_sum > 0)),
  constraint incident_state_pkey PRIMARY KEY (region_id, incident_id),
  constraint incident_state_region_id_incident_id_fkey FOREIGN KEY (region_id, incident_id) REFERENCES incident(region_id, id) ON DELETE CASCADE,
  constraint incident_state_state_check CHECK ((state = ANY (ARRAY['unconfirmed'::text, 'confirmed'::text, 'in_work'::text, 'scheduled'::text, 'needs_money'::text, 'fixed_reported'::text, 'fixed_confirmed'::text, 'verified_on_site'::text, 'disputed'::text, 'refused'::text, 'outside_powers'::text]))),
  constraint needs_money_has_sum_and_review CHECK (((state <> 'needs_money'::text) OR ((money_sum IS NOT NULL) AND (review_on IS NOT NULL)))),
  constraint outside_powers_says_whose CHECK (((state <> 'outside_powers'::text) OR (handed_to IS NOT NULL))),
  constraint refused_says_why CHECK (((state <> 'refused'::text) OR (refused_why IS NOT NULL))),
  constraint scheduled_has_date CHECK (((state <> 'scheduled'::text) OR (scheduled_on IS NOT NULL)))
);
alter table incident_state enable row level security;
comment on table incident_state is 'Вторая ось: что произошло с проблемой на самом деле';

create table message (
  region_id integer not null,
  id uuid not null,
  account_id integer not null,
  external_id text not null,
  thread_hash bytea not null,
  direction text not null,
  is_public boolean not null,
  is_automatic boolean not null default false,
  sent_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint message_pkey PRIMARY KEY (region_id, id),
  constraint message_region_id_account_id_fkey FOREIGN KEY (region_id, account_id) REFERENCES channel_account(region_id, id),
  constraint message_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint message_taken_once UNIQUE (region_id, account_id, external_id)
);
alter table message enable row level security;
comment on table message is 'Один текст в одном канале. Содержание — в message_version, зашифровано';

create table message_version (
  region_id integer not null,
  message_id uuid not null,
  version integer not null,
  at timestamp with time zone not null,
  sealed bytea not null,
  constraint message_version_pkey PRIMARY KEY (region_id, message_id, version),
  constraint message_version_region_id_message_id_fkey FOREIGN KEY (region_id, message_id) REFERENCES message(region_id, id) ON DELETE CASCADE,
  constraint message_version_version_check CHECK ((version >= 1))
);
alter table message_version enable row level security;

create table model (
  region_id integer not null,
  id uuid not null,
  kind text not null,
  version text not null,
  base_version text,
  origin text not null,
  state text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  used_since timestamp with time zone,
  learnt_from jsonb not null default '{}'::jsonb,
  measured jsonb,
  bytes bytea,
  constraint model_kind_check CHECK ((kind = ANY (ARRAY['topics'::text, 'owners'::text]))),
  constraint model_origin_check CHECK ((origin = ANY (ARRAY['trained'::text, 'imported'::text]))),
  constraint model_pkey PRIMARY KEY (region_id, id),
  constraint model_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint model_region_id_kind_version_key UNIQUE (region_id, kind, version),
  constraint model_state_check CHECK ((state = ANY (ARRAY['candidate'::text, 'in_use'::text, 'retired'::text, 'lost'::text]))),
  constraint model_version_check CHECK ((version <> ''::text)),
  constraint used_has_time_and_bytes CHECK (((state <> 'in_use'::text) OR ((used_since IS NOT NULL) AND (bytes IS NOT NULL))))
);
alter table model enable row level security;
comment on table model is 'Модель, обученная на истории региона: в файле весов нет ни слова жителей';
comment on column model.made_by is 'Кто попросил обучить; null — командой';
comment on column model.measured is 'Числа на новейшем месяце: своей и той, что действовала';
comment on column model.bytes is 'Файл весов; у давно отставленных стёрт';

create table model_training (
  region_id integer not null,
  id uuid not null,
  kind text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  outcome text,
  model_id uuid,
  details jsonb not null default '{}'::jsonb,
  beat_at timestamp with time zone,
  constraint ended_has_outcome CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  constraint model_training_kind_check CHECK ((kind = ANY (ARRAY['topics'::text, 'owners'::text]))),
  constraint model_training_outcome_check CHECK ((outcome = ANY (ARRAY['promoted'::text, 'kept_old'::text, 'too_few'::text, 'failed'::text]))),
  constraint model_training_pkey PRIMARY KEY (region_id, id),
  constraint model_training_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint model_training_region_id_model_id_fkey FOREIGN KEY (region_id, model_id) REFERENCES model(region_id, id)
);
alter table model_training enable row level security;
comment on table model_training is 'Обучение на своей истории: просьба, ход, исход';
comment on column model_training.beat_at is 'Последний признак жизни: кто давно молчит, остановлен вместе со своей программой';

create table municipality (
  region_id integer not null,
  id integer not null,
  name text not null,
  oktmo text,
  population integer,
  boundary jsonb,
  constraint municipality_pkey PRIMARY KEY (region_id, id),
  constraint municipality_population_check CHECK ((population >= 0)),
  constraint municipality_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table municipality enable row level security;

create table note (
  region_id integer not null,
  id uuid not null,
  appeal_id uuid not null,
  at timestamp with time zone not null,
  by_staff uuid not null,
  text text not null,
  constraint note_pkey PRIMARY KEY (region_id, id),
  constraint note_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint note_text_check CHECK ((text <> ''::text))
);
alter table note enable row level security;

create table promise (
  region_id integer not null,
  id uuid not null,
  appeal_id uuid not null,
  answer_id uuid not null,
  promised_on date not null,
  asked_at timestamp with time zone,
  kept boolean,
  settled_at timestamp with time zone,
  constraint kept_is_settled CHECK (((kept IS NULL) = (settled_at IS NULL))),
  constraint promise_pkey PRIMARY KEY (region_id, id),
  constraint promise_region_id_answer_id_fkey FOREIGN KEY (region_id, answer_id) REFERENCES answer(region_id, id) ON DELETE CASCADE,
  constraint promise_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE
);
alter table promise enable row level security;

create table rating (
  region_id integer not null,
  appeal_id uuid not null,
  subject text not null,
  score integer not null,
  at timestamp with time zone not null,
  constraint rating_pkey PRIMARY KEY (region_id, appeal_id, subject),
  constraint rating_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint rating_score_check CHECK (((score >= 1) AND (score <= 5))),
  constraint rating_subject_check CHECK ((subject = ANY (ARRAY['answer'::text, 'fix'::text])))
);
alter table rating enable row level security;

create table raw_payload (
  region_id integer not null,
  id uuid not null,
  account_id integer not null,
  received_at timestamp with time zone not null,
  sealed bytea not null,
  outcome text not null,
  detail text,
  expires_at timestamp with time zone not null,
  constraint raw_payload_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'taken'::text, 'unknown'::text, 'ignored'::text, 'refused'::text]))),
  constraint raw_payload_pkey PRIMARY KEY (region_id, id),
  constraint raw_payload_region_id_account_id_fkey FOREIGN KEY (region_id, account_id) REFERENCES channel_account(region_id, id),
  constraint raw_payload_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table raw_payload enable row level security;
comment on table raw_payload is 'Сырой вход канала: зашифрован, виден администратору, живёт 30 дней';

create table refused_file (
  region_id integer not null,
  id uuid not null,
  appeal_id uuid not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint refused_file_pkey PRIMARY KEY (region_id, id),
  constraint refused_file_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE
);
alter table refused_file enable row level security;

create table region (
  id integer not null generated always as identity,
  slug text not null,
  name text not null,
  time_zone text not null,
  hosts text[] not null default '{}'::text[],
  is_default boolean not null default false,
  working_hours jsonb not null,
  bounds jsonb,
  created_at timestamp with time zone not null,
  constraint region_name_check CHECK ((name <> ''::text)),
  constraint region_pkey PRIMARY KEY (id),
  constraint region_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
  constraint region_slug_key UNIQUE (slug)
);
comment on table region is 'Регион: единица изоляции и распределения';

create table region_layer (
  region_id integer not null,
  name text not null,
  features jsonb not null,
  constraint region_layer_name_check CHECK ((name = ANY (ARRAY['water'::text, 'rivers'::text, 'roads'::text, 'settlements'::text, 'landuse'::text]))),
  constraint region_layer_pkey PRIMARY KEY (region_id, name),
  constraint region_layer_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table region_layer enable row level security;
comment on table region_layer is 'Слои нашей подложки карты, GeoJSON';

create table register_finding_dismissal (
  region_id integer not null,
  id uuid not null,
  topic text,
  responsible_kind text,
  municipality_id integer,
  owner_id integer,
  authority_id integer not null,
  cases integer not null,
  ended integer not null,
  at timestamp with time zone not null,
  by_staff uuid not null,
  reason text not null,
  constraint dismissal_is_about_one_matter CHECK ((num_nonnulls(topic, responsible_kind) = 1)),
  constraint register_finding_dismissal_cases_check CHECK ((cases > 0)),
  constraint register_finding_dismissal_check CHECK (((ended >= 0) AND (ended <= cases))),
  constraint register_finding_dismissal_pkey PRIMARY KEY (region_id, id),
  constraint register_finding_dismissal_reason_check CHECK ((reason <> ''::text)),
  constraint register_finding_dismissal_region_id_authority_id_fkey FOREIGN KEY (region_id, authority_id) REFERENCES authority(region_id, id),
  constraint register_finding_dismissal_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint register_finding_dismissal_region_id_municipality_id_fkey FOREIGN KEY (region_id, municipality_id) REFERENCES municipality(region_id, id),
  constraint register_finding_dismissal_region_id_owner_id_fkey FOREIGN KEY (region_id, owner_id) REFERENCES authority(region_id, id),
  constraint register_finding_dismissal_region_id_topic_fkey FOREIGN KEY (region_id, topic) REFERENCES topic(region_id, code)
);
alter table register_finding_dismissal enable row level security;
comment on table register_finding_dismissal is 'Расхождение реестра с историей, отклонённое человеком: почему и при каких числах';

create table responsibility (
  region_id integer not null,
  appeal_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  by_staff uuid,
  cause text not null,
  authority_id integer,
  executor_id integer,
  rule_id integer,
  explanation jsonb not null,
  note text,
  constraint executor_needs_authority CHECK (((executor_id IS NULL) OR (authority_id IS NOT NULL))),
  constraint responsibility_cause_check CHECK ((cause = ANY (ARRAY['first'::text, 'correction'::text, 'transfer'::text, 'sent_back'::text, 'arbiter'::text]))),
  constraint responsibility_pkey PRIMARY KEY (region_id, appeal_id, seq),
  constraint responsibility_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint responsibility_region_id_authority_id_fkey FOREIGN KEY (region_id, authority_id) REFERENCES authority(region_id, id),
  constraint responsibility_region_id_executor_id_fkey FOREIGN KEY (region_id, executor_id) REFERENCES executor(region_id, id),
  constraint responsibility_seq_check CHECK ((seq >= 1))
);
alter table responsibility enable row level security;

create table responsibility_rule (
  region_id integer not null,
  id integer not null,
  topic text,
  sector text,
  responsible_kind text,
  municipality_id integer,
  authority_id integer not null,
  executor_id integer,
  source text not null,
  source_date date not null,
  added_at timestamp with time zone,
  added_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_why text,
  replaced_by integer,
  constraint responsibility_rule_pkey PRIMARY KEY (region_id, id),
  constraint responsibility_rule_region_id_authority_id_fkey FOREIGN KEY (region_id, authority_id) REFERENCES authority(region_id, id),
  constraint responsibility_rule_region_id_executor_id_fkey FOREIGN KEY (region_id, executor_id) REFERENCES executor(region_id, id),
  constraint responsibility_rule_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint responsibility_rule_region_id_municipality_id_fkey FOREIGN KEY (region_id, municipality_id) REFERENCES municipality(region_id, id),
  constraint responsibility_rule_region_id_topic_fkey FOREIGN KEY (region_id, topic) REFERENCES topic(region_id, code),
  constraint responsibility_rule_source_check CHECK ((source <> ''::text)),
  constraint rule_added_by_somebody_sometime CHECK (((added_by IS NULL) OR (added_at IS NOT NULL))),
  constraint rule_is_about_something CHECK ((num_nonnulls(topic, sector, responsible_kind) >= 1)),
  constraint withdrawal_by_somebody_sometime CHECK (((withdrawn_by IS NULL) OR (withdrawn_at IS NOT NULL))),
  constraint withdrawal_says_why CHECK (((withdrawn_at IS NULL) = (num_nonnulls(withdrawn_why, replaced_by) = 0)))
);
alter table responsibility_rule enable row level security;
comment on table responsibility_rule is 'Реестр ответственности: тема × территория × владелец → организация, исполнитель';

create table said_same (
  region_id integer not null,
  appeal_id uuid not null,
  incident_id uuid not null,
  said_by text not null,
  at timestamp with time zone not null,
  constraint said_same_pkey PRIMARY KEY (region_id, appeal_id),
  constraint said_same_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint said_same_region_id_incident_id_fkey FOREIGN KEY (region_id, incident_id) REFERENCES incident(region_id, id) ON DELETE CASCADE,
  constraint said_same_said_by_check CHECK ((said_by = ANY (ARRAY['resident'::text, 'operator'::text])))
);
alter table said_same enable row level security;
comment on table said_same is '«Я тоже это вижу»: житель или оператор сразу назвал проблему';

create table settlement (
  region_id integer not null,
  id integer not null,
  municipality_id integer not null,
  name text not null,
  kind text not null,
  population integer,
  lat double precision,
  lon double precision,
  parent_id integer,
  constraint settlement_pkey PRIMARY KEY (region_id, id),
  constraint settlement_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint settlement_region_id_municipality_id_fkey FOREIGN KEY (region_id, municipality_id) REFERENCES municipality(region_id, id),
  constraint settlement_region_id_parent_id_fkey FOREIGN KEY (region_id, parent_id) REFERENCES settlement(region_id, id)
);
alter table settlement enable row level security;
comment on column settlement.parent_id is 'Часть чего: территория посёлка, бывшая деревня в черте города; null — сам по себе';

create table sign_in_attempt (
  region_id integer not null,
  key_hash bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (region_id, key_hash),
  constraint sign_in_attempt_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table sign_in_attempt enable row level security;

create table staff (
  region_id integer not null,
  id uuid not null,
  login text not null,
  name text not null,
  "position" text,
  password_hash text not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint staff_pkey PRIMARY KEY (region_id, id),
  constraint staff_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint staff_region_id_login_key UNIQUE (region_id, login)
);
alter table staff enable row level security;

create table staff_grant (
  region_id integer not null,
  id uuid not null,
  staff_id uuid not null,
  role text not null,
  municipality_id integer,
  authority_id integer,
  sectors text[] not null default '{}'::text[],
  constraint executor_has_authority CHECK (((role <> 'executor'::text) OR (authority_id IS NOT NULL))),
  constraint staff_grant_pkey PRIMARY KEY (region_id, id),
  constraint staff_grant_region_id_authority_id_fkey FOREIGN KEY (region_id, authority_id) REFERENCES authority(region_id, id),
  constraint staff_grant_region_id_municipality_id_fkey FOREIGN KEY (region_id, municipality_id) REFERENCES municipality(region_id, id),
  constraint staff_grant_region_id_staff_id_fkey FOREIGN KEY (region_id, staff_id) REFERENCES staff(region_id, id) ON DELETE CASCADE,
  constraint staff_grant_role_check CHECK ((role = ANY (ARRAY['moderator'::text, 'operator'::text, 'coordinator'::text, 'curator'::text, 'executor'::text, 'approver'::text, 'inspector'::text, 'analyst'::text, 'leader'::text, 'administrator'::text, 'data_officer'::text])))
);
alter table staff_grant enable row level security;

create table staff_session (
  region_id integer not null,
  id_hash bytea not null,
  staff_id uuid not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint staff_session_pkey PRIMARY KEY (region_id, id_hash),
  constraint staff_session_region_id_staff_id_fkey FOREIGN KEY (region_id, staff_id) REFERENCES staff(region_id, id) ON DELETE CASCADE
);
alter table staff_session enable row level security;

create table street (
  region_id integer not null,
  id integer not null,
  settlement_id integer not null,
  name text not null,
  kind text not null,
  old_names text[] not null default '{}'::text[],
  owner_id integer,
  lat double precision,
  lon double precision,
  constraint street_pkey PRIMARY KEY (region_id, id),
  constraint street_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE,
  constraint street_region_id_owner_id_fkey FOREIGN KEY (region_id, owner_id) REFERENCES authority(region_id, id),
  constraint street_region_id_settlement_id_fkey FOREIGN KEY (region_id, settlement_id) REFERENCES settlement(region_id, id)
);
alter table street enable row level security;

create table topic (
  region_id integer not null,
  code text not null,
  sector text not null,
  passport jsonb not null,
  is_active boolean not null default true,
  added_at timestamp with time zone,
  added_by uuid,
  constraint topic_added_by_somebody_sometime CHECK (((added_by IS NULL) OR (added_at IS NOT NULL))),
  constraint topic_code_check CHECK ((code ~ '^[a-z0-9_]+$'::text)),
  constraint topic_pkey PRIMARY KEY (region_id, code),
  constraint topic_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id) ON DELETE CASCADE
);
alter table topic enable row level security;
comment on table topic is 'Тема с паспортом; поставляется файлами, регион может менять';
comment on column topic.added_at is 'Когда регион добавил тему; null — поставляется с системой';

create table understanding (
  region_id integer not null,
  appeal_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  by_staff uuid,
  model_version text not null,
  kind text not null,
  kind_confidence real not null,
  kind_reason text not null,
  topic text,
  topic_confidence real,
  topic_candidates jsonb not null default '[]'::jsonb,
  topic_words text[] not null default '{}'::text[],
  acts_alone boolean not null,
  place_precision text not null,
  lat double precision,
  lon double precision,
  h3_5 text,
  h3_7 text,
  h3_9 text,
  municipality_id integer,
  settlement_id integer,
  street_id integer,
  house_id integer,
  place_words text[] not null default '{}'::text[],
  place_candidates jsonb not null default '[]'::jsonb,
  is_outside boolean not null default false,
  danger text,
  danger_level text,
  danger_words text[] not null default '{}'::text[],
  masked_kinds text[] not null default '{}'::text[],
  language text not null default 'ru'::text,
  language_confidence real not null default 0,
  is_transliterated boolean not null default false,
  is_rude boolean not null default false,
  constraint danger_has_level CHECK (((danger IS NULL) = (danger_level IS NULL))),
  constraint point_is_whole CHECK ((num_nonnulls(lat, lon, h3_5, h3_7, h3_9) = ANY (ARRAY[0, 5]))),
  constraint understanding_danger_level_check CHECK ((danger_level = ANY (ARRAY['high'::text, 'emergency'::text]))),
  constraint understanding_kind_check CHECK ((kind = ANY (ARRAY['problem'::text, 'suggestion'::text, 'question'::text, 'thanks'::text, 'not_a_problem'::text, 'spam'::text]))),
  constraint understanding_kind_confidence_check CHECK (((kind_confidence >= (0)::double precision) AND (kind_confidence <= (1)::double precision))),
  constraint understanding_language_check CHECK ((language ~ '^[a-z]{2,3}$'::text)),
  constraint understanding_language_confidence_check CHECK (((language_confidence >= (0)::double precision) AND (language_confidence <= (1)::double precision))),
  constraint understanding_pkey PRIMARY KEY (region_id, appeal_id, seq),
  constraint understanding_place_precision_check CHECK ((place_precision = ANY (ARRAY['point'::text, 'house'::text, 'street'::text, 'settlement'::text, 'municipality'::text, 'region'::text, 'none'::text]))),
  constraint understanding_region_id_appeal_id_fkey FOREIGN KEY (region_id, appeal_id) REFERENCES appeal(region_id, id) ON DELETE CASCADE,
  constraint understanding_region_id_municipality_id_fkey FOREIGN KEY (region_id, municipality_id) REFERENCES municipality(region_id, id),
  constraint understanding_region_id_topic_fkey FOREIGN KEY (region_id, topic) REFERENCES topic(region_id, code),
  constraint understanding_seq_check CHECK ((seq >= 1)),
  constraint understanding_topic_confidence_check CHECK (((topic_confidence >= (0)::double precision) AND (topic_confidence <= (1)::double precision))),
  constraint understood_point_possible CHECK (((lat IS NULL) OR ((abs(lat) <= (90)::double precision) AND (abs(lon) <= (180)::double precision) AND (NOT ((lat = (0)::double precision) AND (lon = (0)::double precision))))))
);
alter table understanding enable row level security;
comment on column understanding.language is 'Язык письма по ISO 639; und — буквы есть, язык неизвестен';
comment on column understanding.is_transliterated is 'Русский, набранный латиницей: читается как русский, показывается как написан';
comment on column understanding.is_rude is 'Есть брань; факты от этого не пропадают, ответ остаётся вежливым';

-- Indexes

CREATE INDEX answer_copies ON public.answer USING btree (region_id, md5(text)) WHERE (state = 'approved'::text);

CREATE INDEX answer_of_appeal ON public.answer USING btree (region_id, appeal_id, created_at);

CREATE UNIQUE INDEX answer_one_open ON public.answer USING btree (region_id, appeal_id) WHERE (state = ANY (ARRAY['draft'::text, 'on_approval'::text, 'returned'::text]));

CREATE INDEX appeal_asset_of ON public.appeal_asset USING btree (region_id, asset_id) WHERE (asset_id IS NOT NULL);

CREATE INDEX appeal_file_by_hash ON public.appeal_file USING btree (region_id, file_hash);

CREATE INDEX appeal_message_by_message ON public.appeal_message USING btree (region_id, message_id);

CREATE INDEX appeal_state_by_authority ON public.appeal_state USING btree (region_id, authority_id, stage, due_at);

CREATE INDEX appeal_state_by_incident ON public.appeal_state USING btree (region_id, incident_id);

CREATE INDEX appeal_state_by_municipality ON public.appeal_state USING btree (region_id, municipality_id, received_at DESC);

CREATE INDEX appeal_state_by_stage ON public.appeal_state USING btree (region_id, stage, due_at, appeal_id);

CREATE INDEX appeal_state_by_topic ON public.appeal_state USING btree (region_id, topic, received_at DESC);

CREATE INDEX appeal_state_newest ON public.appeal_state USING btree (region_id, received_at DESC, appeal_id);

CREATE INDEX appeal_text_search ON public.appeal_text USING gin (search);

CREATE INDEX asset_cell_of ON public.asset_cell USING btree (region_id, asset_id);

CREATE INDEX asset_named ON public.asset USING btree (region_id, kind) WHERE ((name IS NOT NULL) AND (removed_at IS NULL));

CREATE INDEX asset_of_owner ON public.asset USING btree (region_id, owner_id) WHERE (owner_id IS NOT NULL);

CREATE INDEX asset_of_street ON public.asset USING btree (region_id, street_id, kind) WHERE ((street_id IS NOT NULL) AND (removed_at IS NULL));

CREATE INDEX assignment_of_appeal ON public.assignment USING btree (region_id, appeal_id);

CREATE INDEX audit_by_subject ON public.audit_entry USING btree (region_id, subject_kind, subject_id, at);

CREATE INDEX clarification_of_appeal ON public.clarification USING btree (region_id, appeal_id);

CREATE INDEX correction_newest ON public.correction USING btree (region_id, at DESC);

CREATE INDEX correction_of_appeal ON public.correction USING btree (region_id, appeal_id);

CREATE INDEX deadline_check ON public.deadline USING btree (region_id, next_check_at) WHERE (next_check_at IS NOT NULL);

CREATE INDEX delivery_by_external_id ON public.delivery USING btree (region_id, external_id) WHERE (external_id IS NOT NULL);

CREATE UNIQUE INDEX delivery_of_answer_once ON public.delivery USING btree (region_id, answer_id) WHERE (answer_id IS NOT NULL);

CREATE INDEX delivery_of_appeal ON public.delivery USING btree (region_id, appeal_id, created_at);

CREATE INDEX delivery_unsettled ON public.delivery USING btree (region_id, state, next_at) WHERE (settled_at IS NULL);

CREATE INDEX house_by_number ON public.house USING btree (region_id, street_id, number_base);

CREATE INDEX incident_appeal_by_incident ON public.incident_appeal USING btree (region_id, incident_id);

CREATE INDEX incident_merge_from ON public.incident_merge USING btree (region_id, from_incident) WHERE (undone_at IS NULL);

CREATE INDEX incident_merge_into ON public.incident_merge USING btree (region_id, into_incident) WHERE (undone_at IS NULL);

CREATE INDEX incident_nearby ON public.incident USING btree (region_id, h3_9, topic, last_reported_at) WHERE (h3_9 IS NOT NULL);

CREATE INDEX incident_newest ON public.incident USING btree (region_id, created_at DESC);

CREATE INDEX incident_on_street ON public.incident USING btree (region_id, street_id, topic, last_reported_at) WHERE (street_id IS NOT NULL);

CREATE INDEX incident_with_shape ON public.incident USING btree (region_id, h3_7, topic) WHERE (shape IS NOT NULL);

CREATE INDEX message_thread ON public.message USING btree (region_id, account_id, thread_hash, received_at);

CREATE INDEX model_newest ON public.model USING btree (region_id, kind, made_at DESC);

CREATE UNIQUE INDEX model_one_in_use ON public.model USING btree (region_id, kind) WHERE (state = 'in_use'::text);

CREATE INDEX model_training_newest ON public.model_training USING btree (region_id, kind, asked_at DESC);

CREATE UNIQUE INDEX model_training_one_open ON public.model_training USING btree (region_id, kind) WHERE (ended_at IS NULL);

CREATE INDEX note_of_appeal ON public.note USING btree (region_id, appeal_id);

CREATE INDEX promise_due ON public.promise USING btree (region_id, promised_on) WHERE (asked_at IS NULL);

CREATE INDEX raw_payload_expiry ON public.raw_payload USING btree (region_id, expires_at);

CREATE INDEX raw_payload_unknown ON public.raw_payload USING btree (region_id, received_at) WHERE (outcome = ANY (ARRAY['unknown'::text, 'refused'::text]));

CREATE UNIQUE INDEX region_default ON public.region USING btree (is_default) WHERE is_default;

CREATE UNIQUE INDEX rule_in_force_once ON public.responsibility_rule USING btree (region_id, topic, (
CASE
    WHEN (topic IS NULL) THEN responsible_kind
    ELSE NULL::text
END), (
CASE
    WHEN ((topic IS NULL) AND (responsible_kind IS NULL)) THEN sector
    ELSE NULL::text
END), municipality_id) NULLS NOT DISTINCT WHERE (withdrawn_at IS NULL);

CREATE INDEX staff_grant_of ON public.staff_grant USING btree (region_id, staff_id);

CREATE INDEX street_of_settlement ON public.street USING btree (region_id, settlement_id);

CREATE UNIQUE INDEX topic_name_once ON public.topic USING btree (region_id, lower((passport #>> '{name,ru}'::text[])), sector) WHERE is_active;

-- Triggers

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON asset FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON authority FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON calendar_year FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON channel_account FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON executor FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON model FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON municipality FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON region FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON responsibility_rule FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON settlement FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON street FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

CREATE TRIGGER tells_of_region AFTER INSERT OR DELETE OR UPDATE ON topic FOR EACH STATEMENT EXECUTE FUNCTION tell_of_region();

-- Policies

create policy added_in_region on answer for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on answer for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = answer.region_id) AND (s.appeal_id = answer.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on answer for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on answer for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = answer.region_id) AND (s.appeal_id = answer.appeal_id)))))));

create policy sees_answer on answer_file for all
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM answer a
  WHERE ((a.region_id = answer_file.region_id) AND (a.id = answer_file.answer_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy sees_answer on answer_review for all
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM answer a
  WHERE ((a.region_id = answer_review.region_id) AND (a.id = answer_review.answer_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy added_in_region on appeal for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on appeal for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal.region_id) AND (s.appeal_id = appeal.id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on appeal for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on appeal for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal.region_id) AND (s.appeal_id = appeal.id)))))));

create policy added_in_region on appeal_asset for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on appeal_asset for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on appeal_asset for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal_asset.region_id) AND (s.appeal_id = appeal_asset.appeal_id)))))));

create policy added_in_region on appeal_file for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on appeal_file for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal_file.region_id) AND (s.appeal_id = appeal_file.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on appeal_file for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on appeal_file for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal_file.region_id) AND (s.appeal_id = appeal_file.appeal_id)))))));

create policy added_in_region on appeal_message for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on appeal_message for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal_message.region_id) AND (s.appeal_id = appeal_message.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on appeal_message for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on appeal_message for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal_message.region_id) AND (s.appeal_id = appeal_message.appeal_id)))))));

create policy added_in_region on appeal_move for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on appeal_move for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal_move.region_id) AND (s.appeal_id = appeal_move.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on appeal_move for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on appeal_move for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal_move.region_id) AND (s.appeal_id = appeal_move.appeal_id)))))));

create policy in_scope on appeal_state for all
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (municipality_id = ANY (( SELECT session_municipalities() AS session_municipalities)::integer[])) OR (authority_id = ANY (( SELECT session_authorities() AS session_authorities)::integer[])) OR (assigned_authorities && ( SELECT session_authorities() AS session_authorities)))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy added_in_region on appeal_text for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on appeal_text for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal_text.region_id) AND (s.appeal_id = appeal_text.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on appeal_text for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on appeal_text for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = appeal_text.region_id) AND (s.appeal_id = appeal_text.appeal_id)))))));

create policy in_region on asset for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on asset_cell for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy added_in_region on assignment for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on assignment for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = assignment.region_id) AND (s.appeal_id = assignment.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on assignment for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on assignment for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = assignment.region_id) AND (s.appeal_id = assignment.appeal_id)))))));

create policy in_region on audit_entry for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on authority for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on calendar_year for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on channel_account for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy added_in_region on clarification for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on clarification for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = clarification.region_id) AND (s.appeal_id = clarification.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on clarification for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on clarification for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = clarification.region_id) AND (s.appeal_id = clarification.appeal_id)))))));

create policy added_in_region on confirmation for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on confirmation for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = confirmation.region_id) AND (s.appeal_id = confirmation.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on confirmation for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on confirmation for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = confirmation.region_id) AND (s.appeal_id = confirmation.appeal_id)))))));

create policy added_in_region on correction for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on correction for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = correction.region_id) AND (s.appeal_id = correction.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on correction for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on correction for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = correction.region_id) AND (s.appeal_id = correction.appeal_id)))))));

create policy in_region on daily_count for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy added_in_region on deadline for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on deadline for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = deadline.region_id) AND (s.appeal_id = deadline.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on deadline for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on deadline for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = deadline.region_id) AND (s.appeal_id = deadline.appeal_id)))))));

create policy added_in_region on delivery for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on delivery for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = delivery.region_id) AND (s.appeal_id = delivery.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on delivery for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on delivery for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = delivery.region_id) AND (s.appeal_id = delivery.appeal_id)))))));

create policy sees_delivery on delivery_attempt for all
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM delivery d
  WHERE ((d.region_id = delivery_attempt.region_id) AND (d.id = delivery_attempt.delivery_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on executor for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on file for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on house for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy added_in_region on incident for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_case_of on incident for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident.region_id) AND (s.incident_id = incident.id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on incident for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_case_of on incident for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident.region_id) AND (s.incident_id = incident.id)))))));

create policy added_in_region on incident_appeal for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on incident_appeal for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident_appeal.region_id) AND (s.appeal_id = incident_appeal.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on incident_appeal for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on incident_appeal for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident_appeal.region_id) AND (s.appeal_id = incident_appeal.appeal_id)))))));

create policy added_in_region on incident_merge for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_case_of on incident_merge for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident_merge.region_id) AND (s.incident_id = incident_merge.into_incident)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on incident_merge for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_case_of on incident_merge for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident_merge.region_id) AND (s.incident_id = incident_merge.into_incident)))))));

create policy added_in_region on incident_move for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_case_of on incident_move for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident_move.region_id) AND (s.incident_id = incident_move.incident_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on incident_move for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_case_of on incident_move for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident_move.region_id) AND (s.incident_id = incident_move.incident_id)))))));

create policy added_in_region on incident_state for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_case_of on incident_state for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident_state.region_id) AND (s.incident_id = incident_state.incident_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on incident_state for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_case_of on incident_state for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = incident_state.region_id) AND (s.incident_id = incident_state.incident_id)))))));

create policy in_region on message for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on message_version for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on model for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on model_training for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on municipality for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy added_in_region on note for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on note for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = note.region_id) AND (s.appeal_id = note.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on note for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on note for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = note.region_id) AND (s.appeal_id = note.appeal_id)))))));

create policy added_in_region on promise for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on promise for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = promise.region_id) AND (s.appeal_id = promise.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on promise for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on promise for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = promise.region_id) AND (s.appeal_id = promise.appeal_id)))))));

create policy added_in_region on rating for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on rating for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = rating.region_id) AND (s.appeal_id = rating.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on rating for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on rating for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = rating.region_id) AND (s.appeal_id = rating.appeal_id)))))));

create policy in_region on raw_payload for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy added_in_region on refused_file for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on refused_file for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = refused_file.region_id) AND (s.appeal_id = refused_file.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on refused_file for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on refused_file for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = refused_file.region_id) AND (s.appeal_id = refused_file.appeal_id)))))));

create policy in_region on region_layer for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy for_own_territory on register_finding_dismissal for all
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (municipality_id = ANY (( SELECT session_municipalities() AS session_municipalities)::integer[])))))
  with check (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (municipality_id = ANY (( SELECT session_municipalities() AS session_municipalities)::integer[])))));

create policy added_in_region on responsibility for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on responsibility for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = responsibility.region_id) AND (s.appeal_id = responsibility.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on responsibility for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on responsibility for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = responsibility.region_id) AND (s.appeal_id = responsibility.appeal_id)))))));

create policy added_for_own_territory on responsibility_rule for insert
  with check (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (municipality_id = ANY (( SELECT session_municipalities() AS session_municipalities)::integer[])))));

create policy changed_for_own_territory on responsibility_rule for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (municipality_id = ANY (( SELECT session_municipalities() AS session_municipalities)::integer[])))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on responsibility_rule for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy read_in_region on responsibility_rule for select
  using ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on said_same for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on settlement for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on sign_in_attempt for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on staff for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on staff_grant for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on staff_session for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on street for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy in_region on topic for all
  using ((region_id = ( SELECT session_region() AS session_region)))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy added_in_region on understanding for insert
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy changes_appeal on understanding for update
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = understanding.region_id) AND (s.appeal_id = understanding.appeal_id)))))))
  with check ((region_id = ( SELECT session_region() AS session_region)));

create policy erases_all on understanding for delete
  using (((region_id = ( SELECT session_region() AS session_region)) AND ( SELECT session_sees_all() AS session_sees_all)));

create policy sees_appeal on understanding for select
  using (((region_id = ( SELECT session_region() AS session_region)) AND (( SELECT session_sees_all() AS session_sees_all) OR (EXISTS ( SELECT 1
   FROM appeal_state s
  WHERE ((s.region_id = understanding.region_id) AND (s.appeal_id = understanding.appeal_id)))))));
