import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { ConversationPage } from '../../contract/conversations.ts'
import { startPostgres } from '../../server/platform/postgres.ts'
import { joinCompany } from '../replay/company.ts'
import { type Door, makeDoor } from '../replay/http.ts'
import { startOwnServer } from '../replay/server.ts'
import { addCrowd } from './crowd.ts'

/**
 * `node lab/console/search.ts [--rows 50000] [--times 40]`: how long the team waits for a search over many conversations, through the
 * API of a server of its own, and how long that server took to make messages findable that were there before.
 */
const root = join(import.meta.dirname, '../..')

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '50000' }, times: { type: 'string', default: '40' } } })
  const server = await startOwnServer(root, { demo: true })
  const { connection } = await startPostgres(server.data, () => {})
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const door = makeDoor(server.address)
    const { owner } = await joinCompany(door, 0, null)
    await door.insist('PUT', '/v1/demo', { cookie: owner.cookie, body: { speed: 0 } })
    await addCrowd(server.data, Number(values.rows))
    await client.query(toldMore)
    await client.query(`update messages set text = text || ' Zirconium.' where text like 'Message 31415:%'`)
    await untilRead(client)
    for (const [what, search] of searches) say(what, await time(door, owner.cookie, search, Number(values.times)))
    const { rows } = await client.query<{ index: string; texts: string }>(
      `select pg_size_pretty(pg_relation_size('messages_terms')) as index, pg_size_pretty(pg_table_size('messages')) as texts`,
    )
    say('size: index, table of messages', `${rows[0]?.index}, ${rows[0]?.texts}`)
    say('load of the machine', `${(loadavg()[0] ?? 0).toFixed(0)} on ${availableParallelism()} processors`)
  } finally {
    await client.end()
    await server.stop()
  }
}

/** What the crowd says is short and all alike; to each is added what somebody said in the demo, in one of its six languages. */
const toldMore = `
  with said as (select array_agg(text) as texts from messages where author in ('customer', 'person') and text not like 'Message %: when%')
  update messages m set text = m.text || ' ' || said.texts[1 + abs(hashtext(m.id::text)::bigint) % cardinality(said.texts)]
  from said where m.text like 'Message %: when%'`

const searches = [
  ['a rare word', 'zirconium'],
  ['a word by its meaning', 'guarantee'],
  ['the beginning of a word', 'zirc'],
  ['a name', 'Visitor 4242'],
  ['a word in every conversation', 'order'],
  ['two words in every conversation', 'order arrive'],
  ['a phrase', '"Message 31415: when"'],
  ['a word nobody said', 'xylophone'],
] as const

const say = (what: string, value: string) => process.stdout.write(`| ${what} | ${value} |\n`)

/** Waits until the server has read what was put into its database. */
async function untilRead(client: pg.Client): Promise<void> {
  const unread = async () => Number((await client.query(`select count(*) as n from messages where terms is null and author <> 'system'`)).rows[0]?.n)
  const [began, all] = [performance.now(), await unread()]
  for (let left = all; left > 0; left = await unread()) await new Promise((resolve) => setTimeout(resolve, 200))
  say('messages made findable in a second', `${Math.round((all * 1000) / (performance.now() - began))}`)
  await client.query('vacuum analyze messages')
}

async function time(door: Door, cookie: string, search: string, times: number): Promise<string> {
  const took: number[] = []
  let found = 0
  for (let time = 0; time < times; time++) {
    const began = performance.now()
    const answer = await door.ask('GET', `/v1/conversations?${new URLSearchParams({ view: 'all', search })}`, { cookie })
    took.push(performance.now() - began)
    found = ConversationPage.parse(answer.body).total
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => Math.round(took[Math.ceil(share * took.length) - 1] ?? 0)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${found} found`
}

await main()
