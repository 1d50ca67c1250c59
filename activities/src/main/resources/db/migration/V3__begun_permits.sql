-- A permit whose call is in the ledger is counted there among the calls of the last minute, and no other way.

alter table provider_permit add column begun boolean not null default false;
comment on column provider_permit.begun is 'Whether its call is in model_call; until then the permit itself counts as a call of this minute.';
