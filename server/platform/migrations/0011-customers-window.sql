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
