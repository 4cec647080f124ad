-- A policy is proposed, tried on the account's own past, and judged by somebody else before it comes into force. What is in force stays in
-- `policies`: its highest version. Nothing here is changed once it is written; each judgement is a row of its own.
create table policy_drafts (
  account uuid not null,
  draft int not null,
  policy jsonb not null,
  -- The version in force when it was proposed.
  base_version int not null,
  words text not null,
  -- null: an API key.
  author uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account, draft)
);

create table policy_judgements (
  account uuid not null,
  draft int not null,
  judgement text not null check (judgement in ('approved', 'rejected')),
  person uuid,
  words text not null,
  -- Approved by its own author, because there is nobody else.
  alone boolean not null default false,
  -- Approved without a trial, because there was too little past to try it on.
  untried boolean not null default false,
  -- The version that it became.
  version int,
  at timestamptz not null default clock_timestamp(),
  primary key (account, draft)
);
create unique index policy_judgements_of_version on policy_judgements (account, version) where version is not null;

-- A version that brings an earlier one back.
create table policy_returns (
  account uuid not null,
  version int not null,
  back_to int not null,
  person uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account, version)
);

-- The account's own past, or a scenario, played under another policy.
create table replays (
  account uuid not null,
  replay int not null,
  -- The draft that it tries, and the version in force that it compares with.
  draft int,
  version int not null,
  asked jsonb not null,
  result jsonb,
  -- Why there is none.
  refused jsonb,
  person uuid,
  at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  primary key (account, replay)
);
create index replays_of_draft on replays (account, draft, replay desc) where draft is not null;

-- By how much groups of customers may differ; the last one counts.
create table fairness_bounds (
  account uuid not null,
  nth int not null,
  bounds jsonb not null,
  person uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account, nth)
);
