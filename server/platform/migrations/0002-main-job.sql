create table people (
  account uuid not null,
  id uuid not null,
  user_id text not null,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'lead', 'team', 'analyst')),
  languages text[] not null default '{en}',
  skills text[] not null default '{}',
  capacity int not null default 3 check (capacity between 1 and 50),
  presence text not null default 'off' check (presence in ('on', 'away', 'off')),
  presence_since timestamptz not null default now(),
  -- Last heartbeat of the console.
  beat_at timestamptz not null default now(),
  -- Since when there has been room for another conversation.
  free_since timestamptz not null default now(),
  language text not null default 'en',
  simulated boolean not null default false,
  made_at timestamptz not null default now(),
  primary key (account, id),
  unique (account, user_id)
);
create index people_of_user on people (user_id);

create table hours (
  account uuid primary key,
  hours jsonb not null
);

create table customers (
  account uuid not null,
  id uuid not null,
  external_id text,
  name text,
  local_name text,
  email text,
  phone text,
  country text,
  language text,
  segment text,
  since timestamptz,
  verified_at timestamptz,
  -- The last number given in this customer's timeline; its row lock puts one writer after the other (I3).
  last_seq int not null default 0,
  made_at timestamptz not null default now(),
  primary key (account, id)
);
create unique index customers_by_external_id on customers (account, external_id) where external_id is not null;
create index customers_by_email on customers (account, lower(email)) where email is not null;

-- A browser that may read and write one customer's timeline. Only the hash of its token is kept.
create table visitors (
  account uuid not null,
  id uuid not null,
  customer uuid not null,
  token_hash text not null,
  anonymous_id text,
  language text,
  made_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  primary key (account, id)
);
create unique index visitors_by_token on visitors (account, token_hash);

create table orders (
  account uuid not null,
  id uuid not null,
  customer uuid not null,
  number text not null,
  at timestamptz not null,
  status text not null check (status in ('placed', 'paid', 'shipped', 'delivered', 'returned', 'cancelled')),
  total_cents bigint not null,
  margin_share real not null default 0.35,
  items jsonb not null default '[]',
  primary key (account, id),
  unique (account, number)
);
create index orders_of_customer on orders (account, customer, at desc);

create table traits (
  account uuid not null,
  customer uuid not null,
  name text not null,
  value text not null,
  source text not null,
  at timestamptz not null,
  primary key (account, customer, name)
);

create table tracked (
  account uuid not null,
  id uuid not null,
  customer uuid not null,
  message_id text not null,
  kind text not null check (kind in ('identify', 'track', 'page')),
  name text not null,
  properties jsonb not null default '{}',
  source text not null,
  at timestamptz not null,
  primary key (account, id),
  unique (account, message_id)
);
create index tracked_of_customer on tracked (account, customer, at desc);

-- Anonymous ids that event tools gave before they knew who it was.
create table anonymous_ids (
  account uuid not null,
  anonymous_id text not null,
  customer uuid not null,
  primary key (account, anonymous_id)
);

create sequence conversation_numbers start 1001;

create table conversations (
  account uuid not null,
  id uuid not null,
  customer uuid not null,
  number bigint not null default nextval('conversation_numbers'),
  channel text not null,
  language text,
  -- What the page or browser said; settles short messages.
  language_hint text,
  intent text,
  intent_confidence real,
  opened_at timestamptz not null default clock_timestamp(),
  -- Drawn at each opening: the place in the queue from the first second.
  place_number bigint not null default nextval('conversation_numbers'),
  closed_at timestamptz,
  asked_for_person_at timestamptz,
  last_customer_seq int not null default 0,
  last_reply_seq int not null default 0,
  last_at timestamptz not null default clock_timestamp(),
  page text,
  primary key (account, id),
  unique (account, number)
);
create unique index conversations_open on conversations (account, customer) where closed_at is null;
create index conversations_of_customer on conversations (account, customer, opened_at desc);
create index conversations_by_time on conversations (account, last_at desc, id);
create index conversations_open_by_time on conversations (account, last_at desc) where closed_at is null;

