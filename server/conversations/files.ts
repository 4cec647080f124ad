import type { Attachment } from '../../contract/shapes.ts'
import { kindOf, largestFile, plainName } from '../../core/conversations/file-kind.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { findKept, type KeptFile, removeLoose, saveFile } from './file-store.ts'
import { lockTimeline } from './timeline.ts'

/** What one customer may keep here: enough for every honest matter, too little for a store of one's own. */
const mostBytes = 100 * 1024 * 1024
const mostLoose = 20
const looseHours = 24

/** Takes a file in for a message to come. What it is, its first bytes say; unknown kinds and programs are refused. */
export async function takeFile(
  work: Work<'file.due'>,
  file: { customer: string; clientId: string; name: string; bytes: Buffer },
): Promise<Attachment> {
  const { db, account, now } = work
  const { customer, clientId, bytes } = file
  if (bytes.length > largestFile) refuse('too-large')
  const kind = kindOf(bytes) ?? refuse('wrong-file')
  await lockTimeline(db, account, customer)
  const saved = await saveFile(db, account, { customer, clientId, kind, bytes, name: plainName(file.name) })
  if (!saved.made) return saved.file
  const kept = await findKept(db, account, customer)
  if (kept.bytes > mostBytes || kept.loose > mostLoose) refuse('too-many-files')
  work.tellAt(new Date(now.getTime() + looseHours * 3_600_000), 'file.due', { customer, file: saved.file.id })
  return saved.file
}

/** A day later: what was attached and never sent is nobody's. */
export const forget = action<'file.due', []>('conversations.forget', [], async ({ db, account }, { customer, file }) => {
  await removeLoose(db, account, customer, file)
})

/** Nothing of it may run (C04): no guessing of its type, no script, no frame; saved, and drawn only by whoever asks for a proven picture. */
export function headersOf({ name, kind, bytes }: KeptFile): Record<string, string> {
  return {
    'content-type': kind === 'text/plain' ? 'text/plain; charset=utf-8' : kind,
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, max-age=3600',
  }
}
