import { test } from 'vitest'
import { makeWorld } from '../../tests/world/world.ts'
import { sql, many } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { receive, reply, close } from '../conversations/actions.ts'
import { changePresence } from '../team/presence.ts'
test('journey', async () => {
  const w = await makeWorld()
  const a = w.account
  const customer = newId()
  await w.platform.database.inAccount(a, (db) => sql`insert into customers (account, id, name) values (${a}, ${customer}, 'Min')`.execute(db))
  const say = (text: string) => w.platform.act(a, (work) => receive(work, { customer, channel: 'web', clientId: newId(), text, languageHint: 'en', page: null }))
  const { conversation } = await say('Where is my order RK-20418? It should have come on Tuesday and I am really annoyed.')
  await w.settled()
  await say('I want to talk to a human being please')
  await w.settled()
  await w.platform.act(a, (work) => changePresence(work, w.owner.person, 'on'))
  await w.settled()
  await w.platform.act(a, (work) => reply(work, { conversation, person: w.owner.person, clientId: newId(), text: 'Hi Min, I am looking.', private: false }))
  await w.platform.act(a, (work) => close(work, { conversation, by: 'person', person: w.owner.person, resolved: true, reason: 'solved' }))
  await w.settled()
  console.log(JSON.stringify((await w.request('GET', `/v1/conversations/${conversation}/handover`)).body, null, 1))
  const r: any = (await w.request('GET', `/v1/results`)).body
  console.log(r.figures.map((f: any) => `${f.metric} ${f.value} n=${f.n}`).join('\n'))
  console.log(JSON.stringify((await w.request('GET', `/health/invariants`)).body))
  console.log(await w.platform.database.inAccount(a, (db) => many(db, sql`select name, facts->>'milliseconds' as ms, at from events order by id`)).then((x: any) => x.map((e: any) => e.name + (e.ms ? ' ' + e.ms : '')).join(', ')))
  await w.stop()
}, 60000)
test('size', async () => {
  const w = await makeWorld()
  const a = w.account
  await w.platform.database.asPlatform(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db)
    await sql`insert into customers (account, id, last_seq) select ${a}, gen_random_uuid(), 6 from generate_series(1, 20000)`.execute(db)
    await sql`insert into conversations (account, id, customer, channel, language, intent, opened_at, closed_at, last_customer_seq, last_reply_seq) select ${a}, gen_random_uuid(), id, 'web', 'en', 'return', now() - random() * interval '60 days', now(), 5, 6 from customers where account = ${a}`.execute(db)
    await sql`insert into messages (account, customer, seq, id, conversation, client_id, author, text, at) select ${a}, c.customer, s, gen_random_uuid(), c.id, 'client-' || s, case when s % 2 = 1 then 'customer' when s = 4 then 'person' else 'assistant' end, 'words', opened_at + s * interval '1 minute' from conversations c, generate_series(1, 6) s where c.account = ${a}`.execute(db)
    await sql`insert into events (account, name, subject, facts, at) select ${a}, case when author = 'customer' then 'message.received' else 'reply.written' end, conversation, jsonb_build_object('seq', seq, 'customer', customer), at from messages where account = ${a}`.execute(db)
    await sql`insert into decisions (account, id, conversation, customer, seq, decided, priority, because, facts, policy_version, at, event) select ${a}, gen_random_uuid(), id, customer, 1, 'person', 0, '{}', '{}', 1, opened_at, row_number() over () from conversations where account = ${a}`.execute(db)
    await sql`insert into claims (account, id, conversation, customer, holder, person, since, lease_until, ended_at) select ${a}, gen_random_uuid(), id, customer, 'person', ${w.owner.person}, opened_at + interval '2 minutes', now(), opened_at + interval '8 minutes' from conversations where account = ${a}`.execute(db)
    await sql`insert into places (account, conversation, customer, number, waited_since) select ${a}, id, customer, 1, opened_at from conversations where account = ${a}`.execute(db)
    await sql`insert into ledger (account, id, conversation, kind, cents, rule, once) select ${a}, gen_random_uuid(), id, 'cost', 100, 'x', id::text from conversations where account = ${a}`.execute(db)
  })
  await sql`analyze`.execute(w.platform.database.platform)
  for (const path of ['/v1/results', '/v1/results?from=' + new Date(Date.now() - 59 * 86400000).toISOString(), '/v1/results/customer-effort/conversations', '/health/invariants']) {
    const t = performance.now(); const x: any = await w.request('GET', path); console.log(path, x.status, Math.round(performance.now() - t), 'ms', x.body.checks?.map((c: any) => c.name + c.violations).join(' ') ?? x.body.figures?.[0].n)
  }
  await w.stop()
}, 120000)
