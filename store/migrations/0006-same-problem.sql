-- The same problem: guesses of the topic for paraphrases, what a resident or an operator says at once, whole problems merged
-- and taken apart again, and problems hidden from those who see none of their cases.
-- Why: problems were readable, and could be merged into, all over the region by staff of one municipality.
-- Locks: incident for a moment, the column has a constant default; the check of incident_appeal is validated over its rows.
-- Undo: drop table incident_merge, said_same; alter table incident drop column topics; create the policies in_region again.

alter table incident add column topics jsonb not null default '[]';
comment on column incident.topics is 'Догадки о теме с уверенностью: пересказ другими словами узнаётся и под соседней темой';

alter table incident_appeal drop constraint incident_appeal_reason_check;
alter table incident_appeal add constraint incident_appeal_reason_check check (reason in (
  'first_report', 'same_words', 'same_house_and_topic', 'near_and_similar', 'same_street_and_similar',
  'said_by_resident', 'said_by_operator', 'merged_by_hand', 'split_by_hand'));

-- Said with the message itself, before anything is understood.
create table said_same (
  region_id   int  not null,
  appeal_id   uuid not null,
  incident_id uuid not null,
  said_by     text not null check (said_by in ('resident', 'operator')),
  at          timestamptz not null,
  primary key (region_id, appeal_id),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, incident_id) references incident (region_id, id) on delete cascade
);
comment on table said_same is '«Я тоже это вижу»: житель или оператор сразу назвал проблему';

-- A whole problem put into another one, with the cases that went, so that it can be taken apart again.
create table incident_merge (
  region_id     int  not null,
  id            uuid not null,
  from_incident uuid not null,
  into_incident uuid not null,
  appeal_ids    uuid[] not null check (cardinality(appeal_ids) > 0),
  at            timestamptz not null,
  by_staff      uuid not null,
  undone_at     timestamptz,
  undone_by     uuid,
  primary key (region_id, id),
  foreign key (region_id, from_incident) references incident (region_id, id) on delete cascade,
  foreign key (region_id, into_incident) references incident (region_id, id) on delete cascade,
  constraint merged_are_two check (from_incident <> into_incident),
  constraint undoing_has_author check ((undone_at is null) = (undone_by is null))
);
comment on table incident_merge is 'Проблемы объединены целиком: какая в какую и какие карточки перешли';
create index incident_merge_into on incident_merge (region_id, into_incident) where undone_at is null;

-- A long line is looked for far from its middle.
create index incident_with_shape on incident (region_id, h3_7, topic) where shape is not null;

-- A problem is seen by whoever sees one of its cases.
drop policy in_region on incident;
create policy added_in_region on incident for insert with check (region_id = (select session_region()));
create policy sees_case_of on incident for select using (region_id = (select session_region()) and ((select session_sees_all())
  or exists (select 1 from appeal_state s where s.region_id = incident.region_id and s.incident_id = incident.id)));
create policy changes_case_of on incident for update using (region_id = (select session_region()) and ((select session_sees_all())
  or exists (select 1 from appeal_state s where s.region_id = incident.region_id and s.incident_id = incident.id)))
  with check (region_id = (select session_region()));
create policy erases_all on incident for delete using (region_id = (select session_region()) and (select session_sees_all()));

do $$
declare name text;
begin
  foreach name in array array['incident_state', 'incident_move', 'incident_merge'] loop
    execute format('drop policy if exists in_region on %I', name);
    execute format('alter table %I enable row level security', name);
    execute format('create policy added_in_region on %I for insert with check (region_id = (select session_region()))', name);
    execute format('create policy sees_case_of on %1$I for select using (region_id = (select session_region()) and ((select session_sees_all())
      or exists (select 1 from appeal_state s where s.region_id = %1$I.region_id and s.incident_id = %1$I.%2$I)))',
      name, case name when 'incident_merge' then 'into_incident' else 'incident_id' end);
    execute format('create policy changes_case_of on %1$I for update using (region_id = (select session_region()) and ((select session_sees_all())
      or exists (select 1 from appeal_state s where s.region_id = %1$I.region_id and s.incident_id = %1$I.%2$I)))
      with check (region_id = (select session_region()))',
      name, case name when 'incident_merge' then 'into_incident' else 'incident_id' end);
    execute format('create policy erases_all on %I for delete using (region_id = (select session_region()) and (select session_sees_all()))', name);
  end loop;
end $$;

alter table said_same enable row level security;
create policy in_region on said_same using (region_id = (select session_region())) with check (region_id = (select session_region()));
