-- How long people handle a conversation is asked with every place that is told.
create index claims_closed on claims (account, ended_at) where holder = 'person' and ended_because = 'closed';
