-- The order of the queue and what is at stake are two things: a request for a person counts a multiple of the price in the order, and with
-- few on duty that price is no sum of money. Who has been offered how much is measured by what a person adds.
alter table places add column uplift real not null default 0;
update places p set uplift = greatest(0, d.uplift)
from (
  select distinct on (account, conversation) account, conversation, coalesce((because->'numbers'->>'uplift')::real, 0) as uplift
  from decisions where because->'numbers' ? 'uplift' order by account, conversation, at desc
) d
where p.account = d.account and p.conversation = d.conversation;
update assignments a set value_minutes = p.uplift * p.minutes
from places p where p.account = a.account and p.conversation = a.conversation and a.at > now() - interval '8 hours';
-- What is on its way says nothing of it yet.
update events e set facts = facts || '{"uplift": 0}'
from deliveries d where d.account = e.account and d.event = e.id and e.name = 'conversation.routed' and not e.facts ? 'uplift';

-- When skill and language are given up is the owner's to say; so far it followed from the limit.
update policies set policy = policy || jsonb_build_object('relaxMinutes', jsonb_build_array(
  (policy->>'waitLimitMinutes')::numeric * 0.5, (policy->>'waitLimitMinutes')::numeric * 0.8)) where not policy ? 'relaxMinutes';
update policy_drafts set policy = policy || jsonb_build_object('relaxMinutes', jsonb_build_array(
  (policy->>'waitLimitMinutes')::numeric * 0.5, (policy->>'waitLimitMinutes')::numeric * 0.8)) where not policy ? 'relaxMinutes';
