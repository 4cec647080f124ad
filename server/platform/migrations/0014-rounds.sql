-- A round of matching is kept once, not with each of its assignments: forty of them would each carry all that was believed of everybody.
create table rounds (
  account uuid not null,
  id uuid not null,
  round jsonb not null,
  -- What had been committed when the round looked at the queue: whoever joined later could not be among its places.
  seen pg_snapshot,
  at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
alter table assignments add round_id uuid;
insert into rounds (account, id, round, at) select account, id, round, at from assignments;
update assignments set round_id = id;
alter table assignments alter column round_id set not null;
alter table assignments drop column round;
