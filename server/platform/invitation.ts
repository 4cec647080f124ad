import { randomBytes } from 'node:crypto'
import { invitedTo, mailLink } from './auth.ts'
import { maybe, sql } from './db.ts'
import type { Platform } from './platform.ts'

/** Days that an invitation holds: it is read when somebody has time for it. A sign-in link, asked for by whoever waits for it, is short. */
const holdsDays = 7

export interface Invited {
  /** Sent by a mail server; otherwise it stands in the server's terminal. */
  mailed: boolean
  /** To hand over by another way, as a path of this server; only without a mail server, and only for somebody who is new to it. */
  link: string | null
}

/** A link that signs a new colleague in once and leads to their first password. */
export async function sendInvitation(platform: Pick<Platform, 'auth' | 'database' | 'mailer' | 'log'>, email: string): Promise<Invited> {
  const { baseURL, internalAdapter } = await platform.auth.$context
  const token = randomBytes(24).toString('base64url')
  // As the library keeps its own links (storeToken: plain): it reads this one when the link is followed.
  await internalAdapter.createVerificationValue({
    identifier: `magic-link:${token}`,
    value: JSON.stringify({ type: 'magic-link', email: email.toLowerCase() }),
    expiresAt: new Date(Date.now() + holdsDays * 24 * 3_600_000),
  })
  const url = new URL(`${baseURL}/magic-link/verify`)
  url.search = new URLSearchParams({ token, callbackURL: invitedTo }).toString()
  await mailLink(platform.database, platform, { email, url: url.href, kind: 'invitation' })
  const { ready: mailed } = platform.mailer
  return { mailed, link: !mailed && (await isNew(platform, email)) ? url.pathname + url.search : null }
}

/**
 * Whose only way in would be this link. Whoever has a password, a second step or another company's trust would else be
 * signed in by anybody who may invite their address.
 */
async function isNew({ database }: Pick<Platform, 'database'>, email: string): Promise<boolean> {
  const known = await maybe(
    database.platform,
    sql`
      select 1 from users u where u.email = ${email.toLowerCase()} and (u.two_factor_enabled is true
        or exists (select 1 from credentials c where c.user_id = u.id) or exists (select 1 from sessions s where s.user_id = u.id)
        or (select count(*) from people p where p.user_id = u.id) > 1)`,
  )
  return known === undefined
}
