-- A fork begins with a copy of its original's messages and goes on with its own.

alter table conversation add column forked_from text;
comment on column conversation.forked_from is
    'The native id of the session whose messages this one began with; null where it began empty.';

-- Sessions of Codex and opencode that an agent called are subagents: their session id names them as such.
update conversation set subagent_id = native_id where subagent_id = '' and parent_native_id is not null;
