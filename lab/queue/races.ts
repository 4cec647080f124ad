import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { flow } from '../../server/flow.ts'
import { checkInvariants } from '../../server/metrics/invariants.ts'
import { one, sql } from '../../server/platform/db.ts'
import { startPlatform } from '../../server/platform/platform.ts'
import { startPostgres } from '../../server/platform/postgres.ts'
import { changePresence } from '../../server/team/presence.ts'
import { burst, countAssignments, fillQueue } from './burst.ts'
import { type Company, makeCompany, nodeSettings, settled } from './company.ts'
import { race, type Tally } from './race.ts'

/**
 * Two servers on one PostgreSQL fight over customers and people; afterwards the invariants are counted from what was written.
 *   node lab/queue/races.ts [--operations 10000] [--seed 1] [--people 60] [--at-once 16]
 */
const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: '60' },
    'at-once': { type: 'string', default: '16' },
  },
})

const print = (line: string) => process.stdout.write(`${line}\n`)
const data = mkdtempSync(join(tmpdir(), 'sambut-races-'))
const postgres = await startPostgres(data, () => undefined)
try {
  const nodes = [await startPlatform(nodeSettings, postgres.connection, flow), await startPlatform(nodeSettings, postgres.connection, flow)] as const
  try {
    await showRace(await makeCompany(nodes, { people: Number(values.people), capacity: 3 }))
    await showBurst(await makeCompany(nodes, { people: 200, capacity: 10 }), 2000)
  } finally {
    for (const node of nodes) await node.stop()
  }
} finally {
  await postgres.stop()
  rmSync(data, { recursive: true, force: true })
}

async function showRace(company: Company): Promise<void> {
  const { nodes, account, people } = company
  for (const person of people) await nodes[0].act(account, (work) => changePresence(work, person, 'on'))
  await settled(company)
  const began = performance.now()
  const settings = { operations: Number(values.operations), seed: Number(values.seed), atOnce: Number(values['at-once']) }
  const tallies = await race(company, settings)
  const raced = (performance.now() - began) / 1000
  await settled(company)
  const seconds = (performance.now() - began) / 1000
  print(`two servers, ${settings.operations} operations, ${settings.atOnce} at once, ${people.length} people, seed ${settings.seed}\n`)
  print(`${'operation'.padEnd(16)}${'done'.padStart(8)}${'failed'.padStart(8)}   refused`)
  for (const [name, tally] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) print(lineOf(name, tally))
  const assignments = await countAssignments(company)
  print(`\n${(settings.operations / raced).toFixed(0)} operations/s while racing; ${seconds.toFixed(1)} s with everything that follows from them`)
  print(`${assignments} assignments by matching, ${(assignments / seconds).toFixed(0)}/s at the pace of the operations`)
  await showInvariants(company)
}

function lineOf(name: string, { done, refused, failures }: Tally): string {
  const why = Object.entries(refused).map(([code, n]) => `${code} ${n}`)
  return `${name.padEnd(16)}${String(done).padStart(8)}${String(failures.length).padStart(8)}   ${[...why, ...new Set(failures)].join(', ')}`
}

async function showBurst(company: Company, waiting: number): Promise<void> {
  await fillQueue(company, waiting)
  const seconds = await burst(company, Math.min(waiting, company.people.length * 10))
  print(`\n${waiting} wait, ${company.people.length} people with ten places each come on duty: all served after ${seconds.toFixed(1)} s`)
  print(`${(waiting / seconds).toFixed(0)} assignments/s`)
  // Nobody sits at these consoles: as long as people are on, what they do not open goes round among them.
  for (const person of company.people) await company.nodes[0].act(company.account, (work) => changePresence(work, person, 'off'))
  await settled(company)
  await showInvariants(company)
}

async function showInvariants({ nodes, account }: Company): Promise<void> {
  const checks = await nodes[0].database.inAccount(account, (db) => checkInvariants(db, account))
  for (const { name, violations, examples } of checks) print(`${name.padEnd(24)}${String(violations).padStart(6)} ${examples.join(', ')}`)
  const { dead, deadlocks } = await one(
    nodes[0].database.platform,
    sql<{ dead: number; deadlocks: number }>`
      select (select count(*)::int from deliveries where dead_at is not null) as dead,
        (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks`,
  )
  print(`${'actions given up'.padEnd(24)}${String(dead).padStart(6)}`)
  print(`${'deadlocks'.padEnd(24)}${String(deadlocks).padStart(6)}`)
}
