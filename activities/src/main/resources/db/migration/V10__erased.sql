create table erased (
    key text primary key,
    conversation text not null,
    at timestamptz not null default now(),
    changed xid8 not null default pg_current_xact_id()
);
comment on table erased is
    'Conversations that a user deleted, so that they are not imported again. The key is a hash of source, native id and subagent id.';
create index erased_changed on erased (changed);
