import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { magicLink, twoFactor } from 'better-auth/plugins'
import type { Language } from '../../core/language.ts'
import { noteSignIn } from './audit.ts'
import { type Database, many, maybe, sql } from './db.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'
import { say } from './words.ts'

/** Roles of people, from most to least. What each may do is in `permissions`. */
export type Role = 'owner' | 'lead' | 'team' | 'analyst'

/** Who may call a route. `anyone` and `visitor` are open or carry a widget's token; the others need a person or an API key. */
export type Permission = 'anyone' | 'visitor' | 'events' | 'read' | 'serve' | 'lead' | 'own'

export const permissions: Record<Role, readonly Permission[]> = {
  owner: ['read', 'serve', 'lead', 'own'],
  lead: ['read', 'serve', 'lead'],
  team: ['read', 'serve'],
  analyst: ['read'],
}

/** API keys act without a person: they read, or bring in events, or both and administer. They never speak to a customer. */
export const keyPermissions: Record<'events' | 'read' | 'full', readonly Permission[]> = {
  events: ['events'],
  read: ['read'],
  full: ['events', 'read', 'lead', 'own'],
}

export interface SignedIn {
  account: string
  person: string
  role: Role
  session: string
}

/** Where the link of an invitation leads: to the first password. */
export const invitedTo = '/console/settings/security'

/** Where the library finds the address that sign-ins are counted by; what a client writes there is replaced. */
export const addressHeader = 'x-sambut-ip'

export type Auth = ReturnType<typeof makeAuth>

/** Sign-in by password or magic link, with TOTP as second step. Only known e-mail addresses get a link; nobody signs up by themselves. */
export function makeAuth(database: Database, options: { secret: string; url: string; mailer: Mailer; log: Log; throttle: boolean }) {
  return betterAuth({
    baseURL: options.url,
    basePath: '/auth',
    secret: options.secret,
    database: database.pool,
    trustedOrigins: (request) => {
      const host = request?.headers.get('host')
      return host ? [`http://${host}`, `https://${host}`] : []
    },
    rateLimit: {
      enabled: options.throttle,
      window: 60,
      max: 60,
      customRules: { '/sign-in/*': { window: 60, max: 10 }, '/two-factor/*': { window: 60, max: 10 } },
    },
    telemetry: { enabled: false },
    // Said aloud because the library leaves them out by itself when it thinks that it is being tested (C27).
    advanced: { disableOriginCheck: false, disableCSRFCheck: false, ipAddress: { ipAddressHeaders: [addressHeader] } },
    databaseHooks: {
      session: {
        create: {
          before: (session, context) => keepSecondStep(database, session.userId, context?.path),
          after: (session) => noteSignIn(database, session.userId),
        },
      },
    },
    logger: { level: 'error', log: (level, message) => options.log[level === 'error' ? 'error' : 'debug']({ from: 'sign-in' }, message) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: {
      modelName: 'sessions',
      expiresIn: 14 * 24 * 3600,
      updateAge: 24 * 3600,
      fields: camelToSnake('userId', 'expiresAt', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'),
    },
    user: { modelName: 'users', fields: camelToSnake('emailVerified', 'createdAt', 'updatedAt') },
    account: {
      modelName: 'credentials',
      fields: camelToSnake(
        'accountId',
        'providerId',
        'userId',
        'accessToken',
        'refreshToken',
        'idToken',
        'accessTokenExpiresAt',
        'refreshTokenExpiresAt',
        'createdAt',
        'updatedAt',
      ),
    },
    verification: { modelName: 'verifications', fields: camelToSnake('expiresAt', 'createdAt', 'updatedAt') },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 15 * 60,
        sendMagicLink: ({ email, url }) => mailLink(database, options, { email, url, kind: 'link' }),
      }),
      twoFactor({
        issuer: 'Sambut',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: { modelName: 'two_factors', fields: camelToSnake('backupCodes', 'userId', 'failedVerificationCount', 'lockedUntil') },
        },
      }),
    ],
  })
}

/** Mail goes to our own people alone, and to nobody with a second step: a link would pass it by. Nobody waits for it: the time of the answer must not tell whether the address is known (C28). */
export async function mailLink(
  database: Database,
  { mailer, log }: { mailer: Mailer; log: Log },
  { email, url, kind }: { email: string; url: string; kind: 'link' | 'invitation' },
): Promise<void> {
  const known = await maybe(
    database.platform,
    sql<{ language: Language; company: string }>`
      select p.language, a.name as company from users u join people p on p.user_id = u.id and p.removed_at is null join accounts a on a.account = p.account
      where u.email = ${email.toLowerCase()} and u.two_factor_enabled is not true order by p.made_at limit 1`,
  )
  if (!known) return
  const text = `${say(known.language, `mail:${kind}.text`, { company: known.company })}\n\n${url}\n\n${say(known.language, `mail:${kind}.after`)}`
  const mail = { to: email, subject: say(known.language, `mail:${kind}.subject`, { company: known.company }), text }
  mailer.send(mail).catch((error: Error) => log.error({ error: error.message }, 'a sign-in link could not be sent'))
}

/** A link that was sent before the second step was set up opens nothing afterwards. */
async function keepSecondStep(database: Database, user: string, path: string | undefined): Promise<void> {
  if (path !== '/magic-link/verify') return
  const second = await maybe(database.platform, sql`select 1 from users where id = ${user} and two_factor_enabled`)
  if (second) throw new APIError('FORBIDDEN', { code: 'second-step', message: 'Sign in with your password and the second step.' })
}

/** The person behind a request's cookie. Asked anew at most every half second, so that a revoked session is dead within one (C15). */
export function makeWhoIsIt(auth: Auth, database: Database) {
  const recent = new Map<string, { at: number; who: Promise<SignedIn | undefined> }>()
  return (cookie: string | undefined): Promise<SignedIn | undefined> => {
    if (!cookie?.includes('session_token')) return Promise.resolve(undefined)
    const known = recent.get(cookie)
    if (known && performance.now() - known.at < 500) return known.who
    if (recent.size > 2000) recent.clear()
    const who = findPerson(auth, database, cookie)
    recent.set(cookie, { at: performance.now(), who })
    return who
  }
}

async function findPerson(auth: Auth, database: Database, cookie: string): Promise<SignedIn | undefined> {
  const found = await auth.api.getSession({ headers: new Headers({ cookie }) })
  if (!found) return undefined
  const person = await maybe(
    database.platform,
    sql<{
      account: string
      id: string
      role: Role
    }>`select account, id, role from people where user_id = ${found.user.id} and removed_at is null order by made_at limit 1`,
  )
  return person && { account: person.account, person: person.id, role: person.role, session: found.session.id }
}

/** Which of these sessions still stand, with a person behind them. */
export async function findLiveSessions(database: Database, sessions: string[]): Promise<Set<string>> {
  const rows = await many(
    database.platform,
    sql<{ id: string }>`
      select s.id from sessions s where s.id = any(${sessions}::text[]) and s.expires_at > clock_timestamp()
        and exists (select 1 from people p where p.user_id = s.user_id and p.removed_at is null)`,
  )
  return new Set(rows.map((row) => row.id))
}

function camelToSnake<const Names extends readonly string[]>(...names: Names) {
  return Object.fromEntries(names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)])) as Record<
    Names[number],
    string
  >
}
