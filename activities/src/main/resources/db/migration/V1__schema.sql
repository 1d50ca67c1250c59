-- Every table of Pith. Words as in the glossary of README.md; lower-case enums as text.

create table store (
    only_row boolean primary key default true check (only_row),
    id text not null,
    created timestamptz not null default now()
);
comment on table store is 'The identity of this database: part of every queue name and workflow id.';
insert into store (id) values (substr(replace(gen_random_uuid()::text, '-', ''), 1, 12));

create table conversation (
    id text primary key,
    source text not null,
    native_id text not null,
    subagent_id text not null default '',
    parent text references conversation (id),
    parent_native_id text,
    title text,
    project text,
    branch text,
    created timestamptz not null default now(),
    updated timestamptz not null default now(),
    earliest timestamptz,
    latest timestamptz,
    messages bigint not null default 0,
    tokens bigint not null default 0,
    context_version integer not null default 1,
    gist text,
    flushed_through bigint not null default 0,
    auto_paused_at bigint,
    unique (source, native_id, subagent_id)
);
comment on column conversation.gist is
    'The summary that is its gist now; it stands beside the context, and no version knows it.';
create index conversation_updated on conversation (updated desc);
create index conversation_project on conversation (project, latest desc);

create table message (
    conversation text not null references conversation (id) on delete cascade,
    seq bigint not null,
    uid text not null,
    parent_uid text,
    api_message_id text,
    role text not null,
    origin text not null,
    parts jsonb not null,
    tokens integer not null,
    fingerprint bytea not null,
    binds_from bigint,
    created timestamptz,
    primary key (conversation, seq),
    unique (conversation, uid)
);
comment on column message.binds_from is
    'The first message that a cut must not separate from this one: its tool call, or the first line of its reply.';
create index message_person_parent on message (conversation, parent_uid) where origin = 'person';

create table summary (
    id text primary key,
    conversation text not null references conversation (id) on delete cascade,
    compaction text not null,
    kind text not null,
    level integer not null default 0,
    from_seq bigint not null,
    to_seq bigint not null,
    text text not null,
    digest jsonb,
    tokens integer not null,
    earliest timestamptz,
    latest timestamptz,
    descendants bigint not null,
    degraded boolean not null default false,
    model text not null,
    prompt_hash text,
    focus text,
    created timestamptz not null default now(),
    check (from_seq <= to_seq)
);
create index summary_conversation on summary (conversation);

create table summary_source (
    summary text not null references summary (id) on delete cascade,
    position integer not null,
    source_summary text references summary (id),
    from_seq bigint not null,
    to_seq bigint not null,
    primary key (summary, position)
);
create index summary_source_source on summary_source (source_summary) where source_summary is not null;
comment on table summary_source is
    'What a summary was made from: an earlier summary, or a range of messages (abandoned ones left out).';

create table context_version (
    conversation text not null references conversation (id) on delete cascade,
    version integer not null,
    summaries text[] not null,
    compacted_through bigint not null,
    abandoned int8multirange not null default '{}',
    cause text not null,
    compaction text,
    created timestamptz not null default now(),
    primary key (conversation, version)
);

create table compaction (
    id text primary key,
    conversation text not null references conversation (id) on delete cascade,
    request jsonb not null,
    strategy text not null,
    decision text,
    from_version integer not null,
    to_version integer,
    from_gist text,
    basis text[] not null default '{}',
    mark bigint not null,
    head_from bigint,
    head_to bigint,
    pinned bigint,
    chunks integer not null default 0,
    head_tokens bigint not null default 0,
    summary_budget integer not null default 0,
    chunk_budget integer not null default 0,
    tokens_before bigint not null,
    tokens_after bigint,
    state text not null default 'running',
    outcome text,
    degraded boolean not null default false,
    error text,
    summary text,
    started timestamptz not null default now(),
    ended timestamptz,
    check ((state = 'running') = (outcome is null))
);
comment on column compaction.from_gist is 'The gist that the conversation had when this one was planned.';
comment on column compaction.basis is 'The summaries that it brings up to date, in order.';
create index compaction_conversation on compaction (conversation, started desc);
create index compaction_running on compaction (started) where state = 'running';

create table chunk_summary (
    id text primary key,
    conversation text not null references conversation (id) on delete cascade,
    key text not null,
    from_seq bigint not null,
    to_seq bigint not null,
    text text not null,
    digest jsonb,
    tokens integer not null,
    rung text not null,
    model text not null,
    prompt_hash text,
    created timestamptz not null default now(),
    unique (conversation, key)
);

create table chunk (
    compaction text not null references compaction (id) on delete cascade,
    index integer not null,
    from_seq bigint not null,
    to_seq bigint not null,
    tokens bigint not null,
    chunk_summary text references chunk_summary (id),
    primary key (compaction, from_seq)
);
create index chunk_index on chunk (compaction, index);

create table model_reply (
    request_hash text not null,
    scope text not null,
    conversation text not null references conversation (id) on delete cascade,
    text text not null,
    verdict text not null,
    created timestamptz not null default now(),
    expires timestamptz not null default now() + interval '30 days',
    primary key (request_hash, scope)
);
comment on column model_reply.scope is
    'Empty for a reply that every compaction may use; else the only compaction that may: unfit replies, and those of one that passes the journal by.';
