import pg from 'pg'
import { startPostgres } from '../../server/platform/postgres.ts'

/**
 * Fills the demo company of the server on this folder with open conversations of customers of their own, one message each:
 * copies of one that is there, so that every column holds what the product puts there. The newest is a minute old.
 */
export async function addCrowd(data: string, conversations: number): Promise<void> {
  const { connection } = await startPostgres(data, () => {})
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `create temp table crowd on commit drop as
         select n, gen_random_uuid() as conversation, gen_random_uuid() as customer, gen_random_uuid() as message,
           clock_timestamp() - make_interval(secs => 60 + n) as at
         from generate_series(1, $1::int) n`,
      [conversations],
    )
    for (const [table, changes] of copies) await client.query(copy(table, changes))
    await client.query('commit')
    for (const [table] of copies) await client.query(`analyze ${table}`)
  } finally {
    await client.end()
  }
}

/** Tables in the order of their making, with what is each row's own. */
const copies: [string, string][] = [
  ['customers', `'id', crowd.customer, 'name', 'Visitor ' || crowd.n, 'external_id', null, 'email', null, 'last_seq', 1`],
  [
    'conversations',
    `'id', crowd.conversation, 'customer', crowd.customer, 'number', nextval('conversation_numbers'), 'place_number', nextval('conversation_numbers'),
     'last_at', crowd.at, 'opened_at', crowd.at, 'closed_at', null, 'asked_for_person_at', null, 'last_customer_seq', 1, 'last_reply_seq', 0`,
  ],
  [
    'messages',
    `'id', crowd.message, 'conversation', crowd.conversation, 'customer', crowd.customer, 'seq', 1, 'client_id', null, 'author', 'customer',
     'person', null, 'private', false, 'text', 'Message ' || crowd.n || ': when does my order arrive?', 'terms', null, 'at', crowd.at`,
  ],
]

const copy = (table: string, changes: string) => `
  insert into ${table} select filled.*
  from crowd
  cross join (select one from ${table} one where account in (select account from places) limit 1) there
  cross join lateral jsonb_populate_record(there.one, jsonb_build_object(${changes})) filled`
