-- What runs belongs to the Temporal that runs it: no other one can tell whether it still does.

create table temporal (
    id text primary key,
    told text not null
);
comment on table temporal is 'The Temporals that work on this store was ever run by.';
comment on column temporal.id is
    'A home and its id, or a cluster''s id and a namespace; the same wherever it is reached.';
comment on column temporal.told is 'What users are told of it: how it was reached last.';

alter table compaction add column temporal text references temporal (id);
comment on column compaction.temporal is 'Null where it was not noted: before this column, or outside of any engine.';
alter table backfill add column temporal text references temporal (id);
