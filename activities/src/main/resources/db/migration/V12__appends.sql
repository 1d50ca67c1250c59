-- Appends through the API: a repeated one is recognized by its idempotency key.

create table append_key (
    conversation text not null references conversation (id) on delete cascade,
    key text not null,
    body_hash text not null,
    first_seq bigint not null,
    last_seq bigint not null,
    known integer not null,
    context_version integer not null,
    created timestamptz not null default now(),
    primary key (conversation, key)
);
comment on table append_key is
    'The idempotency keys of appends and their answers, so that a retry stores nothing and gets the same answer.';
comment on column append_key.body_hash is 'Of the request''s body: the same key with another body is refused.';
comment on column append_key.last_seq is
    'The last message of the conversation after the append; first_seq is one more where the append stored none.';
comment on column append_key.known is 'The messages of the append that were stored before.';
create index append_key_created on append_key (created);
