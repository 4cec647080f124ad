-- Every e-mail that a change causes goes out by `letters`: reports and transcripts, too.
alter table letters
  add column html text,
  -- Where its reader ends such letters.
  add column stop_url text,
  -- To what it belongs: when that ends, what has not gone is withdrawn.
  add column about uuid,
  -- By then it says what was, and is sent no more; null: it never does.
  add column until timestamptz,
  -- Whether it went out or was given up: its words are forgotten then, and `once` keeps it from being written anew.
  add column sent_at timestamptz,
  add column given_up_at timestamptz,
  add column made_at timestamptz not null default clock_timestamp();
drop index letters_to_do;
create index letters_to_do on letters (retry_at) where sent_at is null and given_up_at is null;
create index letters_about on letters (account, about, made_at desc) where about is not null;

-- The link that ends a report without signing in names this.
alter table reports add column stop text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
drop table report_mails;
alter table transcripts rename column sent_at to used_at;
create index transcripts_by_time on transcripts (account, asked_at);
