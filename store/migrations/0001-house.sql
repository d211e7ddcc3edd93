-- The house: who we are (centre) and what happens to a message (six stages).
-- Why: ADR-0003 (tenancy in the key), ADR-0004 (facts are added). Locks: none, everything is new. Undo: drop the database.
--
-- Every tenant table leads its keys with region_id and has row-level security enabled, not forced: forced
-- security would also stop the owner's backfills, silently.

-- ── what the session says about who is asking ───────────────────────────────────────────────────────────────
create function session_region() returns int language sql stable parallel safe
  as $$ select nullif(current_setting('otklik.region', true), '')::int $$;
create function session_sees_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('otklik.sees', true) = 'all', false) $$;
create function session_municipalities() returns int[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('otklik.municipalities', true), ''), ',')::int[], '{}') $$;
create function session_authorities() returns int[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('otklik.authorities', true), ''), ',')::int[], '{}') $$;

-- ── centre ──────────────────────────────────────────────────────────────────────────────────────────────────
create table region (
  id            int generated always as identity primary key,
  slug          text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name          text not null check (name <> ''),
  time_zone     text not null,
  hosts         text[] not null default '{}',
  is_default    boolean not null default false,
  working_hours jsonb not null,
  bounds        jsonb,
  created_at    timestamptz not null
);
comment on table region is 'Регион: единица изоляции и распределения';
create unique index region_default on region (is_default) where is_default;

create table municipality (
  region_id  int  not null references region (id) on delete cascade,
  id         int  not null,
  name       text not null,
  oktmo      text,
  population int check (population >= 0),
  boundary   jsonb,
  primary key (region_id, id)
);

create table settlement (
  region_id       int not null references region (id) on delete cascade,
  id              int not null,
  municipality_id int not null,
  name            text not null,
  kind            text not null,
  population      int,
  lat             double precision,
  lon             double precision,
  primary key (region_id, id),
  foreign key (region_id, municipality_id) references municipality (region_id, id)
);

create table authority (
  region_id       int  not null references region (id) on delete cascade,
  id              int  not null,
  name            text not null,
  short_name      text not null,
  kind            text not null,
  municipality_id int,
  parent_id       int,
  contact         text,
  primary key (region_id, id),
  foreign key (region_id, municipality_id) references municipality (region_id, id),
  foreign key (region_id, parent_id) references authority (region_id, id)
);
comment on table authority is 'Ответственная организация: орган власти, управляющая компания, оператор';

create table executor (
  region_id    int  not null references region (id) on delete cascade,
  id           int  not null,
  authority_id int  not null,
  name         text not null,
  primary key (region_id, id),
  foreign key (region_id, authority_id) references authority (region_id, id)
);
comment on table executor is 'Исполнитель внутри ответственной организации';

create table street (
  region_id     int  not null references region (id) on delete cascade,
  id            int  not null,
  settlement_id int  not null,
  name          text not null,
  kind          text not null,
  old_names     text[] not null default '{}',
  owner_id      int,
  lat           double precision,
  lon           double precision,
  primary key (region_id, id),
  foreign key (region_id, settlement_id) references settlement (region_id, id),
  foreign key (region_id, owner_id) references authority (region_id, id)
);
create index street_of_settlement on street (region_id, settlement_id);

create table house (
  region_id  int  not null references region (id) on delete cascade,
  id         int  not null,
  street_id  int  not null,
  number     text not null,
  number_base int  not null,
  lat        double precision not null,
  lon        double precision not null,
  manager_id int,
  primary key (region_id, id),
  foreign key (region_id, street_id) references street (region_id, id),
  foreign key (region_id, manager_id) references authority (region_id, id),
  constraint house_point_possible check (abs(lat) <= 90 and abs(lon) <= 180 and not (lat = 0 and lon = 0))
);
create index house_by_number on house (region_id, street_id, number_base);

create table topic (
  region_id int  not null references region (id) on delete cascade,
  code      text not null check (code ~ '^[a-z0-9_]+$'),
  sector    text not null,
  passport  jsonb not null,
  is_active boolean not null default true,
  primary key (region_id, code)
);
comment on table topic is 'Тема с паспортом; поставляется файлами, регион может менять';

create table calendar_year (
  region_id   int  not null references region (id) on delete cascade,
  year        int  not null,
  calendar    jsonb not null,
  provisional boolean not null,
  primary key (region_id, year)
);

