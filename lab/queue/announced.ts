import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chance } from '../../core/chance.ts'
import { rangeChange } from '../../core/queue/place-change.ts'
import { flow } from '../../server/flow.ts'
import { many, sql } from '../../server/platform/db.ts'
import { newId } from '../../server/platform/ids.ts'
import { type Platform, startPlatform } from '../../server/platform/platform.ts'
import { startPostgres } from '../../server/platform/postgres.ts'
import { leave } from '../../server/queue/actions.ts'
import { rangeOf } from '../../server/queue/announce.ts'
import { changePresence } from '../../server/team/presence.ts'
import { pressForPerson } from '../../server/web/person.ts'
import { fillQueue } from './burst.ts'
import { type Company, makeCompany, nodeSettings, settled } from './company.ts'

/**
 * Row 10: how soon who waits hears of a change: somebody ahead leaves, a person goes off duty or comes on. It happens at one of two servers
 * and is heard at the other, as the customer's page hears it, by whoever stands last; meanwhile both servers work for another company.
 * A change of people that moves the range too little to be told (core/queue/place-change.ts) is counted apart. Time counts from before the
 * change is made.
 *   node lab/queue/announced.ts [--changes 60] [--waiting 100] [--people 2] [--load 2] [--seed 1]
 */
const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '60' },
    waiting: { type: 'string', default: '100' },
    people: { type: 'string', default: '2' },
    load: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
})

const goalMilliseconds = 2000
/** What is not told by now counts as not told. */
const longestMilliseconds = 20_000
const print = (line: string) => process.stdout.write(`${line}\n`)
const dice = chance(Number(values.seed))
const data = mkdtempSync(join(tmpdir(), 'sambut-announced-'))
const postgres = await startPostgres(data, () => undefined)
try {
  const nodes = [await startPlatform(nodeSettings, postgres.connection, flow), await startPlatform(nodeSettings, postgres.connection, flow)] as const
  try {
    await measure(nodes)
  } finally {
    for (const node of nodes) await node.stop()
  }
} finally {
  await postgres.stop()
  rmSync(data, { recursive: true, force: true })
}

async function measure(nodes: Company['nodes']): Promise<void> {
  const company = await makeCompany(nodes, { people: Number(values.people), capacity: 1 })
  await fillQueue(company, Number(values.waiting) + Number(values.people))
  for (const person of company.people) await nodes[0].act(company.account, (work) => changePresence(work, person, 'on'))
  await settled(company)
  const stopLoad = await load(await makeCompany(nodes, { people: 20, capacity: 3 }))
  const left: (number | null)[] = []
  const gone: (number | null)[] = []
  let handled = 0
  let tooLittle = 0
  try {
    for (let change = 0; change < Number(values.changes) / 2; change++) {
      left.push(await hearLeaving(company))
      const person = dice.pick(company.people)
      for (const presence of ['off', 'on'] as const) {
        const delay = await hearPresence(company, person, presence)
        if (delay === 'too little') tooLittle++
        else gone.push(delay)
      }
      process.stderr.write(`\r${change + 1} of ${Number(values.changes) / 2} rounds`)
    }
  } finally {
    // The servers stop after this: whoever still asks would hide what went wrong.
    handled = await stopLoad()
  }
  print(
    `two servers, ${values.waiting} wait for ${values.people} people; beside it ${handled.toFixed(1)} requests for a person/s of another company\n`,
  )
  print(lineOf('somebody ahead leaves', left))
  print(lineOf('a person goes off duty or comes on', gone))
  if (tooLittle > 0) print(`${tooLittle} further changes of people moved the range too little to be told`)
}

