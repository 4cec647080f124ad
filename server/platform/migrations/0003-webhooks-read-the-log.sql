-- A webhook reads the event log by itself, like every other reader: nothing is written for it while facts are delivered.
alter table webhooks
  add column seen_xid xid8 not null default pg_snapshot_xmin(pg_current_snapshot()),
  add column seen_id bigint not null default 0;

-- Figures over a period ask by the day of opening.
create index conversations_by_opening on conversations (account, opened_at);
