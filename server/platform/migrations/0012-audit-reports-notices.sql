-- Who changed what of the company's settings, written in the transaction of the change itself.
create table audit (
  account uuid not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  -- One of them: a person, or an API key by its name.
  person uuid,
  key text,
  -- The noun (policy, team, articles …) and what was done to it (PUT policy/pause).
  about text not null,
  action text not null,
  subject text,
  -- [{ path, before, after }], without secrets and cut to a bound.
  changes jsonb not null,
  primary key (account, id)
);
create index audit_by_time on audit (account, at desc, id desc);

-- What was written stays: the application may add to the trail and read it, and no more.
create function audit_stays() returns trigger language plpgsql as $$
begin
  if current_user = 'sambut_app' then raise exception 'the audit trail is only added to'; end if;
  return coalesce(new, old);
end $$;
create trigger audit_stays before update or delete on audit for each row execute function audit_stays();

-- A look at the results that somebody wants to come back to.
create table result_views (
  account uuid not null,
  id uuid not null,
  person uuid not null,
  name text not null,
  shared boolean not null default false,
  view jsonb not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create index result_views_of_person on result_views (account, person);

-- Results by e-mail, at an hour of the reader's own day. `next_at` is drawn anew whenever one is made.
create table reports (
  account uuid not null,
  id uuid not null,
  person uuid not null,
  every text not null check (every in ('day', 'week')),
  -- 1 Monday … 7 Sunday; null for a daily one.
  weekday int check (weekday between 1 and 7),
  hour int not null check (hour between 0 and 23),
  language text,
  next_at timestamptz not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (account, id)
);
create index reports_of_person on reports (account, person);

-- One mail for one period: claimed before it is handed to the mail server, so that it goes out once.
create table report_mails (
  account uuid not null,
  report uuid not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  retry_at timestamptz not null default clock_timestamp(),
  -- Set before the mail goes out and taken back only when the mail server refused it: who died in between does not send it twice.
  claimed_at timestamptz,
  sent_at timestamptz,
  error text,
  primary key (account, report, due_at)
);

create index report_mails_to_send on report_mails (retry_at) where claimed_at is null;

-- How a person likes their screens; what is not there has its default.
alter table people add column preferences jsonb not null default '{}';

-- What a person is told about while they look elsewhere.
create table notices (
  account uuid not null,
  id uuid not null,
  person uuid not null,
  kind text not null check (kind in ('assigned', 'mentioned', 'promise')),
  conversation uuid not null,
  -- The same fact is told once, however often it is delivered.
  once text not null,
  at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  primary key (account, id),
  unique (account, person, once)
);
create index notices_of_person on notices (account, person, at desc);
