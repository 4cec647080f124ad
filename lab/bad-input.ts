import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * Sends the public collections of bad input to a running server, as messages and as raw bodies, and counts what became of them.
 *   node lab/bad-input.ts --url http://localhost:8080 [--site KEY] [--data ../shared/badinput]
 * Without --site the key is taken from the demo shop's page. Ends with an error when the server answers one with an error of its own (5xx),
 * accepts a body that is no JSON, or does not give back word for word what it accepted.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8080' },
    site: { type: 'string' },
    data: { type: 'string', default: '../shared/badinput' },
  },
})
const url = values.url.replace(/\/$/, '')
const data = resolve(values.data)

interface Tally {
  sent: number
  accepted: number
  refused: number
  failed: number
  wrong: string[]
}

await main()

async function main(): Promise<void> {
  if (!existsSync(data))
    return say(`There is no ${data}: the collections (Big List of Naughty Strings, JSONTestSuite) are not part of this repository.\n`)
  const site = values.site ?? (await siteOfShop())
  const naughty = readStrings(join(data, 'blns/blns.json'))
  const files = readBodies(join(data, 'json-testsuite'))
  const rows: Record<string, Tally> = {
    'blns as messages': await sendTexts(site, naughty),
    'json-testsuite as messages': await sendTexts(
      site,
      files.map(({ body }) => body.toString('utf8')),
    ),
    'blns as raw bodies': await sendBodies(
      site,
      naughty.map((text, index) => ({ name: `blns ${index}`, body: Buffer.from(text) })),
    ),
    'json-testsuite as raw bodies': await sendBodies(site, files),
  }
  show(rows)
  const live = await fetch(`${url}/health/live`)
  const bad = Object.values(rows).some(({ failed, wrong }) => failed > 0 || wrong.length > 0)
  say(`The server ${live.ok ? 'is up' : 'is down'} at the end.\n`)
  process.exitCode = live.ok && !bad ? 0 : 1
}

async function siteOfShop(): Promise<string> {
  const page = await (await fetch(`${url}/shop/`)).text()
  const site = /data-site="([^"]+)"/.exec(page)?.[1]
  if (!site) throw new Error(`${url}/shop/ names no site; give it with --site.`)
  return site
}

function readStrings(file: string): string[] {
  return JSON.parse(readFileSync(file, 'utf8')) as string[]
}

function readBodies(folder: string): { name: string; body: Buffer }[] {
  return ['test_parsing', 'test_transform'].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ name: file, body: readFileSync(join(folder, part, file)) })),
  )
}

/** Each visitor says fifty of them; what was accepted must stand in the timeline as it was sent. */
async function sendTexts(site: string, texts: string[]): Promise<Tally> {
  const tally = emptyTally()
  for (let from = 0; from < texts.length; from += 50) {
    const token = await visit(site)
    const accepted: string[] = []
    for (const text of texts.slice(from, from + 50)) {
      const answer = await post('/w/messages', token, Buffer.from(JSON.stringify({ clientId: crypto.randomUUID(), text })))
      count(tally, answer.status)
      if (answer.status === 201) accepted.push(text)
    }
    const kept = await timeline(token)
    const changed = accepted.filter((text) => !kept.includes(text))
    tally.wrong.push(...changed.map((text) => `not kept word for word: ${JSON.stringify(text.slice(0, 60))}`))
    if (kept.length !== accepted.length) tally.wrong.push(`${accepted.length} accepted, ${kept.length} kept`)
  }
  return tally
}

async function sendBodies(site: string, bodies: { name: string; body: Buffer }[]): Promise<Tally> {
  const tally = emptyTally()
  const token = await visit(site)
  for (const { name, body } of bodies)
    for (const path of ['/w/messages', '/w/visits']) {
      const { status, code } = await post(path, token, body)
      count(tally, status)
      if (status < 400) tally.wrong.push(`${path} accepted ${name}`)
      else if (code === undefined) tally.wrong.push(`${path} refused ${name} without a code`)
    }
  if ((await timeline(token)).length > 0) tally.wrong.push('something was stored')
  return tally
}

function emptyTally(): Tally {
  return { sent: 0, accepted: 0, refused: 0, failed: 0, wrong: [] }
}

function count(tally: Tally, status: number): void {
  tally.sent += 1
  if (status < 400) tally.accepted += 1
  else if (status < 500) tally.refused += 1
  else tally.failed += 1
}

async function visit(site: string): Promise<string> {
  const answer = await fetch(`${url}/w/visits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ site, language: 'en' }),
  })
  if (!answer.ok) throw new Error(`A visit was refused: ${await answer.text()}`)
  return ((await answer.json()) as { token: string }).token
}

async function post(path: string, token: string, body: Buffer): Promise<{ status: number; code: string | undefined }> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: new Uint8Array(body),
  })
  const text = await answer.text()
  return { status: answer.status, code: answer.status < 400 ? undefined : /"code":"([a-z-]+)"/.exec(text)?.[1] }
}

async function timeline(token: string): Promise<string[]> {
  const answer = await fetch(`${url}/w/timeline`, { headers: { authorization: `Bearer ${token}` } })
  const { messages } = (await answer.json()) as { messages: { author: string; text: string }[] }
  return messages.filter((message) => message.author === 'customer').map((message) => message.text)
}

function show(rows: Record<string, Tally>): void {
  const line = (name: string, ...cells: (string | number)[]) => say(`${name.padEnd(30)}${cells.map((cell) => String(cell).padStart(10)).join('')}\n`)
  line('', 'sent', 'accepted', 'refused', '5xx', 'wrong')
  for (const [name, { sent, accepted, refused, failed, wrong }] of Object.entries(rows)) line(name, sent, accepted, refused, failed, wrong.length)
  for (const { wrong } of Object.values(rows)) for (const one of wrong.slice(0, 10)) say(`  ${one}\n`)
}

function say(text: string): void {
  process.stdout.write(text)
}