create table region_layer (
  region_id int  not null references region (id) on delete cascade,
  name      text not null check (name in ('water', 'rivers', 'roads', 'settlements', 'landuse')),
  features  jsonb not null,
  primary key (region_id, name)
);
comment on table region_layer is 'Слои нашей подложки карты, GeoJSON';

create table staff (
  region_id     int  not null references region (id) on delete cascade,
  id            uuid not null,
  login         text not null,
  name          text not null,
  position      text,
  password_hash text not null,
  disabled_at   timestamptz,
  created_at    timestamptz not null,
  primary key (region_id, id),
  unique (region_id, login)
);

create table staff_grant (
  region_id       int  not null,
  id              uuid not null,
  staff_id        uuid not null,
  role            text not null check (role in ('moderator','operator','coordinator','curator','executor','approver',
                                                'inspector','analyst','leader','administrator','data_officer')),
  municipality_id int,
  authority_id    int,
  sectors         text[] not null default '{}',
  primary key (region_id, id),
  foreign key (region_id, staff_id) references staff (region_id, id) on delete cascade,
  foreign key (region_id, municipality_id) references municipality (region_id, id),
  foreign key (region_id, authority_id) references authority (region_id, id),
  constraint executor_has_authority check (role <> 'executor' or authority_id is not null)
);
create index staff_grant_of on staff_grant (region_id, staff_id);

create table staff_session (
  region_id  int   not null,
  id_hash    bytea not null,
  staff_id   uuid  not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null,
  primary key (region_id, id_hash),
  foreign key (region_id, staff_id) references staff (region_id, id) on delete cascade
);

create table sign_in_attempt (
  region_id  int   not null references region (id) on delete cascade,
  key_hash   bytea not null,
  failures   int   not null,
  last_at    timestamptz not null,
  primary key (region_id, key_hash)
);

create table responsibility_rule (
  region_id        int  not null references region (id) on delete cascade,
  id               int  not null,
  topic            text,
  sector           text,
  responsible_kind text,
  municipality_id  int,
  authority_id     int  not null,
  executor_id      int,
  source           text not null check (source <> ''),
  source_date      date not null,
  primary key (region_id, id),
  foreign key (region_id, municipality_id) references municipality (region_id, id),
  foreign key (region_id, authority_id) references authority (region_id, id),
  foreign key (region_id, executor_id) references executor (region_id, id),
  foreign key (region_id, topic) references topic (region_id, code),
  constraint rule_is_about_something check (num_nonnulls(topic, sector, responsible_kind) >= 1)
);
comment on table responsibility_rule is 'Реестр ответственности: тема × территория × владелец → организация, исполнитель';

create table channel_account (
  region_id       int  not null references region (id) on delete cascade,
  id              int  not null,
  channel         text not null,
  name            text not null,
  key             text not null,
  sealed_settings bytea not null,
  is_enabled      boolean not null default true,
  primary key (region_id, id),
  unique (region_id, key)
);
comment on column channel_account.sealed_settings is 'Настройки с ключами доступа, зашифрованы';

create table audit_entry (
  region_id    int  not null references region (id) on delete cascade,
  id           uuid not null,
  at           timestamptz not null,
  actor        uuid,
  action       text not null,
  subject_kind text not null,
  subject_id   text not null,
  details      jsonb not null default '{}',
  primary key (region_id, id)
);
create index audit_by_subject on audit_entry (region_id, subject_kind, subject_id, at);

-- ── intake: a message arrives, an appeal is registered ──────────────────────────────────────────────────────
create table raw_payload (
  region_id   int  not null references region (id) on delete cascade,
  id          uuid not null,
  account_id  int  not null,
  received_at timestamptz not null,
  sealed      bytea not null,
  outcome     text not null check (outcome in ('waiting', 'taken', 'unknown', 'ignored', 'refused')),
  detail      text,
  expires_at  timestamptz not null,
  primary key (region_id, id),
  foreign key (region_id, account_id) references channel_account (region_id, id)
);
comment on table raw_payload is 'Сырой вход канала: зашифрован, виден администратору, живёт 30 дней';
create index raw_payload_expiry on raw_payload (region_id, expires_at);
create index raw_payload_unknown on raw_payload (region_id, received_at) where outcome in ('unknown', 'refused');

