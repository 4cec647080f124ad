-- What was foretold when a wait began, in minutes, and when: what became of it makes the next ranges honest.
-- How many people who can serve this place were on duty when it was told last: with fewer, a longer wait has its reason.
alter table places
  add column foretold_mean real,
  add column foretold_spread real,
  add column foretold_at timestamptz,
  add column told_people int;
create index places_foretold on places (account, served_at) where foretold_at is not null;
