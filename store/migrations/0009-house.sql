-- A stretch of a street as the line of a problem, a sign of life of a run of learning, and word to every program that what they
-- know of a region has changed.
-- Why: «от Ленина до Победы» was drawn as a point; a run of over half an hour was called dead and put its model in force all the
-- same; a second program worked up to five minutes by rules, topics and models no longer in force.
-- The page of quality and erasure look for the corrections of a case, maps for the newest problems: by an index from now on.
-- A problem was first told when the first of its cases came, also one merged or taken apart before.
-- Locks: incident rows whose day moves; incident, while its list of origins is checked over its rows; correction, incident and incident_merge against writing
-- while their indexes are built, a second a million rows; a column without a default; triggers, for an instant.
-- Undo: drop function tell_of_region cascade; alter table model_training drop column beat_at; the list of 0002 again; drop index
-- correction_of_appeal, incident_newest, incident_merge_from.

alter table incident drop constraint incident_shape_origin_check;
alter table incident add constraint incident_shape_origin_check
  check (shape_origin in ('object', 'street', 'stretch', 'drawn'));

alter table model_training add column beat_at timestamptz;
comment on column model_training.beat_at is 'Последний признак жизни: кто давно молчит, остановлен вместе со своей программой';

-- Programs listen; a word is sent when the transaction is kept, once however many rows it changed.
create function tell_of_region() returns trigger language plpgsql as $$
begin
  perform pg_notify('otklik_region', tg_table_name);
  return null;
end $$;

do $$
declare name text;
begin
  foreach name in array array['region', 'topic', 'responsibility_rule', 'authority', 'executor', 'model', 'channel_account',
    'municipality', 'settlement', 'street', 'asset', 'calendar_year'] loop
    execute format('create trigger tells_of_region after insert or update or delete on %I for each statement execute function tell_of_region()', name);
  end loop;
end $$;

update incident i set created_at = told.first
  from (select j.region_id, j.incident_id, min(a.received_at) as first from incident_appeal j
    join appeal a on a.region_id = j.region_id and a.id = j.appeal_id group by j.region_id, j.incident_id) told
  where i.region_id = told.region_id and i.id = told.incident_id and i.created_at > told.first;

create index correction_of_appeal on correction (region_id, appeal_id);
create index incident_newest on incident (region_id, created_at desc);
create index incident_merge_from on incident_merge (region_id, from_incident) where undone_at is null;