/** Requests for a person in another company, so many a second, until stopped; gives back how many a second came to be. */
async function load(company: Company): Promise<() => Promise<number>> {
  const { nodes, account, people } = company
  for (const person of people) await nodes[0].act(account, (work) => changePresence(work, person, 'on'))
  const began = performance.now()
  let isOver = false
  let asked = 0
  const asking = (async () => {
    while (!isOver) {
      await dice.pick(nodes).act(account, async (work) => {
        const customer = newId()
        await sql`insert into customers (account, id, language) values (${account}, ${customer}, 'en')`.execute(work.db)
        await pressForPerson(work, customer, newId())
      })
      asked++
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + (1000 * asked) / Number(values.load) - performance.now())))
    }
  })()
  return async () => {
    isOver = true
    await asking
    return (1000 * asked) / (performance.now() - began)
  }
}

/** Milliseconds from the commit until the last in line hears that one fewer stands ahead. */
async function hearLeaving({ nodes, account }: Company): Promise<number | null> {
  const places = await listPlaces(nodes[0], account)
  const last = places.at(-1)
  const leaving = dice.pick(places.slice(0, -1)).conversation
  return heardAfter(nodes, account, (node) => node.act(account, (work) => leave(work, leaving, 'left')), {
    conversation: last?.conversation,
    ahead: places.length - 2,
  })
}

/** Milliseconds until the last in line hears that the wait became longer, or shorter; or that it did not by so much that it is told. */
async function hearPresence({ nodes, account }: Company, person: string, presence: 'on' | 'off'): Promise<number | 'too little' | null> {
  const last = (await listPlaces(nodes[0], account)).at(-1)
  if (!last) throw new Error('nobody waits')
  const told = last.from === null || last.to === null ? null : { from: last.from, to: last.to }
  let isTold = true
  const change = async (node: Platform) => {
    await node.act(account, (work) => changePresence(work, person, presence))
    // Asked at once: the forecast moves on with what happens meanwhile.
    const range = await node.database.inAccount(account, (db) => rangeOf(db, account, last.conversation, new Date()))
    isTold = rangeChange({ range: told, people: 0 }, { range, people: 0 }).announce
  }
  const delay = await heardAfter(nodes, account, change, { conversation: last.conversation, ahead: null }, () => isTold)
  return isTold ? delay : 'too little'
}

async function heardAfter(
  nodes: Company['nodes'],
  account: string,
  change: (node: Platform) => Promise<unknown>,
  wanted: { conversation: string | undefined; ahead: number | null },
  isAwaited = () => true,
): Promise<number | null> {
  const at = dice.whole(0, 1)
  const [here, there] = at === 0 ? [nodes[0], nodes[1]] : [nodes[1], nodes[0]]
  const heard: { at: number; ahead: number }[] = []
  const stop = there.feed.watch(account, (seen) => {
    for (const { name, facts } of seen)
      if (name === 'place.announced' && 'ahead' in facts && facts.conversation === wanted.conversation)
        heard.push({ at: performance.now(), ahead: facts.ahead })
  })
  const began = performance.now()
  await change(here)
  try {
    while (isAwaited()) {
      const found = heard.find(({ ahead }) => wanted.ahead === null || ahead === wanted.ahead)
      if (found) return Math.max(0, found.at - began)
      if (performance.now() - began > longestMilliseconds) return null
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return null
  } finally {
    stop()
  }
}

function listPlaces(node: Platform, account: string): Promise<{ conversation: string; from: number | null; to: number | null }[]> {
  return node.database.inAccount(account, (db) =>
    many(
      db,
      sql<{ conversation: string; from: number | null; to: number | null }>`
        select conversation, told_from as "from", told_to as "to" from places where account = ${account} and waiting_since is not null order by priority desc, number`,
    ),
  )
}

function lineOf(what: string, delays: readonly (number | null)[]): string {
  const told = delays.filter((delay) => delay !== null).sort((a, b) => a - b)
  const at = (share: number) => `${Math.round(told[Math.min(told.length - 1, Math.floor(share * told.length))] ?? 0)} ms`
  const late = delays.filter((delay) => delay === null || delay > goalMilliseconds).length
  return `${what.padEnd(36)}${String(delays.length).padStart(4)} changes   p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}; later than 2 s or not at all: ${late}`
}
