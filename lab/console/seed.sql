-- 50,000 open conversations with a message each, for measuring long lists:
--   psql -h DATA/socket -U postgres -d sambut -v rows=50000 -f lab/console/seed.sql
-- Only for a database of your own: there is no way back but a new one.
with house as (select account from accounts order by made_at limit 1),
made as (
  insert into customers (account, id, name, language, last_seq)
  select account, gen_random_uuid(), (array['Lim Hui Min', 'Kadri Tamm', 'Budi Santoso', 'Aisyah Roslan', 'Kanya Wongsakul', 'Wang Jianguo'])[1 + n % 6] || ' ' || n,
    (array['en', 'et', 'id', 'ms', 'th', 'zh'])[1 + n % 6], 1
  from house, generate_series(1, :rows) n
  returning account, id, name, language
),
opened as (
  insert into conversations (account, id, customer, channel, language, last_customer_seq, last_at, opened_at)
  select account, gen_random_uuid(), id, 'web', language, 1, now() - random() * interval '90 days', now() - interval '90 days' from made
  returning account, id, customer, last_at, language
)
insert into messages (account, customer, seq, id, conversation, author, text, language, at)
select account, customer, 1, gen_random_uuid(), id, 'customer', 'Where is my order? It was to come on ' || to_char(last_at, 'DD Mon') || '.', language, last_at from opened;
analyze customers;
analyze conversations;
analyze messages;
