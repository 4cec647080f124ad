import { randomBytes } from 'node:crypto'
import { publicEvents } from '../../core/integrations/public-events.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { accountToken } from '../platform/secrets.ts'
import { type KeyRow, removeKey, removeWebhook, replaySends, saveKey, saveWebhook, type WebhookRow } from './store.ts'

/** The secret is in the answer alone; only its hash is kept. */
export async function makeKey(work: Work<never>, wanted: { name: string; scope: KeyRow['scope'] }): Promise<{ key: KeyRow; secret: string }> {
  const { token, hash } = accountToken(work.account)
  // All keys of an account begin alike, so that their end is what tells them apart.
  const key = await saveKey(work.db, work.account, { ...wanted, prefix: `…${token.slice(-4)}`, hash })
  return { key, secret: token }
}

export async function revokeKey(work: Work<never>, key: string): Promise<void> {
  if (!(await removeKey(work.db, work.account, key))) refuse('not-found')
}

export async function makeWebhook(work: Work<never>, wanted: { url: string; events: string[] }): Promise<{ webhook: WebhookRow; secret: string }> {
  const complaints = [...complainOfUrl(wanted.url), ...complainOfEvents(wanted.events)]
  if (complaints.length > 0) refuse('bad-input', complaints)
  const secret = `whsec_${randomBytes(24).toString('base64')}`
  const webhook = await saveWebhook(work.db, work.account, { url: wanted.url, secret, events: [...new Set(wanted.events)] })
  return { webhook, secret }
}

export async function endWebhook(work: Work<never>, webhook: string): Promise<void> {
  if (!(await removeWebhook(work.db, work.account, webhook))) refuse('not-found')
}

/** Row 42: after an outage of the receiver, or for a new one, what happened since is told again. */
export async function replay(work: Work<never>, webhook: string, from: Date): Promise<number> {
  return (await replaySends(work.db, work.account, webhook, from)) ?? refuse('not-found')
}

function complainOfUrl(address: string): { path: string; message: string }[] {
  const url = new URL(address)
  if (!['http:', 'https:'].includes(url.protocol)) return [{ path: 'url', message: 'must begin with https:// or http://' }]
  return url.username || url.password ? [{ path: 'url', message: 'must not carry a user name or password' }] : []
}

function complainOfEvents(events: string[]): { path: string; message: string }[] {
  const known: readonly string[] = publicEvents
  return events.flatMap((event, index) =>
    known.includes(event) ? [] : [{ path: `events.${index}`, message: `must be one of ${publicEvents.join(', ')}` }],
  )
}
