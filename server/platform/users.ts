import { createHmac } from 'node:crypto'
import type { Auth } from './auth.ts'

/** Makes the user by whom a person signs in, or finds the one with this e-mail. Without a password they sign in by a link. */
export async function makeUser(auth: Auth, user: { name: string; email: string; password?: string }): Promise<string> {
  const context = await auth.$context
  const email = user.email.toLowerCase()
  const known = await context.internalAdapter.findUserByEmail(email)
  if (known) return known.user.id
  const made = await context.internalAdapter.createUser({ name: user.name, email, emailVerified: true }, { method: 'admin' })
  if (user.password !== undefined) {
    await context.internalAdapter.linkAccount({
      userId: made.id,
      providerId: 'credential',
      accountId: made.id,
      password: await context.password.hash(user.password),
    })
  }
  return made.id
}

/** The cookie of a new session: for the one-click sign-in of the demo company, and for tests. */
export async function signInAs(auth: Auth, userId: string): Promise<string> {
  const context = await auth.$context
  const session = await context.internalAdapter.createSession(userId)
  const { name } = context.authCookies.sessionToken
  const signature = createHmac('sha256', context.secret).update(session.token).digest('base64')
  return `${name}=${encodeURIComponent(`${session.token}.${signature}`)}`
}

/** False when there is a password already: that one is changed by whoever knows it, not by a session alone. */
export async function setFirstPassword(auth: Auth, userId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context
  const accounts = await internalAdapter.findAccounts(userId)
  if (accounts.some((account) => account.providerId === 'credential')) return false
  await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: await passwords.hash(password) })
  return true
}
