-- The register of responsibility changes by hand: who added a rule and when, a withdrawn rule stays as a fact, one rule in force
-- for one matter and place. What history says against the register may be dismissed with a reason.
-- Why: two rules for the same matter were possible, and the later one never acted. Locks: responsibility_rule, for as long as it
-- takes to look for duplicates among some thousand rows. Undo: drop table register_finding_dismissal, drop the index, the policies
-- and the columns below, and create policy in_region on responsibility_rule as in 0001.

alter table responsibility_rule
  add column added_at      timestamptz,
  add column added_by      uuid,
  add column withdrawn_at  timestamptz,
  add column withdrawn_by  uuid,
  add column withdrawn_why text,
  add column replaced_by   int,
  add constraint rule_added_by_somebody_sometime check (added_by is null or added_at is not null),
  add constraint withdrawal_says_why check ((withdrawn_at is null) = (num_nonnulls(withdrawn_why, replaced_by) = 0)),
  add constraint withdrawal_by_somebody_sometime check (withdrawn_by is null or withdrawn_at is not null);

-- Of rules for the same matter and place the first one acted; the others never did and only looked as if.
update responsibility_rule later set withdrawn_at = now(), replaced_by = own.acting
from (
  select region_id, id, min(id) over (partition by region_id, topic,
    case when topic is null then responsible_kind end,
    case when topic is null and responsible_kind is null then sector end, municipality_id) as acting
  from responsibility_rule
) own
where later.region_id = own.region_id and later.id = own.id and own.id <> own.acting;

-- A topic comes before a kind of responsibility, and that before a sector: what the narrower one names decides.
create unique index rule_in_force_once on responsibility_rule (region_id, topic,
  (case when topic is null then responsible_kind end),
  (case when topic is null and responsible_kind is null then sector end), municipality_id) nulls not distinct
  where withdrawn_at is null;

-- The register is read by everyone in the region and changed by whoever answers for its territory.
drop policy in_region on responsibility_rule;
create policy read_in_region on responsibility_rule for select using (region_id = (select session_region()));
create policy added_for_own_territory on responsibility_rule for insert
  with check (region_id = (select session_region())
    and ((select session_sees_all()) or municipality_id = any ((select session_municipalities())::int[])));
create policy changed_for_own_territory on responsibility_rule for update
  using (region_id = (select session_region())
    and ((select session_sees_all()) or municipality_id = any ((select session_municipalities())::int[])))
  with check (region_id = (select session_region()));
create policy erases_all on responsibility_rule for delete
  using (region_id = (select session_region()) and (select session_sees_all()));

create table register_finding_dismissal (
  region_id        int  not null references region (id) on delete cascade,
  id               uuid not null,
  topic            text,
  responsible_kind text,
  municipality_id  int,
  owner_id         int,
  authority_id     int  not null,
  cases            int  not null check (cases > 0),
  ended            int  not null check (ended between 0 and cases),
  at               timestamptz not null,
  by_staff         uuid not null,
  reason           text not null check (reason <> ''),
  primary key (region_id, id),
  foreign key (region_id, topic) references topic (region_id, code),
  foreign key (region_id, municipality_id) references municipality (region_id, id),
  foreign key (region_id, authority_id) references authority (region_id, id),
  foreign key (region_id, owner_id) references authority (region_id, id),
  constraint dismissal_is_about_one_matter check (num_nonnulls(topic, responsible_kind) = 1)
);
comment on table register_finding_dismissal is 'Расхождение реестра с историей, отклонённое человеком: почему и при каких числах';
alter table register_finding_dismissal enable row level security;
create policy for_own_territory on register_finding_dismissal
  using (region_id = (select session_region())
    and ((select session_sees_all()) or municipality_id = any ((select session_municipalities())::int[])))
  with check (region_id = (select session_region())
    and ((select session_sees_all()) or municipality_id = any ((select session_municipalities())::int[])));
