-- A place says how many minutes of a person it claims; what a person adds stands in the stake.
alter table places add column minutes real not null default 6;
update places set minutes = uplift / per_minute where per_minute > 0 and uplift > 0;
alter table places drop column uplift;
-- Eight priorities instead of three: whoever waits keeps the order they were told, and the highest stays the highest.
update places set priority = case priority when 2 then 7 when 1 then 2 else 0 end where waiting_since is not null;

-- What was weighed says how probable a solution is with either, so that it can be decided by the worth of both.
update stakes set stake = stake || jsonb_build_object(
  'resolvedByPerson', coalesce(stake #> '{inputs,resolvedByPerson,value}', '0.85'::jsonb),
  'resolvedByAssistant', coalesce(stake #> '{inputs,resolvedByAssistant,value}', '0.5'::jsonb)
) where not stake ? 'resolvedByPerson';

alter table decisions add column company boolean not null default false;

-- What each matter claims of people's minutes when it comes, by what a minute earns there: the memory of an hour.
create table demands (
  account uuid not null,
  decision uuid not null,
  nth int not null,
  conversation uuid not null,
  -- A step of the scale of money per minute (core/routing/demand.ts).
  step int not null,
  minutes real not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, decision, nth)
);
create index demands_by_time on demands (account, at);

-- Who was given whom, and why: all that was seen, so that it can be matched again to the same result.
create table assignments (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  person uuid not null,
  code text not null check (code in ('learnt', 'holdout', 'not-learning', 'only-one')),
  -- Drawn by the customer's id, for ever, whether or not learning was on.
  holdout boolean not null,
  intent text,
  language text,
  probability real not null,
  -- Money at stake times minutes: what the load of people is compared by.
  value_minutes real not null,
  nth int not null,
  round jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create index assignments_of_conversation on assignments (account, conversation, at);
create index assignments_by_time on assignments (account, at);

-- What routing believes from: outcomes counted, written by learning.
create table skilfulness (
  account uuid not null,
  person uuid not null,
  intent text not null,
  language text not null,
  n int not null,
  resolved int not null,
  primary key (account, person, intent, language)
);

-- What became of a matter that a person closed, when it is known.
create table outcomes (
  account uuid not null,
  closure uuid not null,
  conversation uuid not null,
  person uuid not null,
  intent text not null,
  language text not null,
  resolved boolean not null,
  rule text not null check (rule in ('said-unsolved', 'came-back', 'hard-for-the-customer', 'said-solved')),
  assignment uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account, closure)
);
create index outcomes_of_assignment on outcomes (account, assignment);
create index closures_by_time on closures (account, at);
