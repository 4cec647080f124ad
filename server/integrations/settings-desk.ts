import type { Change } from '../../contract/conversations.ts'
import type { SettingsFile } from '../../contract/integrations.ts'
import { listLabels, listMacros, listReplies, saveLabel, saveMacro, saveReply } from '../conversations/saved.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { listPeople } from '../team/store.ts'
import type { Item } from './settings-import.ts'

interface Desk {
  file: SettingsFile
  /** What differs of a part, by name. */
  names: (part: Item['part']) => ReadonlySet<string | null>
  person: string | null
}

/** What a team keeps on its desk, out of a file: labels first, because macros name them. */
export async function applyDesk(work: Work<never>, desk: Desk): Promise<void> {
  await applyLabels(work, desk)
  await applyReplies(work, desk)
  await applyMacros(work, desk)
}

async function applyLabels({ db, account }: Work<never>, { file, names, person }: Desk): Promise<void> {
  const wanted = names('labels')
  const known = idsByName(await listLabels(db, account))
  for (const { name, colour } of file.labels ?? [])
    if (wanted.has(keyOf(name))) await saveLabel(db, account, { id: known.get(keyOf(name)) ?? null, name, colour, person })
}

async function applyReplies({ db, account }: Work<never>, { file, names, person }: Desk): Promise<void> {
  const wanted = names('replies')
  const known = idsByName((await listReplies(db, account, '')).map(({ id, shortcut }) => ({ id, name: shortcut })))
  for (const { shortcut, text } of file.replies ?? [])
    if (wanted.has(keyOf(shortcut)))
      await saveReply(db, account, { id: known.get(keyOf(shortcut)) ?? null, shortcut, text, own: false, person, isLead: true })
}

async function applyMacros({ db, account }: Work<never>, { file, names, person }: Desk): Promise<void> {
  const wanted = names('macros')
  const known = idsByName(await listMacros(db, account))
  const labels = idsByName(await listLabels(db, account))
  const people = idsByName((await listPeople(db, account)).map(({ id, email }) => ({ id, name: email })))
  for (const { name, changes } of file.macros ?? [])
    if (wanted.has(keyOf(name)))
      await saveMacro(db, account, { id: known.get(keyOf(name)) ?? null, name, changes: changes.map((one) => withIds(one, labels, people)), person })
}

/** Names were checked before; whoever removed one in the meantime came first. */
function withIds(change: FileChange, labels: ReadonlyMap<string, string>, people: ReadonlyMap<string, string>): Change {
  if (change.kind === 'label') return { ...change, label: labels.get(keyOf(change.label)) ?? refuse('conflict') }
  if (change.kind === 'assign-person') return { ...change, person: people.get(keyOf(change.person)) ?? refuse('conflict') }
  return change
}

type FileChange = NonNullable<SettingsFile['macros']>[number]['changes'][number]

const keyOf = (name: string) => name.trim().toLowerCase()
const idsByName = (things: readonly { id: string; name: string }[]) => new Map(things.map(({ id, name }) => [keyOf(name), id]))
