import { type Db, many, sql } from './db.ts'
import { newId } from './ids.ts'
import type { Platform } from './platform.ts'

export interface Letter {
  /** What it is about: for the same cause one letter goes out, however often that is delivered. */
  once: string
  recipient: string
  subject: string
  body: string
}

/** Leaves an e-mail to go out after the commit. */
export async function saveLetter(db: Db, account: string, { once, recipient, subject, body }: Letter): Promise<void> {
  await sql`
    insert into letters (account, id, once, recipient, subject, body) values (${account}, ${newId()}, ${once}, ${recipient}, ${subject}, ${body})
    on conflict (account, once) do nothing`.execute(db)
}

export interface Postman {
  /** Carries what is due and resolves when it is done. */
  carry: () => Promise<void>
  stop: () => Promise<void>
}

const pollMilliseconds = 1000
const atOnce = 10
/** Longer than any mail server takes; who did not come back by then died, and another node sends it. */
const leaseSeconds = 120
/** Seconds until the next attempt. After the last one the letter is kept, with the error, and sent no more: by then it says what was. */
const waitSeconds = [10, 60, 300, 900]

/** Sends the letters that were left, at least once, outside of any transaction. */
export function startPostman({ database, mailer, log }: Pick<Platform, 'database' | 'mailer' | 'log'>): Postman {
  let carrying: Promise<void> | undefined

  async function look(): Promise<void> {
    try {
      for (const letter of await claim()) await deliver(letter)
    } catch (error) {
      log.warn({ error: messageOf(error) }, 'the postman could not look for letters; it tries again')
    } finally {
      carrying = undefined
    }
  }

  const claim = () =>
    many(
      database.platform,
      sql<Letter & { account: string; id: string; attempts: number }>`
        with due as (
          select account, id from letters where retry_at <= clock_timestamp() and attempts <= ${waitSeconds.length}::int
          order by retry_at limit ${atOnce} for update skip locked
        )
        update letters l set attempts = attempts + 1, retry_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        from due where l.account = due.account and l.id = due.id
        returning l.account, l.id, l.once, l.recipient, l.subject, l.body, l.attempts`,
    )

  async function deliver(letter: Awaited<ReturnType<typeof claim>>[number]): Promise<void> {
    const { account, id, attempts } = letter
    try {
      await mailer.send({ to: letter.recipient, subject: letter.subject, text: letter.body })
      await sql`delete from letters where account = ${account} and id = ${id} and attempts = ${attempts}`.execute(database.platform)
    } catch (error) {
      log.warn({ attempt: attempts, error: messageOf(error) }, 'a letter did not go out')
      const wait = waitSeconds[attempts - 1] ?? 0
      await sql`
        update letters set error = ${messageOf(error).slice(0, 500)}, retry_at = clock_timestamp() + make_interval(secs => ${wait})
        where account = ${account} and id = ${id} and attempts = ${attempts}`.execute(database.platform)
    }
  }

  const carry = () => (carrying ??= look())
  const poll = setInterval(() => void carry(), pollMilliseconds)
  return {
    carry,
    stop: async () => {
      clearInterval(poll)
      await carrying
    },
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
