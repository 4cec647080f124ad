import { changed, type Db, many, sql } from './db.ts'
import { messageOf } from './errors.ts'
import { newId } from './ids.ts'
import type { Platform } from './platform.ts'
import { startRounds } from './rounds.ts'

export interface Letter {
  /** Its cause: for the same cause one letter goes out, however often it is written. */
  once: string
  recipient: string
  subject: string
  body: string
  html?: string
  /** Where its reader ends such letters with one press. */
  stopUrl?: string
  /** To what it belongs, when that may end before the letter has gone. */
  about?: string
  /** By then it says what was, and is sent no more. */
  until?: Date
}

/** Leaves an e-mail to go out after the commit. The one way out for mail; only sign-in has its own, because it belongs to no company's transaction. */
export async function saveLetter(db: Db, account: string, letter: Letter): Promise<void> {
  const { once, recipient, subject, body, html = null, stopUrl = null, about = null, until = null } = letter
  await sql`
    insert into letters (account, id, once, recipient, subject, body, html, stop_url, about, until)
    values (${account}, ${newId()}, ${once}, ${recipient}, ${subject}, ${body}, ${html}, ${stopUrl}, ${about}, ${until})
    on conflict (account, once) do nothing`.execute(db)
}

/** What it was about has ended: letters that have not gone stay here. */
export async function withdrawLetters(db: Db, account: string, about: string): Promise<void> {
  await sql`delete from letters where account = ${account} and about = ${about} and sent_at is null`.execute(db)
}

export interface Postman {
  /** Carries what is due and resolves when it is done. */
  carry: () => Promise<void>
  stop: () => Promise<void>
}

const pollMilliseconds = 1000
const atOnce = 10
/** Longer than the mailer waits for any mail server; who did not come back by then died, and another node sends it. */
const leaseSeconds = 180
/** Seconds until the next attempt: in all some nine hours, so that a mail server may be away for a working day. */
const waitSeconds = [10, 60, 300, 1800, 7200, 21_600]

interface Due {
  account: string
  id: string
  recipient: string
  subject: string
  body: string
  html: string | null
  stopUrl: string | null
  attempts: number
  late: boolean
}

/** Sends the letters that were left, at least once, outside of any transaction. A letter sent twice has one Message-ID: a mailbox shows it once. */
export function startPostman({ database, mailer, log }: Pick<Platform, 'database' | 'mailer' | 'log'>): Postman {
  const db = database.platform
  async function look(): Promise<void> {
    try {
      await Promise.all((await claim()).map((letter) => deliver(letter).catch(sayTrouble)))
    } catch (error) {
      sayTrouble(error)
    }
  }

  const sayTrouble = (error: unknown) => log.warn({ error: messageOf(error) }, 'the postman could not look for letters; it tries again')

  const claim = () =>
    many(
      db,
      sql<Due>`
        with due as (
          select account, id from letters where sent_at is null and given_up_at is null and retry_at <= clock_timestamp()
          order by retry_at limit ${atOnce} for update skip locked
        )
        update letters l set attempts = attempts + 1, retry_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        from due where l.account = due.account and l.id = due.id
        returning l.account, l.id, l.recipient, l.subject, l.body, l.html, l.stop_url as "stopUrl", l.attempts,
          coalesce(l.until < clock_timestamp(), false) as late`,
    )

  async function deliver(letter: Due): Promise<void> {
    if (letter.late) return giveUp(letter, 'its time was over')
    const { id, recipient, subject, body, html, stopUrl } = letter
    try {
      await mailer.send({ to: recipient, subject, text: body, ...(html && { html }), ...(stopUrl && { stopUrl }), messageId: id })
    } catch (error) {
      log.warn({ attempt: letter.attempts }, 'a letter did not go out')
      // A mail server likes to repeat whom it refused.
      return putBack(letter, messageOf(error).replaceAll(recipient, '…').slice(0, 500))
    }
    await forget(letter, sql`sent_at = clock_timestamp(), error = null`)
  }

  async function putBack(letter: Due, error: string): Promise<void> {
    const wait = waitSeconds[letter.attempts - 1]
    if (wait === undefined) return giveUp(letter, error)
    const { account, id, attempts } = letter
    await sql`
      update letters set error = ${error}, retry_at = clock_timestamp() + make_interval(secs => ${wait})
      where account = ${account} and id = ${id} and attempts = ${attempts}`.execute(db)
  }

  const giveUp = (letter: Due, error: string) => forget(letter, sql`given_up_at = clock_timestamp(), error = coalesce(error, ${error})`)

  /** Nothing of its words or its reader stays. A late comer whose lease is over changes nothing. */
  async function forget({ account, id, attempts }: Due, end: ReturnType<typeof sql>): Promise<void> {
    const gone = await changed(
      db,
      sql`
        update letters set recipient = '', subject = '', body = '', html = null, stop_url = null, ${end}
        where account = ${account} and id = ${id} and attempts = ${attempts}`,
    )
    if (gone === 0) log.info('a letter had been taken over, or withdrawn, when it came back')
  }

  const { fresh, stop } = startRounds(look, pollMilliseconds)
  return { carry: fresh, stop }
}