create table message (
  region_id   int  not null references region (id) on delete cascade,
  id          uuid not null,
  account_id  int  not null,
  external_id text not null,
  thread_hash bytea not null,
  direction   text not null check (direction in ('in', 'out')),
  is_public   boolean not null,
  is_automatic boolean not null default false,
  sent_at     timestamptz not null,
  received_at timestamptz not null,
  deleted_at  timestamptz,
  primary key (region_id, id),
  foreign key (region_id, account_id) references channel_account (region_id, id),
  constraint message_taken_once unique (region_id, account_id, external_id)
);
comment on table message is 'Один текст в одном канале. Содержание — в message_version, зашифровано';
create index message_thread on message (region_id, account_id, thread_hash, received_at);

create table message_version (
  region_id  int   not null,
  message_id uuid  not null,
  version    int   not null check (version >= 1),
  at         timestamptz not null,
  sealed     bytea not null,
  primary key (region_id, message_id, version),
  foreign key (region_id, message_id) references message (region_id, id) on delete cascade
);

create sequence appeal_number;

create table appeal (
  region_id   int  not null references region (id) on delete cascade,
  id          uuid not null,
  number      text not null,
  account_id  int  not null,
  message_id  uuid not null,
  regime      text not null check (regime in ('social', 'platform', 'law_59')),
  received_at timestamptz not null,
  given_lat   double precision,
  given_lon   double precision,
  given_address text,
  consents_contact boolean not null default false,
  primary key (region_id, id),
  unique (region_id, number),
  constraint one_appeal_of_a_message unique (region_id, message_id),
  foreign key (region_id, message_id) references message (region_id, id),
  constraint given_point_possible check (
    num_nonnulls(given_lat, given_lon) in (0, 2)
    and (given_lat is null or (abs(given_lat) <= 90 and abs(given_lon) <= 180 and not (given_lat = 0 and given_lon = 0))))
);

create table appeal_message (
  region_id  int  not null,
  appeal_id  uuid not null,
  message_id uuid not null,
  added_at   timestamptz not null,
  primary key (region_id, appeal_id, message_id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, message_id) references message (region_id, id) on delete cascade
);
create index appeal_message_by_message on appeal_message (region_id, message_id);

create table file (
  region_id  int  not null references region (id) on delete cascade,
  hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size_bytes int  not null,
  width      int,
  height     int,
  created_at timestamptz not null,
  primary key (region_id, hash)
);

create table appeal_file (
  region_id      int  not null,
  appeal_id      uuid not null,
  file_hash      text not null,
  message_id     uuid,
  side           text not null check (side in ('resident', 'staff')),
  added_at       timestamptz not null,
  let_through_by uuid,
  primary key (region_id, appeal_id, file_hash),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, file_hash) references file (region_id, hash)
);
create index appeal_file_by_hash on appeal_file (region_id, file_hash);

create table refused_file (
  region_id  int  not null,
  id         uuid not null,
  appeal_id  uuid not null,
  reason     text not null,
  at         timestamptz not null,
  primary key (region_id, id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade
);

-- ── understand: what, where, how urgent, seen before? ───────────────────────────────────────────────────────
create table understanding (
  region_id        int  not null,
  appeal_id        uuid not null,
  seq              int  not null check (seq >= 1),
  at               timestamptz not null,
  by_staff         uuid,
  model_version    text not null,
  kind             text not null check (kind in ('problem','suggestion','question','thanks','not_a_problem','spam')),
  kind_confidence  real not null check (kind_confidence between 0 and 1),
  kind_reason      text not null,
  topic            text,
  topic_confidence real check (topic_confidence between 0 and 1),
  topic_candidates jsonb not null default '[]',
  topic_words      text[] not null default '{}',
  acts_alone       boolean not null,
  place_precision  text not null check (place_precision in ('point','house','street','settlement','municipality','region','none')),
  lat              double precision,
  lon              double precision,
  h3_5             text,
  h3_7             text,
  h3_9             text,
  municipality_id  int,
  settlement_id    int,
  street_id        int,
  house_id         int,
  place_words      text[] not null default '{}',
  place_candidates jsonb not null default '[]',
  is_outside       boolean not null default false,
  danger           text,
  danger_level     text check (danger_level in ('high', 'emergency')),
  danger_words     text[] not null default '{}',
  masked_kinds     text[] not null default '{}',
  primary key (region_id, appeal_id, seq),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, topic) references topic (region_id, code),
  foreign key (region_id, municipality_id) references municipality (region_id, id),
  constraint point_is_whole check (num_nonnulls(lat, lon, h3_5, h3_7, h3_9) in (0, 5)),
  constraint understood_point_possible check (lat is null or (abs(lat) <= 90 and abs(lon) <= 180 and not (lat = 0 and lon = 0))),
  constraint danger_has_level check ((danger is null) = (danger_level is null))
);

