import { type Chance, chance } from '../../core/chance.ts'
import { languages } from '../../core/language.ts'
import { close } from '../../server/conversations/actions.ts'
import { maybe, one, sql } from '../../server/platform/db.ts'
import { Refusal, type RefusalCode } from '../../server/platform/errors.ts'
import type { Work } from '../../server/platform/events.ts'
import { newId } from '../../server/platform/ids.ts'
import { comeBack, giveBack, leave, takeOver } from '../../server/queue/actions.ts'
import { reassign } from '../../server/queue/reassign.ts'
import { answerTransfer, askColleague } from '../../server/queue/transfers.ts'
import { changePresence } from '../../server/team/presence.ts'
import { pressForPerson } from '../../server/web/person.ts'
import type { Company } from './company.ts'

/** What became of the operations of one kind. A refusal is an answer; a failure is not. */
export interface Tally {
  done: number
  refused: Partial<Record<RefusalCode, number>>
  failures: string[]
}

export type Operation = keyof typeof operations

/** So many of a hundred operations. */
const shares: Record<Operation, number> = {
  ask: 32,
  close: 22,
  take: 7,
  giveBack: 6,
  askColleague: 8,
  answer: 7,
  lapse: 4,
  presence: 5,
  reassign: 5,
  leave: 2,
  comeBack: 2,
}

/** Seeded operations, several at once on both servers. The same seed wants the same; who comes first is what the race decides. */
export async function race(company: Company, { operations: most, seed, atOnce }: { operations: number; seed: number; atOnce: number }) {
  const tallies = new Map<Operation, Tally>()
  const dice = chance(seed)
  const deck = (Object.keys(shares) as Operation[]).flatMap((name) => Array.from({ length: shares[name] }, () => name))
  let begun = 0
  const runner = async (lane: number) => {
    const own = chance(seed * 1009 + lane)
    while (begun++ < most) {
      const name = dice.pick(deck)
      const tally = tallies.get(name) ?? { done: 0, refused: {}, failures: [] }
      tallies.set(name, tally)
      await untilFollowed(company)
      await attempt(company, tally, name, own)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, lane) => runner(lane)))
  return tallies
}

/** What the operations set going is in flight while they race on, but not all of it: otherwise they would race over an empty floor. */
const mostInFlight = 150

async function untilFollowed({ nodes, account }: Company): Promise<void> {
  const inFlight = sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from deliveries where account = ${account} and dead_at is null and due_at <= clock_timestamp() limit ${mostInFlight}
    ) due`
  while ((await one(nodes[0].database.platform, inFlight)).n >= mostInFlight) await new Promise((resolve) => setTimeout(resolve, 10))
}

async function attempt(company: Company, tally: Tally, name: Operation, dice: Chance): Promise<void> {
  const node = dice.pick(company.nodes)
  try {
    await node.act(company.account, (work) => operations[name]({ work, dice, people: company.people }))
    tally.done++
  } catch (error) {
    if (error instanceof Refusal) tally.refused[error.code] = (tally.refused[error.code] ?? 0) + 1
    else tally.failures.push(error instanceof Error ? error.message : String(error))
  }
}

interface Turn {
  work: Work
  dice: Chance
  people: string[]
}

const operations = {
  ask: async ({ work, dice }: Turn) => {
    const customer = newId()
    const language = dice.pick(languages)
    await sql`insert into customers (account, id, language) values (${work.account}, ${customer}, ${language})`.execute(work.db)
    await pressForPerson(work, customer, newId())
  },
  close: async (turn: Turn) => {
    const { conversation, person } = await findHeld(turn)
    await close(turn.work, { conversation, by: 'person', person, resolved: true, reason: 'solved' })
  },
  take: async (turn: Turn) => takeOver(turn.work, await findWaiting(turn), turn.dice.pick(turn.people)),
  giveBack: async (turn: Turn) => {
    const { conversation, person } = await findHeld(turn)
    await giveBack(turn.work, conversation, person, { person: turn.dice.next() < 0.5 ? null : turn.dice.pick(turn.people) })
  },
  askColleague: async (turn: Turn) => {
    const { conversation, person } = await findHeld(turn)
    await askColleague(turn.work, { conversation, from: person, to: turn.dice.pick(turn.people), note: null })
  },
  answer: async (turn: Turn) => {
    const asked = await pick<{ conversation: string; person: string }>(
      turn,
      sql`select conversation, to_person as person from transfers where account = ${turn.work.account} and answered_at is null`,
    )
    await answerTransfer(turn.work, asked.conversation, asked.person, turn.dice.next() < 0.7)
  },
  /** The console fell silent: its lease is over, and the clock looks now. */
  lapse: async (turn: Turn) => {
    const { conversation } = await findHeld(turn)
    const { db, account } = turn.work
    await sql`update claims set lease_until = clock_timestamp() where account = ${account} and conversation = ${conversation} and ended_at is null`.execute(
      db,
    )
    await sql`
      update deliveries set due_at = clock_timestamp()
      where account = ${account} and lane = ${conversation} and action = 'conversations.checkLease' and dead_at is null`.execute(db)
  },
  presence: async ({ work, dice, people }: Turn) => changePresence(work, dice.pick(people), dice.pick(['on', 'on', 'on', 'away', 'off'])),
  reassign: async (turn: Turn) => {
    const conversation = turn.dice.next() < 0.5 ? (await findHeld(turn)).conversation : await findWaiting(turn)
    await reassign(turn.work, conversation, { person: turn.dice.next() < 0.3 ? null : turn.dice.pick(turn.people) })
  },
  leave: async (turn: Turn) => leave(turn.work, await findWaiting(turn), 'left'),
  comeBack: async (turn: Turn) => {
    const gone = await pick<{ conversation: string }>(
      turn,
      sql`select conversation from places where account = ${turn.work.account} and left_because = 'left' and left_at is not null and waiting_since is null`,
    )
    await comeBack(turn.work, gone.conversation)
  },
}

const findHeld = (turn: Turn) =>
  pick<{ conversation: string; person: string }>(
    turn,
    sql`select conversation, person from claims where account = ${turn.work.account} and holder = 'person' and ended_at is null`,
  )

const findWaiting = async (turn: Turn) =>
  (
    await pick<{ conversation: string }>(
      turn,
      sql`select conversation from places where account = ${turn.work.account} and waiting_since is not null`,
    )
  ).conversation

/** Any of these rows; refused when there is none. */
async function pick<Row>({ work, dice }: Turn, from: ReturnType<typeof sql>): Promise<Row> {
  const { n } = await one(work.db, sql<{ n: number }>`select count(*)::int as n from (${from}) rows`)
  const at = Math.floor(dice.next() * n)
  return (
    (await maybe(work.db, sql<Row>`select * from (${from}) rows order by conversation offset ${at} limit 1`)) ??
    Promise.reject(new Refusal('not-found'))
  )
}
