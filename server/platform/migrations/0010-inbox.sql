-- What a team keeps on its desk: labels, saved words, drafts, and what each person decided about a conversation.
-- Every mark is a dated record with its author.
create table labels (
  account uuid not null,
  id uuid not null,
  name text not null,
  colour text not null check (colour in ('plum', 'slate', 'rust', 'leaf', 'amber', 'sand')),
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create unique index labels_by_name on labels (account, lower(name));

create table conversation_labels (
  account uuid not null,
  conversation uuid not null,
  label uuid not null,
  person uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account, conversation, label)
);
create index conversation_labels_of_label on conversation_labels (account, label);

-- How urgent the team says it is; the last record counts. The queue keeps its own order.
create table urgencies (
  account uuid not null,
  conversation uuid not null,
  nth int not null,
  urgency text not null check (urgency in ('low', 'normal', 'high', 'urgent')),
  person uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account, conversation, nth)
);

-- A snooze belongs to a claim: whoever puts the conversation down puts the snooze down with it.
create table snoozes (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  claim uuid not null,
  person uuid not null,
  at timestamptz not null default clock_timestamp(),
  -- null: until the customer writes. They wake it in any case.
  until timestamptz,
  ended_at timestamptz,
  ended_because text,
  primary key (account, id)
);
create unique index snoozes_one_open on snoozes (account, conversation) where ended_at is null;

create table followers (
  account uuid not null,
  conversation uuid not null,
  person uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, conversation, person)
);
create index followers_of_person on followers (account, person);

-- Up to which number of the timeline each person has seen a conversation.
create table seen_marks (
  account uuid not null,
  conversation uuid not null,
  person uuid not null,
  seq int not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, conversation, person)
);

create table mentions (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  person uuid not null,
  by_person uuid not null,
  message uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create unique index mentions_once on mentions (account, message, person);
create index mentions_of_person on mentions (account, person, at desc);

create table drafts (
  account uuid not null,
  conversation uuid not null,
  person uuid not null,
  mode text not null check (mode in ('reply', 'note')),
  text text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, conversation, person, mode)
);

create table canned_replies (
  account uuid not null,
  id uuid not null,
  shortcut text not null,
  text text not null,
  -- null: for everybody of the team.
  person uuid,
  made_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create unique index canned_replies_by_shortcut on canned_replies (account, lower(shortcut), coalesce(person, '00000000-0000-0000-0000-000000000000'));

create table macros (
  account uuid not null,
  id uuid not null,
  name text not null,
  -- The changes it makes, in their order, in the form of the contract.
  changes jsonb not null,
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create unique index macros_by_name on macros (account, lower(name));

-- Words that a person wants sent at a time.
create table planned_replies (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  person uuid not null,
  client_id text not null,
  text text not null,
  due_at timestamptz not null,
  -- What had been said when it was planned: if the customer writes after that, it is not sent unseen.
  after_seq int not null,
  made_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_because text check (ended_because in ('sent', 'cancelled', 'customer-wrote', 'closed', 'held-by-another')),
  primary key (account, id)
);
create unique index planned_replies_once on planned_replies (account, conversation, client_id);

-- Two matters that are one: the first ends and is read inside the other. Undone, it goes on by itself.
create table conversation_merges (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  into_conversation uuid not null,
  person uuid not null,
  at timestamptz not null default clock_timestamp(),
  was_open boolean not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (account, id)
);
create unique index conversation_merges_one on conversation_merges (account, conversation) where undone_at is null;
create index conversation_merges_into on conversation_merges (account, into_conversation) where undone_at is null;

-- How a person likes to work at the desk.
create table habits (
  account uuid not null,
  person uuid not null,
  habits jsonb not null,
  primary key (account, person)
);

-- Any page of a long list is found along this.
create index conversations_open_pages on conversations (account, last_at desc, id desc) where closed_at is null;
create index conversations_closed_pages on conversations (account, last_at desc, id desc) where closed_at is not null;
drop index conversations_open_by_time;
create index claims_open_of_persons on claims (account, person, conversation) where ended_at is null and holder = 'person';
