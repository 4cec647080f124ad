-- What a message speaks of, for searching: its words, their roots and concepts, made by the product. Null: not read yet.
alter table messages add column terms tsvector;
create index messages_terms on messages using gin (terms) with (fastupdate = off);
create index messages_without_terms on messages (at) where terms is null and author <> 'system';

-- Whoever changes a text, for whatever reason, leaves nothing of the old one to be found.
create function forget_terms() returns trigger language plpgsql as $$
begin
  new.terms := null;
  return new;
end $$;
create trigger messages_forget_terms before update of text on messages
  for each row when (old.text is distinct from new.text) execute function forget_terms();

-- Row security hides rows from conditions that might tell of them, and so keeps the role of the app from this index. The function goes
-- along the index as its owner and puts the same wall around the account. What is not read yet is found by its letters.
create function messages_that_say(wanted tsquery, phrases text[], letters text[])
  returns table (conversation uuid, customer uuid, seq int, author text, person uuid, at timestamptz)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
as $$
  select m.conversation, m.customer, m.seq, m.author, m.person, m.at from messages m
  where m.account = (select nullif(current_setting('app.account', true), '')::uuid)
    and ((m.terms @@ wanted and m.text ilike all (phrases)) or (m.terms is null and m.author <> 'system' and m.text ilike all (letters)))
$$;
revoke execute on function messages_that_say from public;
grant execute on function messages_that_say to sambut_app;
