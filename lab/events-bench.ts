import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'

/**
 * How long a fact takes from being saved to the next fact that follows from it, on a server that has nothing else to do:
 * commit, waking, claiming, the action's own work, and saving. One message at a time; the database's clock.
 *   node lab/events-bench.ts --url http://localhost:8080 --site KEY (--data FOLDER | --database URL) [--messages 200]
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8080' },
    site: { type: 'string' },
    data: { type: 'string' },
    database: { type: 'string' },
    messages: { type: 'string', default: '200' },
  },
})

/** The way of a message; each step is one hop. */
const way = ['message.received', 'message.understood', 'stake.weighed', 'conversation.routed', 'place.kept']
const questions = ['hello', 'where is my parcel', 'how long may I return something', 'I want to send it back', 'good morning']

const database = new pg.Client(
  values.database ? { connectionString: values.database } : { host: join(values.data ?? 'data', 'socket'), user: 'postgres', database: 'sambut' },
)
await database.connect()
try {
  const conversations = await sendAll(Number(values.messages))
  show(await measure(conversations))
} finally {
  await database.end()
}

async function sendAll(count: number): Promise<string[]> {
  const site = values.site ?? String((await database.query('select site_key from accounts order by made_at limit 1')).rows[0]?.site_key)
  const conversations: string[] = []
  for (let nth = 0; nth < count; nth++) {
    const { token } = await post<{ token: string }>('/w/visits', undefined, { site, language: 'en' })
    const { conversation } = await post<{ conversation: string }>('/w/messages', token, {
      clientId: crypto.randomUUID(),
      text: questions[nth % questions.length],
    })
    await untilIdle()
    conversations.push(conversation)
  }
  return conversations
}

async function post<Body>(path: string, token: string | undefined, body: unknown): Promise<Body> {
  const headers = { 'content-type': 'application/json', 'accept-language': 'en', ...(token && { authorization: `Bearer ${token}` }) }
  const answer = await fetch(`${values.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Body
}

/** Nothing is due any more. Timers of later do not count. */
async function untilIdle(): Promise<void> {
  for (;;) {
    const { rowCount } = await database.query('select 1 from deliveries where dead_at is null and due_at <= clock_timestamp() limit 1')
    if (rowCount === 0) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function measure(conversations: string[]): Promise<Map<string, number[]>> {
  const { rows } = await database.query<{ subject: string; name: string; at: number }>(
    'select subject, name, extract(epoch from at)::float8 * 1000 as at from events where subject = any($1::uuid[]) and name = any($2) order by subject, id',
    [conversations, way],
  )
  const hops = new Map<string, number[]>()
  for (const facts of Map.groupBy(rows, (row) => row.subject).values())
    for (const [index, name] of way.entries()) {
      const before = facts.find((fact) => fact.name === way[index - 1])
      const fact = facts.find((one) => one.name === name)
      if (!before || !fact) continue
      const hop = `${before.name} → ${name}`
      hops.set(hop, [...(hops.get(hop) ?? []), fact.at - before.at])
    }
  return hops
}

function show(hops: Map<string, number[]>): void {
  const line = (name: string, ...cells: string[]) => process.stdout.write(`${name.padEnd(48)}${cells.map((cell) => cell.padStart(10)).join('')}\n`)
  line('', 'n', 'p50 ms', 'p95 ms')
  for (const [name, times] of [...hops, ['every hop', [...hops.values()].flat()] as const])
    line(name, String(times.length), quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1))
}

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
}