create table closures (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  at timestamptz not null default clock_timestamp(),
  by_kind text not null check (by_kind in ('assistant', 'person', 'customer', 'clock')),
  by_person uuid,
  -- null: nobody said; silence never counts as resolved.
  resolved boolean,
  reason text not null,
  reopened_at timestamptz,
  reopened_by text,
  primary key (account, id)
);
create index closures_of_conversation on closures (account, conversation, at desc);

create table messages (
  account uuid not null,
  customer uuid not null,
  seq int not null,
  id uuid not null,
  conversation uuid not null,
  client_id text,
  author text not null check (author in ('customer', 'assistant', 'person', 'system')),
  person uuid,
  private boolean not null default false,
  text text not null,
  language text,
  reason jsonb,
  sources jsonb not null default '[]',
  asks_whether_solved boolean not null default false,
  delivery text not null default 'stored',
  at timestamptz not null default clock_timestamp(),
  primary key (account, customer, seq)
);
create unique index messages_once on messages (account, customer, client_id) where client_id is not null;
create index messages_of_conversation on messages (account, conversation, seq);

create table readings (
  account uuid not null,
  customer uuid not null,
  seq int not null,
  conversation uuid not null,
  reading jsonb not null,
  intent text,
  mood real not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, customer, seq)
);
create index readings_of_conversation on readings (account, conversation, seq);

-- Who holds a conversation: at most one open claim (I5).
create table claims (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  customer uuid not null,
  holder text not null check (holder in ('assistant', 'person')),
  person uuid,
  since timestamptz not null default clock_timestamp(),
  lease_until timestamptz not null,
  ended_at timestamptz,
  ended_because text,
  primary key (account, id)
);
create unique index claims_one_open on claims (account, conversation) where ended_at is null;
create index claims_of_person on claims (account, person) where ended_at is null;
create index claims_of_conversation on claims (account, conversation, since);

create table intent_examples (
  account uuid not null,
  id uuid not null,
  intent text not null,
  text text not null,
  language text,
  source text not null default 'owner',
  at timestamptz not null default now(),
  primary key (account, id)
);
create index intent_examples_of_intent on intent_examples (account, intent);

create table intent_models (
  account uuid not null,
  version int not null,
  model jsonb not null,
  examples int not null,
  accuracy real,
  trained_at timestamptz not null default now(),
  primary key (account, version)
);

create table economics (
  account uuid not null,
  intent text not null,
  economics jsonb not null,
  at timestamptz not null default now(),
  primary key (account, intent)
);

create table stakes (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  customer uuid not null,
  seq int not null,
  stake jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create unique index stakes_once on stakes (account, conversation, seq);

create table ledger (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  -- The entry that a realisation or a write-off answers.
  settles uuid,
  kind text not null check (kind in ('expected', 'cost', 'realised', 'written-off')),
  cents bigint not null,
  decision text,
  rule text not null,
  numbers jsonb not null default '{}',
  -- The same decision books once, however often its event is delivered.
  once text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, id),
  unique (account, once)
);
create index ledger_of_conversation on ledger (account, conversation);
create index ledger_by_time on ledger (account, at desc);

-- A place is kept from the first message on; `waiting_since` says that it waits for a person.
create table places (
  account uuid not null,
  conversation uuid not null,
  customer uuid not null,
  number bigint not null,
  kept_at timestamptz not null default clock_timestamp(),
  waiting_since timestamptz,
  limit_at timestamptz,
  priority int not null default 0,
  per_minute real not null default 0,
  uplift real not null default 0,
  language text,
  skill text,
  asked_for_person boolean not null default false,
  served_at timestamptz,
  served_by uuid,
  -- Since when they had waited when they were served or left: given back, they go on waiting from there.
  waited_since timestamptz,
  -- Who gave it back: not offered to them again at once.
  given_back_by uuid,
  left_at timestamptz,
  left_because text,
  told_ahead int,
  told_from real,
  told_to real,
  callback_at timestamptz,
  primary key (account, conversation)
);
create index places_waiting on places (account, priority desc, number) where waiting_since is not null;

