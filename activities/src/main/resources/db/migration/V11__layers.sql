-- LAYERED and PRUNE: the staged layers of a compaction, and the lines that stand for long results of tools.

alter table compaction add column frontier text[];
comment on column compaction.frontier is
    'LAYERED: the summaries that would be live after the commit, in order; null until the leaves are staged.';
alter table compaction add column pruned int8multirange;
comment on column compaction.pruned is 'The ranges in which it shortens results of tools; null until they are staged.';

create table pruned_result (
    conversation text not null references conversation (id) on delete cascade,
    seq bigint not null,
    lines text[] not null,
    tokens integer not null,
    created timestamptz not null default now(),
    primary key (conversation, seq)
);
comment on table pruned_result is
    'A message as it stands in a context that is pruned there: one line for each of its results of tools, and its tokens then.';

alter table context_version add column pruned int8multirange not null default '{}';
comment on column context_version.pruned is
    'The live messages of these ranges that have a pruned_result stand in the context with its lines.';
