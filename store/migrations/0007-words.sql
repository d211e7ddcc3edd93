-- Words: the language of a message, and whether it is rude.
-- Why: a message in another language is never acted on by a machine alone; an insult does not cost a resident the facts beside it.
-- Locks: understanding for a moment, the columns have constant defaults. Undo: alter table understanding drop column language,
-- drop column language_confidence, drop column is_transliterated, drop column is_rude.

alter table understanding
  add column language            text    not null default 'ru' check (language ~ '^[a-z]{2,3}$'),
  add column language_confidence real    not null default 0 check (language_confidence between 0 and 1),
  add column is_transliterated   boolean not null default false,
  add column is_rude             boolean not null default false;
comment on column understanding.language is 'Язык письма по ISO 639; und — буквы есть, язык неизвестен';
comment on column understanding.is_transliterated is 'Русский, набранный латиницей: читается как русский, показывается как написан';
comment on column understanding.is_rude is 'Есть брань; факты от этого не пропадают, ответ остаётся вежливым';