-- What a waiting customer was told, and why it changed.
create table place_changes (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  ahead int not null,
  range_from real,
  range_to real,
  because jsonb,
  at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create index place_changes_of_conversation on place_changes (account, conversation, at);

create table callbacks (
  account uuid not null,
  conversation uuid not null,
  customer uuid not null,
  email text,
  phone text,
  asked_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  primary key (account, conversation)
);

create table decisions (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  customer uuid not null,
  seq int not null,
  decided text not null check (decided in ('person', 'assistant', 'callback')),
  priority int not null,
  because jsonb not null,
  facts jsonb not null,
  policy_version int not null,
  -- The fact that was answered: one answer each, however often it is delivered.
  event bigint not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, id),
  unique (account, conversation, event)
);
create index decisions_of_conversation on decisions (account, conversation, at desc);

create table overrides (
  account uuid not null,
  id uuid not null,
  conversation uuid not null,
  decided text not null check (decided in ('person', 'assistant')),
  person uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create index overrides_of_conversation on overrides (account, conversation, at desc);

create table policies (
  account uuid not null,
  version int not null,
  policy jsonb not null,
  person uuid,
  at timestamptz not null default now(),
  primary key (account, version)
);

-- The kill switch, as a dated record: open while `resumed_at` is null.
create table pauses (
  account uuid not null,
  id uuid not null,
  person uuid,
  paused_at timestamptz not null default clock_timestamp(),
  resumed_at timestamptz,
  primary key (account, id)
);

create table articles (
  account uuid not null,
  id uuid not null,
  slug text not null,
  author uuid,
  published_at timestamptz,
  made_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (account, id),
  unique (account, slug)
);
create table article_texts (
  account uuid not null,
  article uuid not null,
  language text not null,
  title text not null,
  body text not null,
  primary key (account, article, language)
);

-- What the assistant did beside the queue or alone, and what the customer said of it.
create table help (
  account uuid not null,
  customer uuid not null,
  seq int not null,
  conversation uuid not null,
  answers_seq int not null,
  article uuid,
  confidence real,
  abstained boolean not null,
  solved boolean,
  judged_at timestamptz,
  at timestamptz not null default clock_timestamp(),
  primary key (account, customer, seq)
);
create index help_of_conversation on help (account, conversation);
create index help_of_article on help (account, article) where article is not null;

create table handovers (
  account uuid not null,
  conversation uuid not null,
  card jsonb not null,
  prepared_at timestamptz not null default clock_timestamp(),
  primary key (account, conversation)
);

-- One question per interaction, credited to whoever served at asking time.
create table efforts (
  account uuid not null,
  conversation uuid not null,
  closure uuid not null,
  customer uuid not null,
  about text not null check (about in ('assistant', 'person')),
  person uuid,
  asked_at timestamptz not null default clock_timestamp(),
  score int check (score between 1 and 7),
  comment text,
  answered_at timestamptz,
  primary key (account, closure)
);
create index efforts_of_conversation on efforts (account, conversation);

create table api_keys (
  account uuid not null,
  id uuid not null,
  name text not null,
  scope text not null check (scope in ('events', 'read', 'full')),
  prefix text not null,
  secret_hash text not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (account, id)
);
create unique index api_keys_by_hash on api_keys (account, secret_hash);

create table webhooks (
  account uuid not null,
  id uuid not null,
  url text not null,
  secret text not null,
  events text[] not null,
  made_at timestamptz not null default now(),
  primary key (account, id)
);
create table webhook_sends (
  account uuid not null,
  id bigint generated always as identity,
  webhook uuid not null,
  event bigint not null,
  subject uuid,
  body text not null,
  attempts int not null default 0,
  retry_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  error text,
  primary key (account, id),
  unique (account, webhook, event)
);
create index webhook_sends_to_do on webhook_sends (retry_at) where sent_at is null;
