-- What brings a customer to a person waits for nothing else, however much is to be done (row 4).
alter table deliveries add column urgent boolean not null default false;
drop index deliveries_to_do;
create index deliveries_to_do on deliveries (urgent desc, due_at, id) where dead_at is null;