create table appeal_text (
  region_id   int  not null,
  appeal_id   uuid not null,
  masked_text text not null,
  stems       bigint[] not null default '{}',
  search      tsvector generated always as (to_tsvector('russian', translate(masked_text, 'ёЁ', 'еЕ'))) stored,
  primary key (region_id, appeal_id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade
);
comment on table appeal_text is 'Текст без персональных данных: его видят, по нему ищут';
create index appeal_text_search on appeal_text using gin (search);

create table incident (
  region_id        int  not null references region (id) on delete cascade,
  id               uuid not null,
  topic            text,
  created_at       timestamptz not null,
  last_reported_at timestamptz not null,
  appeals          int  not null default 1 check (appeals >= 0),
  place_precision  text not null check (place_precision in ('point','house','street','settlement','municipality','region','none')),
  lat              double precision,
  lon              double precision,
  h3_5             text,
  h3_7             text,
  h3_9             text,
  municipality_id  int,
  settlement_id    int,
  street_id        int,
  house_id         int,
  shape            jsonb,
  stems            bigint[] not null default '{}',
  primary key (region_id, id),
  foreign key (region_id, topic) references topic (region_id, code),
  foreign key (region_id, municipality_id) references municipality (region_id, id),
  constraint incident_point_whole check (num_nonnulls(lat, lon, h3_5, h3_7, h3_9) in (0, 5))
);
comment on table incident is 'Одна настоящая проблема, о которой сообщил один или многие';
create index incident_nearby on incident (region_id, h3_9, topic, last_reported_at) where h3_9 is not null;
create index incident_on_street on incident (region_id, street_id, topic, last_reported_at) where street_id is not null;

create table incident_appeal (
  region_id   int  not null,
  appeal_id   uuid not null,
  incident_id uuid not null,
  joined_at   timestamptz not null,
  by_staff    uuid,
  reason      text not null check (reason in ('first_report', 'same_words', 'same_house_and_topic', 'near_and_similar',
                                            'same_street_and_similar', 'merged_by_hand', 'split_by_hand')),
  score       real not null default 1,
  primary key (region_id, appeal_id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, incident_id) references incident (region_id, id)
);
create index incident_appeal_by_incident on incident_appeal (region_id, incident_id);

-- ── route: whose is it, and by when ─────────────────────────────────────────────────────────────────────────
create table responsibility (
  region_id    int  not null,
  appeal_id    uuid not null,
  seq          int  not null check (seq >= 1),
  at           timestamptz not null,
  by_staff     uuid,
  cause        text not null check (cause in ('first', 'correction', 'transfer', 'sent_back', 'arbiter')),
  authority_id int,
  executor_id  int,
  rule_id      int,
  explanation  jsonb not null,
  note         text,
  primary key (region_id, appeal_id, seq),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, authority_id) references authority (region_id, id),
  foreign key (region_id, executor_id) references executor (region_id, id),
  constraint executor_needs_authority check (executor_id is null or authority_id is not null)
);

create table deadline (
  region_id         int  not null,
  appeal_id         uuid not null,
  clock             text not null,
  seq               int  not null default 1,
  started_at        timestamptz not null,
  due_at            timestamptz not null,
  warn_at           timestamptz[] not null default '{}',
  is_provisional    boolean not null,
  basis             text not null check (basis <> ''),
  met_at            timestamptz,
  cancelled_at      timestamptz,
  paused_at         timestamptz,
  remaining_minutes int check (remaining_minutes >= 0),
  extended_to       timestamptz,
  extended_reason   text,
  warned_level      int  not null default 0 check (warned_level in (0, 50, 80, 100)),
  next_check_at     timestamptz,
  primary key (region_id, appeal_id, clock, seq),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  constraint met_or_cancelled_not_both check (met_at is null or cancelled_at is null),
  constraint extension_has_reason check ((extended_to is null) = (extended_reason is null)),
  constraint pause_keeps_rest check ((paused_at is null) = (remaining_minutes is null))
);
create index deadline_check on deadline (region_id, next_check_at) where next_check_at is not null;

