-- A trained model is a version with all that it takes to go back to it. Models of before are of a form that is read no more:
-- the next start trains each account anew from its examples, which stay.
drop table intent_models;
create table intent_models (
  account uuid not null,
  version int not null,
  -- The fact that made it: told twice, it trains once.
  because_of bigint,
  model bytea not null,
  -- The rows of intent_examples that it was trained from, and what they say as one hash.
  examples jsonb not null,
  examples_hash text not null,
  example_count int not null,
  -- On examples held back from training: share right, of how many, and by intent.
  accuracy double precision,
  held_back int not null,
  by_intent jsonb not null,
  trained_at timestamptz not null default clock_timestamp(),
  primary key (account, version)
);
-- Packed already.
alter table intent_models alter column model set storage external;
create unique index intent_models_of_fact on intent_models (account, because_of);

-- Which version is in force since when, by whom and why; the last one counts. `instead_of` was in force before.
create table model_adoptions (
  account uuid not null,
  nth int not null,
  version int not null,
  instead_of int,
  reason text not null check (reason in ('trained', 'chosen', 'back')),
  -- null: by itself, or by an API key.
  person uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account, nth)
);
