-- Backfills. The tables that V1 made for them were never written to.

drop table backfill_item;
drop table backfill;

alter table compaction add column failure text;
comment on column compaction.failure is 'The type of what made it fail, where it failed: whether trying again may help.';

create table backfill (
    name text primary key,
    run text not null,
    request jsonb not null,
    state text not null default 'running',
    outcome text,
    max_in_flight integer not null,
    paused text,
    canceling boolean not null default false,
    importing text not null,
    importer_seen timestamptz,
    files bigint not null default 0,
    files_read bigint not null default 0,
    started timestamptz not null default clock_timestamp(),
    ended timestamptz,
    check ((state = 'running') = (outcome is null)),
    check (state in ('running', 'ended')),
    check (importing in ('none', 'running', 'done', 'incomplete'))
);
comment on table backfill is 'A row a name: its newest run. What a run did to a conversation stays with the conversation.';
comment on column backfill.run is 'The run of the workflow that works through it, so that a late one changes nothing.';
comment on column backfill.paused is 'Why nothing more is begun; null where it goes on.';
comment on column backfill.importer_seen is 'The importer says so again and again; one that has not for a minute is gone.';

create table backfill_item (
    backfill text not null references backfill (name) on delete cascade,
    number bigint not null,
    conversation text references conversation (id) on delete cascade,
    source text,
    state text not null default 'waiting',
    outcome text,
    compactions text[] not null default '{}',
    reserved_tokens bigint not null default 0,
    reserved_cost numeric not null default 0,
    attempts integer not null default 0,
    due timestamptz not null default clock_timestamp(),
    failing_since timestamptz,
    detail text,
    started timestamptz,
    ended timestamptz,
    primary key (backfill, number),
    unique (backfill, conversation),
    check ((state = 'ended') = (outcome is not null)),
    check (state in ('waiting', 'running', 'ended'))
);
comment on column backfill_item.conversation is 'Null where its file could not be read.';
comment on column backfill_item.source is 'The file that it was imported from on the way; null where it was stored before.';
comment on column backfill_item.compactions is 'What was started for it, in order; the last one is what it waits for.';
comment on column backfill_item.reserved_tokens is 'What it may take while it runs, where the backfill has a budget.';
create index backfill_item_waiting on backfill_item (backfill, number) where state = 'waiting';
create index backfill_item_running on backfill_item (backfill, number) where state = 'running';
