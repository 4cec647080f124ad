-- What customers attach. The bytes stay beside the words: one backup, one erasure, one wall between companies.
create table files (
  account uuid not null,
  id uuid not null,
  customer uuid not null,
  -- The message that carries it; null while it is only attached to a draft.
  message uuid,
  -- The id that the client gave it, so that sending it again stores nothing.
  client_id text not null,
  name text not null,
  kind text not null,
  size int not null check (size between 1 and 10485760),
  bytes bytea not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
-- Pictures and documents are packed already.
alter table files alter column bytes set storage external;
create unique index files_once on files (account, customer, client_id);
create index files_of_message on files (account, message) where message is not null;

-- Who has left the team. Their words and claims keep their name; they sign in no more.
alter table people add removed_at timestamptz, add removed_by uuid;

-- How the widget looks, as versions with their author: the newest counts, and what was before can be seen.
create table appearances (
  account uuid not null,
  version int not null,
  appearance jsonb not null,
  person uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account, version)
);

-- A customer's wish for their conversation by e-mail. It is sent only to an address that has shown the code; the code is kept as a hash.
create table transcripts (
  account uuid not null,
  id uuid not null,
  customer uuid not null,
  conversation uuid not null,
  email text not null,
  code_hash text not null,
  tries int not null default 0,
  asked_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  primary key (account, id)
);
create index transcripts_of_customer on transcripts (account, customer, asked_at desc);
create index transcripts_of_address on transcripts (account, lower(email), asked_at desc);

-- The first steps of a new company that somebody has settled by hand; what can be seen from the facts stands in none.
create table first_steps (
  account uuid not null,
  step text not null check (step in ('company', 'people', 'hours', 'articles', 'snippet')),
  state text not null check (state in ('done', 'skipped')),
  person uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account, step)
);