-- ── work: states, assignments, clocks ───────────────────────────────────────────────────────────────────────
create table appeal_state (
  region_id       int  not null,
  appeal_id       uuid not null,
  version         int  not null check (version >= 1),
  number          text not null,
  stage           text not null check (stage in ('triage','assigned','in_work','clarifying','on_approval','answered','closed','declined')),
  stage_since     timestamptz not null,
  kind            text not null check (kind in ('problem','suggestion','question','thanks','not_a_problem','spam')),
  regime          text not null check (regime in ('social', 'platform', 'law_59')),
  account_id      int  not null,
  channel         text not null,
  received_at     timestamptz not null,
  excerpt         text not null,
  sector          text,
  topic           text,
  place_precision text not null check (place_precision in ('point','house','street','settlement','municipality','region','none')),
  place_label     text,
  lat             double precision,
  lon             double precision,
  municipality_id int,
  authority_id    int,
  executor_id     int,
  assigned_authorities int[] not null default '{}',
  assignee        uuid,
  incident_id     uuid,
  danger_level    text check (danger_level in ('high', 'emergency')),
  kind_state      text check (kind_state in ('considered', 'supported', 'not_supported', 'planned', 'done', 'explained', 'passed_on')),
  answer_axis     text not null default 'none' check (answer_axis in ('none', 'interim', 'final')),
  closed_as       text check (closed_as in ('confirmed', 'no_reply', 'not_needed', 'withdrawn')),
  declined_as     text check (declined_as in ('spam', 'not_a_problem', 'no_facts', 'other_language', 'withdrawn')),
  due_at          timestamptz,
  is_overdue      boolean not null default false,
  hops            int  not null default 0,
  reopened        int  not null default 0,
  needs_attention text check (needs_attention in ('topic_unsure','kind_unsure','responsible_unknown','sent_back','place_outside','many_hops','objection','delivery_failed')),
  is_sensitive    boolean not null default false,
  changed_at      timestamptz not null,
  changed_by      uuid,
  primary key (region_id, appeal_id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, topic) references topic (region_id, code),
  foreign key (region_id, municipality_id) references municipality (region_id, id),
  foreign key (region_id, authority_id) references authority (region_id, id),
  constraint closed_has_reason check ((stage = 'closed') = (closed_as is not null)),
  constraint declined_has_reason check ((stage = 'declined') = (declined_as is not null)),
  constraint triage_says_why check ((stage = 'triage') = (needs_attention is not null) or needs_attention = 'delivery_failed'),
  constraint working_has_authority check (stage in ('triage','closed','declined','answered') or authority_id is not null)
);
comment on table appeal_state is 'Текущее состояние карточки: одна строка, выводится из фактов';
create index appeal_state_newest on appeal_state (region_id, received_at desc, appeal_id);
create index appeal_state_by_stage on appeal_state (region_id, stage, due_at, appeal_id);
create index appeal_state_by_authority on appeal_state (region_id, authority_id, stage, due_at);
create index appeal_state_by_municipality on appeal_state (region_id, municipality_id, received_at desc);
create index appeal_state_by_topic on appeal_state (region_id, topic, received_at desc);
create index appeal_state_by_incident on appeal_state (region_id, incident_id);

create table appeal_move (
  region_id  int  not null,
  appeal_id  uuid not null,
  version    int  not null,
  action     text not null check (action in ('doubt','assign','start','send_back','ask','reply','submit','return_draft','answer_interim',
                                               'answer_final','confirm','dispute','close_unconfirmed','close_not_needed','withdraw',
                                               'decline','object','reopen','write_again')),
  from_stage text check (from_stage in ('triage','assigned','in_work','clarifying','on_approval','answered','closed','declined')),
  to_stage   text not null check (to_stage in ('triage','assigned','in_work','clarifying','on_approval','answered','closed','declined')),
  at         timestamptz not null,
  by_staff   uuid,
  by_whom    text not null check (by_whom in ('machine', 'staff', 'resident', 'clock')),
  reason     text,
  note       text,
  primary key (region_id, appeal_id, version),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  constraint staff_move_has_author check ((by_whom = 'staff') = (by_staff is not null))
);

