-- Pages of conversations and compactions, newest first, whatever their number. The two indexes that go were used by no
-- query: every list orders by the time of the newest message, or that of the import where the source has no times.

create index conversation_newest on conversation ((coalesce(latest, updated)) desc, id);
drop index conversation_updated;
drop index conversation_latest;
create index compaction_started on compaction (started desc, id);
create index compaction_ended on compaction (ended desc, id) where state = 'ended';