create index model_reply_expires on model_reply (expires);

create table model_call (
    id bigint generated always as identity primary key,
    conversation text not null references conversation (id) on delete cascade,
    compaction text,
    purpose text not null,
    work text not null,
    endpoint text not null,
    profile text not null,
    model text not null,
    outcome text not null,
    tokens_in bigint not null,
    tokens_out bigint not null,
    tokens_cached bigint not null default 0,
    estimated boolean not null default true,
    cost numeric,
    redacted integer not null default 0,
    started timestamptz not null default clock_timestamp(),
    duration_ms bigint,
    error text
);
comment on table model_call is
    'A row an attempt. While it runs it holds what the call may take at most; a lost one keeps that, since it may have been paid.';
create index model_call_compaction on model_call (compaction, work);
create index model_call_conversation on model_call (conversation, started);
create index model_call_endpoint on model_call (endpoint, started);

create table provider_state (
    endpoint text primary key,
    permits integer,
    successes integer not null default 0,
    failures integer not null default 0,
    cooldown_until timestamptz,
    unavailable_since timestamptz,
    context_window integer,
    window_until timestamptz,
    dialect jsonb,
    error text,
    updated timestamptz not null default now()
);
comment on table provider_state is
    'How all workers treat an endpoint: permits is null until it fell; failures are those since the last success.';

create table provider_permit (
    endpoint text not null references provider_state (endpoint) on delete cascade,
    holder text not null,
    until timestamptz not null,
    primary key (endpoint, holder)
);

create table flush (
    id bigint generated always as identity primary key,
    conversation text not null references conversation (id) on delete cascade,
    from_seq bigint not null,
    to_seq bigint not null,
    day date not null,
    compaction text,
    model jsonb,
    state text not null default 'pending',
    asked integer not null default 1,
    attempts integer not null default 0,
    due timestamptz not null default now(),
    memories integer,
    error text,
    created timestamptz not null default now(),
    started timestamptz,
    ended timestamptz,
    check (from_seq <= to_seq),
    check (state in ('pending', 'done', 'failed')),
    unique (conversation, from_seq)
);
comment on column flush.day is 'Of the last message of the range, in UTC; fixed when the flush is asked for.';
comment on column flush.model is 'How the memories are extracted by a model; null where they are extracted without one.';
comment on column flush.due is 'When a pending one may be attempted; in the future after an attempt that failed.';
create index flush_pending on flush (conversation, from_seq) where state = 'pending';
create index flush_ended on flush (ended);

create table memory (
    id text primary key,
    conversation text not null references conversation (id) on delete cascade,
    flush bigint references flush (id) on delete set null,
    from_seq bigint not null,
    to_seq bigint not null,
    day date not null,
    kind text not null,
    source text not null,
    project text,
    text text not null,
    words text[] not null,
    hash text not null,
    state text not null default 'active',
    superseded_by text references memory (id),
    sightings integer not null default 1,
    last_day date not null,
    created timestamptz not null default now(),
    check (state in ('active', 'edited', 'superseded', 'forgotten'))
);
comment on column memory.source is 'The origin of the messages that it was found in: person, agent or native_summary.';
comment on column memory.words is 'The words that carry meaning, for finding near-duplicates.';
comment on column memory.hash is 'Of kind, project and plain text: the same thing is not remembered twice.';
create unique index memory_hash on memory (hash);
create index memory_words on memory using gin (words);
create index memory_day on memory (day);

create table memory_folder (
    id text primary key,
    path text not null,
    error text,
    seen timestamptz not null default now()
);
comment on table memory_folder is
    'Folders that memory files are kept in, known by the id in their own marker file; the error is that of the last writing.';

create table memory_block (
    folder text not null references memory_folder (id) on delete cascade,
    memory text not null references memory (id) on delete cascade,
    hash text not null,
    state text not null,
    primary key (folder, memory)
);
comment on table memory_block is
    'Which memories stand in the files of a folder: the hash of the block as it was written or last read, and the state that its memory had then.';
create index memory_block_memory on memory_block (memory);

create table backfill (
    name text primary key,
    request jsonb not null,
    state text not null,
    created timestamptz not null default now(),
    ended timestamptz
);

create table backfill_item (
    backfill text not null references backfill (name) on delete cascade,
    number bigint not null,
    conversation text not null references conversation (id) on delete cascade,
    outcome text,
    detail text,
    updated timestamptz not null default now(),
    primary key (backfill, number),
    unique (backfill, conversation)
);

create table message_text (
    conversation text not null references conversation (id) on delete cascade,
    seq bigint not null,
    text text not null,
    primary key (conversation, seq)
);
comment on table message_text is
    'What search reads: at most 32 KB a message, filled behind text_watermark so that imports stay fast.';

create table text_watermark (
    conversation text primary key references conversation (id) on delete cascade,
    through bigint not null
);

-- Without statistics, as in the middle of a first import, the planner would take an index on persons by seq also to look
-- below a parent, and read the whole conversation for each batch. It can only choose an index whose condition a query
-- repeats: who wants the newest message of a person says seq > 0, who looks below a parent does not.
create index message_newest_of_person on message (conversation, seq) where origin = 'person' and seq > 0;