create table incident_state (
  region_id     int  not null,
  incident_id   uuid not null,
  version       int  not null default 1,
  state         text not null check (state in ('unconfirmed','confirmed','in_work','scheduled','needs_money','fixed_reported',
                                               'fixed_confirmed','verified_on_site','disputed','refused','outside_powers')),
  since         timestamptz not null,
  scheduled_on  date,
  money_sum     bigint check (money_sum > 0),
  review_on     date,
  handed_to     text,
  refused_why   text,
  primary key (region_id, incident_id),
  foreign key (region_id, incident_id) references incident (region_id, id) on delete cascade,
  constraint scheduled_has_date check (state <> 'scheduled' or scheduled_on is not null),
  constraint needs_money_has_sum_and_review check (state <> 'needs_money' or (money_sum is not null and review_on is not null)),
  constraint outside_powers_says_whose check (state <> 'outside_powers' or handed_to is not null),
  constraint refused_says_why check (state <> 'refused' or refused_why is not null)
);
comment on table incident_state is 'Вторая ось: что произошло с проблемой на самом деле';

create table incident_move (
  region_id   int  not null,
  incident_id uuid not null,
  version     int  not null,
  from_state  text check (from_state in ('unconfirmed','confirmed','in_work','scheduled','needs_money','fixed_reported','fixed_confirmed',
                                                    'verified_on_site','disputed','refused','outside_powers')),
  to_state    text not null check (to_state in ('unconfirmed','confirmed','in_work','scheduled','needs_money','fixed_reported','fixed_confirmed',
                                                    'verified_on_site','disputed','refused','outside_powers')),
  at          timestamptz not null,
  by_staff    uuid,
  by_whom     text not null check (by_whom in ('machine', 'staff', 'resident', 'clock')),
  appeal_id   uuid,
  primary key (region_id, incident_id, version),
  foreign key (region_id, incident_id) references incident (region_id, id) on delete cascade
);

create table assignment (
  region_id   int  not null,
  id          uuid not null,
  appeal_id   uuid not null,
  authority_id int not null,
  executor_id int,
  task        text not null check (task <> ''),
  due_at      timestamptz,
  created_at  timestamptz not null,
  created_by  uuid not null,
  done_at     timestamptz,
  done_by     uuid,
  report      text,
  primary key (region_id, id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, authority_id) references authority (region_id, id),
  foreign key (region_id, executor_id) references executor (region_id, id),
  constraint done_has_report check (num_nonnulls(done_at, done_by, report) in (0, 3))
);
comment on table assignment is 'Поручение исполнителю';
create index assignment_of_appeal on assignment (region_id, appeal_id);

