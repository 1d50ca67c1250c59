-- Without statistics, as in the middle of a first import, the planner took message_of_person for both of its questions
-- and read a whole conversation for each batch that was appended to it. It can only choose an index whose condition a
-- query repeats: who wants the newest message of a person says seq > 0, who looks below a parent does not.
drop index message_of_person;
create index message_newest_of_person on message (conversation, seq) where origin = 'person' and seq > 0;
