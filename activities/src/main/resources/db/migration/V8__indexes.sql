-- What costs of a time, native ids, lists and pruning look for.

create index model_call_started on model_call (started);
create index conversation_native on conversation (native_id);
create index conversation_latest on conversation (latest desc nulls last);
create index chunk_chunk_summary on chunk (chunk_summary) where chunk_summary is not null;
create index summary_compaction on summary (compaction);
