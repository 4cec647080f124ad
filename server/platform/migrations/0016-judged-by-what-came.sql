-- The latest outcomes with the rounds in which they were matched, from which other ways of matching are judged.
create index outcomes_by_time on outcomes (account, at desc);
create index assignments_of_round on assignments (account, round_id);

-- A version that was worse than the one before it beyond chance, and the draft that came of it: once for each pair, whatever became of it.
create table policy_warnings (
  account uuid not null,
  version int not null,
  before int not null,
  draft int not null,
  -- In numbers: what was compared, over how many conversations, and by how much it was worse.
  reason jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, version, before)
);
create unique index policy_warnings_of_draft on policy_warnings (account, draft);

-- What a notice is about need not be a conversation.
alter table notices alter column conversation drop not null;
alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in ('assigned', 'mentioned', 'promise', 'policy'));
