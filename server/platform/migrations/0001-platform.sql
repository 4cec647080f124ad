-- The role that row security binds; the owner of the tables (the platform) is not bound.
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'sambut_app') then
    create role sambut_app nologin;
  end if;
  execute format('grant sambut_app to %I', current_user);
end $$;

create table accounts (
  account uuid primary key,
  name text not null,
  currency text not null default 'EUR',
  time_zone text not null default 'Asia/Singapore',
  language text not null default 'en',
  site_key text not null unique,
  identity_secret text not null,
  assistant_name text not null default 'Sambut assistant',
  demo boolean not null default false,
  made_at timestamptz not null default now()
);

-- Every fact, saved in the transaction of the change that it states. One table is the audit trail,
-- the source of the figures, the webhook feed and the live push.
create table events (
  account uuid not null,
  id bigint generated always as identity,
  name text not null,
  subject uuid,
  facts jsonb not null,
  at timestamptz not null default clock_timestamp(),
  -- Readers take only what is below the oldest running transaction, so that a late commit is never skipped.
  xid xid8 not null default pg_current_xact_id(),
  primary key (account, id)
);
create index events_in_order on events (xid, id);
create index events_of_subject on events (account, subject, id);
create index events_by_name on events (account, name, at);

-- What is still to be done because of a fact. Done work is deleted; work given up keeps `dead_at` and can be replayed.
create table deliveries (
  account uuid not null,
  id bigint generated always as identity,
  event bigint not null,
  action text not null,
  lane uuid not null,
  due_at timestamptz not null,
  retry_at timestamptz not null default '-infinity',
  attempts int not null default 0,
  lease uuid,
  leased_until timestamptz not null default '-infinity',
  dead_at timestamptz,
  error text,
  primary key (account, id)
);
create index deliveries_to_do on deliveries (due_at, id) where dead_at is null;
create index deliveries_of_lane on deliveries (lane, action, id) where dead_at is null;
alter table deliveries set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

create table secrets (
  name text primary key,
  value text not null
);

-- Sign-in (better-auth). People of the team are in `people`; a user may belong to several accounts.
create table users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table sessions (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_of_user on sessions (user_id);
create table credentials (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credentials_of_user on credentials (user_id);
create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on verifications (identifier);
create table two_factors (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz,
  user_id text not null references users (id) on delete cascade
);