create table clarification (
  region_id   int  not null,
  id          uuid not null,
  appeal_id   uuid not null,
  question    text not null check (question <> ''),
  asked_at    timestamptz not null,
  asked_by    uuid not null,
  answered_at timestamptz,
  message_id  uuid,
  primary key (region_id, id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade
);
create index clarification_of_appeal on clarification (region_id, appeal_id);

create table note (
  region_id int  not null,
  id        uuid not null,
  appeal_id uuid not null,
  at        timestamptz not null,
  by_staff  uuid not null,
  text      text not null check (text <> ''),
  primary key (region_id, id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade
);
create index note_of_appeal on note (region_id, appeal_id);

-- ── answer: draft → check → approve → deliver ───────────────────────────────────────────────────────────────
create table answer (
  region_id     int  not null,
  id            uuid not null,
  appeal_id     uuid not null,
  kind          text not null check (kind in ('interim', 'final')),
  state         text not null check (state in ('draft', 'on_approval', 'returned', 'approved', 'withdrawn')),
  version       int  not null check (version >= 1),
  text          text not null check (text <> ''),
  resolution    text check (resolution in ('fixed', 'partly_fixed', 'scheduled', 'explained', 'refused', 'forwarded')),
  problem_state text check (problem_state in ('unconfirmed','confirmed','in_work','scheduled','needs_money','fixed_reported','fixed_confirmed',
                                                    'verified_on_site','disputed','refused','outside_powers')),
  promised_on   date,
  money_sum     bigint,
  review_on     date,
  handed_to     text,
  refused_why   text,
  findings      jsonb not null default '[]',
  created_at    timestamptz not null,
  created_by    uuid not null,
  changed_at    timestamptz not null,
  submitted_at  timestamptz,
  approved_at   timestamptz,
  approved_by   uuid,
  without_review boolean not null default false,
  primary key (region_id, id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  constraint final_has_resolution check (kind = 'interim' or resolution is not null),
  constraint approved_has_time check ((state = 'approved') = (approved_at is not null)),
  constraint approval_has_author check (state <> 'approved' or (approved_by is not null or without_review)),
  constraint scheduled_promises_a_date check (
    resolution is distinct from 'scheduled' or promised_on is not null or num_nonnulls(money_sum, review_on) = 2)
);
create index answer_of_appeal on answer (region_id, appeal_id, created_at);
-- Is the draft a copy of an old answer? Asked at every check.
create index answer_copies on answer (region_id, md5(text)) where state = 'approved';
create unique index answer_one_open on answer (region_id, appeal_id) where state in ('draft', 'on_approval', 'returned');

create table answer_review (
  region_id int  not null,
  answer_id uuid not null,
  seq       int  not null,
  at        timestamptz not null,
  by_staff  uuid not null,
  decision  text not null check (decision in ('approved', 'returned')),
  reason    text check (reason in ('not_on_substance', 'no_proof', 'personal_data', 'unclear_words', 'wrong_facts', 'other')),
  note      text,
  primary key (region_id, answer_id, seq),
  foreign key (region_id, answer_id) references answer (region_id, id) on delete cascade,
  constraint return_has_reason check ((decision = 'returned') = (reason is not null))
);

create table answer_file (
  region_id int  not null,
  answer_id uuid not null,
  file_hash text not null,
  primary key (region_id, answer_id, file_hash),
  foreign key (region_id, answer_id) references answer (region_id, id) on delete cascade,
  foreign key (region_id, file_hash) references file (region_id, hash)
);

create table delivery (
  region_id   int  not null,
  id          uuid not null,
  appeal_id   uuid not null,
  answer_id   uuid,
  purpose     text not null check (purpose in ('registered', 'question', 'extended', 'interim', 'final', 'confirm_request', 'declined')),
  text        text not null check (text <> ''),
  state       text not null check (state in ('pending', 'sending', 'sent', 'retry', 'uncertain', 'undeliverable', 'misconfigured', 'manual')),
  attempts    int  not null default 0,
  claimed_at  timestamptz,
  next_at     timestamptz,
  external_id text,
  detail      text,
  fallback    boolean not null default false,
  created_at  timestamptz not null,
  settled_at  timestamptz,
  settled_by  uuid,
  primary key (region_id, id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, answer_id) references answer (region_id, id) on delete cascade,
  constraint sent_is_settled check ((state = 'sent') <= (settled_at is not null))
);
create index delivery_of_appeal on delivery (region_id, appeal_id, created_at);
create index delivery_by_external_id on delivery (region_id, external_id) where external_id is not null;
create index delivery_unsettled on delivery (region_id, state, next_at) where settled_at is null;
create unique index delivery_of_answer_once on delivery (region_id, answer_id) where answer_id is not null;

create table delivery_attempt (
  region_id   int  not null,
  delivery_id uuid not null,
  attempt     int  not null,
  at          timestamptz not null,
  outcome     text not null check (outcome in ('sent', 'retry', 'uncertain', 'undeliverable', 'misconfigured', 'manual')),
  detail      text,
  primary key (region_id, delivery_id, attempt),
  foreign key (region_id, delivery_id) references delivery (region_id, id) on delete cascade
);

create table promise (
  region_id   int  not null,
  id          uuid not null,
  appeal_id   uuid not null,
  answer_id   uuid not null,
  promised_on date not null,
  asked_at    timestamptz,
  kept        boolean,
  settled_at  timestamptz,
  primary key (region_id, id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, answer_id) references answer (region_id, id) on delete cascade,
  constraint kept_is_settled check ((kept is null) = (settled_at is null))
);
create index promise_due on promise (region_id, promised_on) where asked_at is null;

-- ── learn: confirmation, rating, corrections, counts ────────────────────────────────────────────────────────
create table confirmation (
  region_id int  not null,
  appeal_id uuid not null,
  seq       int  not null check (seq >= 1),
  at        timestamptz not null,
  verdict   text not null check (verdict in ('fixed', 'not_fixed', 'no_reply')),
  reason    text,
  message_id uuid,
  primary key (region_id, appeal_id, seq),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade
);

create table rating (
  region_id int  not null,
  appeal_id uuid not null,
  subject   text not null check (subject in ('answer', 'fix')),
  score     int  not null check (score between 1 and 5),
  at        timestamptz not null,
  primary key (region_id, appeal_id, subject),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade
);

create table correction (
  region_id     int  not null,
  id            uuid not null,
  appeal_id     uuid not null,
  field         text not null check (field in ('kind', 'topic', 'place', 'responsible', 'incident')),
  was           text,
  became        text,
  model_version text not null,
  at            timestamptz not null,
  by_staff      uuid not null,
  primary key (region_id, id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade
);
comment on table correction is 'Исправление человека: на нём учится модель';

create table daily_count (
  region_id       int  not null references region (id) on delete cascade,
  day             date not null,
  event           text not null check (event in ('received', 'answered', 'confirmed', 'disputed', 'overdue')),
  municipality_id int  not null,
  topic           text not null,
  channel         text not null,
  has_place       boolean not null,
  n               int  not null check (n >= 0),
  primary key (region_id, day, event, municipality_id, topic, channel, has_place)
);
comment on column daily_count.municipality_id is '0 — место не установлено: ключ не терпит null';

-- ── the second wall: row-level security on every tenant table ───────────────────────────────────────────────
do $$
declare name text;
begin
  -- Tables of the region itself: whoever works in the region may read them.
  foreach name in array array['municipality','settlement','authority','executor','street','house','topic','calendar_year',
    'region_layer','staff','staff_grant','staff_session','sign_in_attempt','responsibility_rule','channel_account','audit_entry',
    'raw_payload','message','message_version','file','incident','incident_state','incident_move','daily_count'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy in_region on %I using (region_id = (select session_region())) with check (region_id = (select session_region()))', name);
  end loop;

  -- Tables about one appeal: seen by whoever sees the appeal, that is, its row in appeal_state.
  foreach name in array array['appeal','appeal_message','appeal_file','refused_file','understanding','appeal_text','incident_appeal',
    'responsibility','deadline','appeal_move','assignment','clarification','note','answer','delivery','promise',
    'confirmation','rating','correction'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy added_in_region on %I for insert with check (region_id = (select session_region()))', name);
    execute format(
      'create policy sees_appeal on %1$I for select using (region_id = (select session_region()) and ((select session_sees_all())
         or exists (select 1 from appeal_state s where s.region_id = %1$I.region_id and s.appeal_id = %1$I.%2$I)))',
      name, case name when 'appeal' then 'id' else 'appeal_id' end);
    execute format(
      'create policy changes_appeal on %1$I for update using (region_id = (select session_region()) and ((select session_sees_all())
         or exists (select 1 from appeal_state s where s.region_id = %1$I.region_id and s.appeal_id = %1$I.%2$I)))
         with check (region_id = (select session_region()))',
      name, case name when 'appeal' then 'id' else 'appeal_id' end);
    execute format('create policy erases_all on %I for delete using (region_id = (select session_region()) and (select session_sees_all()))', name);
  end loop;

  -- Tables about an answer or a delivery: seen with it.
  foreach name in array array['answer_review','answer_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy sees_answer on %1$I using (region_id = (select session_region()) and ((select session_sees_all())
       or exists (select 1 from answer a where a.region_id = %1$I.region_id and a.id = %1$I.answer_id)))
       with check (region_id = (select session_region()))', name);
  end loop;
end $$;

alter table delivery_attempt enable row level security;
create policy sees_delivery on delivery_attempt using (region_id = (select session_region()) and ((select session_sees_all())
  or exists (select 1 from delivery d where d.region_id = delivery_attempt.region_id and d.id = delivery_attempt.delivery_id)))
  with check (region_id = (select session_region()));

-- Who sees a case: role × territory × authority, as the session says.
alter table appeal_state enable row level security;
create policy in_scope on appeal_state
  using (region_id = (select session_region()) and ((select session_sees_all())
    or municipality_id = any ((select session_municipalities())::int[])
    or authority_id = any ((select session_authorities())::int[])
    or assigned_authorities && (select session_authorities())::int[]))
  with check (region_id = (select session_region()));

-- Under a policy the @@ operator loses its index (it is not leakproof), so search goes through one function
-- that takes the region from the session and returns ids; what the asker may see is decided by the join with appeal_state.
create function search_appeals(query text, candidates int) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select t.appeal_id from appeal_text t
    where t.region_id = session_region() and t.search @@ websearch_to_tsquery('russian', translate(query, 'ёЁ', 'еЕ'))
    order by t.appeal_id desc limit candidates
  $$;
