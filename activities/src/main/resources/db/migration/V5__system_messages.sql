-- A context begins with the conversation's own system messages, wherever they stand in it.

create index message_system on message (conversation, seq) where role in ('system', 'developer');
