-- What a search index must read again. The index keeps a watermark: the oldest transaction that ran when it was last
-- brought up to date. Rows of that transaction or a later one are read again, whatever the order of the commits.

drop table message_text;
drop table text_watermark;

create function set_changed() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id();
    return new;
end $$;

alter table conversation add column changed xid8 not null default pg_current_xact_id();
comment on column conversation.changed is
    'The transaction that changed the row last; one that adds messages, a summary or a gist does.';
create index conversation_changed on conversation (changed);
create trigger conversation_changed before update on conversation
    for each row execute function set_changed();

alter table memory add column changed xid8 not null default pg_current_xact_id();
comment on column memory.changed is 'The transaction that changed the row last.';
create index memory_changed on memory (changed);
create trigger memory_changed before update on memory
    for each row execute function set_changed();
