-- A server that tells how many calls it serves at the same time never gets more, from all workers together.

alter table provider_state add column slots integer, add column slots_until timestamptz;
comment on column provider_state.slots is
    'How many calls the server told that it serves at the same time; null where it does not tell.';
comment on column provider_state.slots_until is
    'The server is asked again before the first call after this, or where it is null.';
