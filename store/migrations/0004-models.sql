-- Models a region learnt on its own history, and the runs of learning.
-- Why: ADR-0026. A region without a model in use works with the one that ships.
-- Locks: none, the tables are new. Undo: drop table model_training, model.

create table model (
  region_id    int  not null references region (id) on delete cascade,
  id           uuid not null,
  kind         text not null check (kind in ('topics', 'owners')),
  version      text not null check (version <> ''),
  base_version text,
  origin       text not null check (origin in ('trained', 'imported')),
  state        text not null check (state in ('candidate', 'in_use', 'retired', 'lost')),
  made_at      timestamptz not null,
  made_by      uuid,
  used_since   timestamptz,
  learnt_from  jsonb not null default '{}',
  measured     jsonb,
  bytes        bytea,
  primary key (region_id, id),
  unique (region_id, kind, version),
  constraint used_has_time_and_bytes check (state <> 'in_use' or (used_since is not null and bytes is not null))
);
comment on table model is 'Модель, обученная на истории региона: в файле весов нет ни слова жителей';
comment on column model.made_by is 'Кто попросил обучить; null — командой';
comment on column model.measured is 'Числа на новейшем месяце: своей и той, что действовала';
comment on column model.bytes is 'Файл весов; у давно отставленных стёрт';
create unique index model_one_in_use on model (region_id, kind) where state = 'in_use';
create index model_newest on model (region_id, kind, made_at desc);

create table model_training (
  region_id  int  not null references region (id) on delete cascade,
  id         uuid not null,
  kind       text not null check (kind in ('topics', 'owners')),
  asked_at   timestamptz not null,
  asked_by   uuid,
  started_at timestamptz,
  ended_at   timestamptz,
  outcome    text check (outcome in ('promoted', 'kept_old', 'too_few', 'failed')),
  model_id   uuid,
  details    jsonb not null default '{}',
  primary key (region_id, id),
  foreign key (region_id, model_id) references model (region_id, id),
  constraint ended_has_outcome check ((ended_at is null) = (outcome is null))
);
comment on table model_training is 'Обучение на своей истории: просьба, ход, исход';
-- One at a time in a region, whoever asks: a button, a command, two programs.
create unique index model_training_one_open on model_training (region_id, kind) where ended_at is null;
create index model_training_newest on model_training (region_id, kind, asked_at desc);

-- The page of quality asks for the corrections of a period.
create index correction_newest on correction (region_id, at desc);

do $$
declare name text;
begin
  foreach name in array array['model', 'model_training'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy in_region on %I using (region_id = (select session_region())) with check (region_id = (select session_region()))', name);
  end loop;
end $$;
