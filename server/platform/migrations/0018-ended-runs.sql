-- Why a run of the laboratory was ended before it was played.
alter table replays add column ended text check (ended in ('cancelled', 'too-long'));
