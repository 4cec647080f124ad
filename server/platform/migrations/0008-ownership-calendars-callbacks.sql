-- What the owner set of holding conversations. No row: the starting rules of core/team/holding.ts.
create table holding_rules (
  account uuid primary key,
  -- Who got a conversation opens it or writes within this, or somebody else is asked.
  answer_minutes real not null check (answer_minutes between 0.5 and 60),
  -- After closing, a conversation counts as held for this long.
  wrap_up_seconds int not null check (wrap_up_seconds between 0 and 900),
  -- By channel, how much of a person a conversation takes: a number of places, or "all" that is left.
  weights jsonb not null
);

alter table claims
  -- When the holder first looked at what they were given, or wrote.
  add column seen_at timestamptz,
  -- Places of the holder's capacity; null: all that is left.
  add column takes real default 1,
  -- Until when the holder was not free after closing.
  add column wrap_until timestamptz;
create index claims_wrapping on claims (account, person, wrap_until) where wrap_until is not null;

-- A hand-over: into the queue (at once), or into a colleague's hands (when they say yes).
create table transfers (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  from_person uuid not null,
  -- null: to the queue.
  to_person uuid,
  skill text,
  language text,
  note text,
  asked_at timestamptz not null default clock_timestamp(),
  answer_by timestamptz,
  answered_at timestamptz,
  answer text check (answer in ('accepted', 'declined', 'expired', 'withdrawn', 'queued')),
  primary key (account, id)
);
create unique index transfers_one_open on transfers (account, conversation) where answered_at is null;
create index transfers_asked on transfers (account, to_person) where answered_at is null;
create index transfers_of_conversation on transfers (account, conversation, asked_at desc);

-- Hours of their own: a language's, a skill's, a person's. The company's own are in `hours`.
create table calendars (
  account uuid not null,
  kind text not null check (kind in ('language', 'skill', 'person')),
  subject text not null,
  -- null: the company's hours, less the time off.
  hours jsonb,
  time_off jsonb not null default '[]',
  at timestamptz not null default clock_timestamp(),
  primary key (account, kind, subject)
);

-- Whom a colleague wants for it: stands above what was read, until somebody serves.
alter table places
  drop column callback_at,
  add column wanted_language text,
  add column wanted_skill text;

alter table callbacks
  -- The time that was agreed; null: as soon as somebody is in.
  add column due_at timestamptz,
  -- How often we came back, or could not.
  add column attempts int not null default 0,
  -- Since when it stands in front of the queue.
  add column called_at timestamptz,
  add column done_because text;
create index callbacks_due on callbacks (account, due_at) where done_at is null and due_at is not null;

-- E-mail that is to go out. A letter that has gone leaves nothing behind.
create table letters (
  account uuid not null,
  id uuid not null,
  -- Written once for the same cause, however often that is delivered.
  once text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  attempts int not null default 0,
  retry_at timestamptz not null default clock_timestamp(),
  error text,
  primary key (account, id),
  unique (account, once)
);
create index letters_to_do on letters (retry_at);
