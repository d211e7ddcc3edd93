-- Topics a region adds itself: who and when; shipped ones have neither.
-- Why: a new topic is proposed from its phrases within the hour, and an administrator must see which topics are the region's own.
-- Locks: two columns without a default. Undo: alter table topic drop column added_by, drop column added_at.

alter table topic
  add column added_at timestamptz,
  add column added_by uuid,
  add constraint topic_added_by_somebody_sometime check (added_by is null or added_at is not null);
comment on column topic.added_at is 'Когда регион добавил тему; null — поставляется с системой';
-- Two topics of one name cannot be told apart by a person.
create unique index topic_name_once on topic (region_id, lower(passport #>> '{name,ru}'), sector) where is_active;
