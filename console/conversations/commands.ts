import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conversation, TimelineEntry } from '../../contract/conversations.ts'
import { ask } from '../shell/api.ts'
import { type Command, useCommands } from '../shell/commands.ts'
import { useChangeHabits, useHabits } from '../shell/habits.ts'
import { useMay, useMe } from '../shell/me.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import type { Dialog } from './dialog.ts'
import type { Mode } from './draft.ts'
import { patchRows, useChange } from './queries.ts'
import { openTranscript } from './transcript.ts'

interface Given {
  conversation: Conversation
  entries: readonly TimelineEntry[]
  act: (wish: { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown }) => void
  take: () => void
  resolve: (goesOn: boolean) => void
  setMode: (mode: Mode) => void
  setDialog: (dialog: Dialog) => void
  setMatter: (entry: TimelineEntry) => void
  showWhy: () => void
}

/** Asks the composer for its place, with a beginning to write on. */
export const writeHere = 'sambut.write-here'

/** All that can be done with the open conversation: each has a name in the palette, most a key. */
export function useConversationCommands(given: Given): void {
  const serving = useServing(given)
  const looking = useLooking(given)
  useCommands([...serving, ...looking])
}

type Named = Omit<Command, 'label' | 'group'>

function useNamed(): (commands: readonly (Named | false | null | undefined)[]) => Command[] {
  const { t } = useTranslation('conversations')
  return (commands) =>
    commands.flatMap((command) => (command ? [{ ...command, label: t(`command.${command.id}`), group: 'conversation' as const }] : []))
}

function useServing({ conversation, entries, act, take, resolve, setMode, setDialog, setMatter }: Given): Command[] {
  const named = useNamed()
  const mayServe = useMay('serve')
  const { mayReply, closedAt, askedForPerson } = conversation
  if (!mayServe) return []
  const write = (mode: Mode, beginning = '') => {
    setMode(mode)
    // The box of the other mode has to be there first.
    setTimeout(() => window.dispatchEvent(new CustomEvent(writeHere, { detail: beginning })))
  }
  const dialog = (which: Dialog, keys: string, icon: Command['icon']): Named => ({
    id: which,
    keys: [keys],
    ...(icon && { icon }),
    run: () => setDialog(which),
  })
  const isFree = conversation.holder?.kind !== 'person'
  const read = entries.findLast((entry) => entry.reading && entry.conversation === conversation.id)
  return named([
    !mayReply && !closedAt && isFree && { id: 'take', icon: 'hand', keys: ['t'], run: take },
    !closedAt && (mayReply || isFree) && { id: 'resolve', icon: 'check', keys: ['e'], run: () => resolve(false) },
    !closedAt && (mayReply || isFree) && { id: 'resolve-next', icon: 'check', keys: ['shift+e'], run: () => resolve(true) },
    closedAt !== null && { id: 'reopen', icon: 'undo', run: () => act({ method: 'POST', path: 'reopening' }) },
    { id: 'reply', icon: 'chat', keys: ['r'], run: () => write('reply') },
    { id: 'note', icon: 'lock', keys: ['n'], run: () => write('note') },
    mayReply && { id: 'canned', icon: 'doc', keys: ['/'], run: () => write('reply', '/') },
    mayReply && { id: 'article', icon: 'knowledge', run: () => write('reply', '??') },
    dialog('assign', 'a', 'customers'),
    dialog('label', 'l', 'label'),
    dialog('urgency', 'p', 'flag'),
    read && { id: 'matter', icon: 'sum', run: () => setMatter(read) },
    mayReply && dialog('snooze', 's', 'clock'),
    dialog('macro', 'm', 'bolt'),
    (mayReply || isFree) && !conversation.mergedInto && dialog('merge', '#', 'merge'),
    conversation.mergedInto && { id: 'separate', icon: 'undo', run: () => act({ method: 'DELETE', path: 'merge' }) },
    mayReply && { id: 'to-queue', icon: 'undo', run: () => act({ method: 'DELETE', path: 'claim', body: { to: 'queue' } }) },
    mayReply &&
      !askedForPerson && { id: 'to-assistant', icon: 'undo', run: () => act({ method: 'DELETE', path: 'claim', body: { to: 'assistant' } }) },
    !mayReply && !closedAt && { id: 'to-person', icon: 'hand', run: () => act({ method: 'PUT', path: 'override', body: { to: 'person' } }) },
    !mayReply &&
      !closedAt &&
      !askedForPerson && { id: 'leave-assistant', icon: 'undo', run: () => act({ method: 'PUT', path: 'override', body: { to: 'assistant' } }) },
    mayReply && {
      id: 'close-unsolved',
      icon: 'warn',
      run: () => act({ method: 'POST', path: 'closure', body: { resolved: false, reason: 'other' } }),
    },
    mayReply && { id: 'close-spam', icon: 'warn', run: () => act({ method: 'POST', path: 'closure', body: { resolved: false, reason: 'spam' } }) },
  ])
}

function useLooking({ conversation, entries, showWhy }: Given): Command[] {
  const { t } = useTranslation('conversations')
  const named = useNamed()
  const queries = useQueryClient()
  const go = useNavigate()
  const me = useMe().person.id
  const mayServe = useMay('serve')
  const change = useChange()
  const { activity } = useHabits()
  const setHabits = useChangeHabits()
  const { id, number, followers } = conversation
  const copy = (words: string) => void navigator.clipboard.writeText(words).then(() => say(t('console:copied')))
  const makeUnread = () => {
    const last = entries.findLast((entry) => entry.author === 'customer')?.seq ?? 1
    // Whoever stays would see it at once again.
    void go({ to: '/inbox' })
    ask('PUT', `/v1/conversations/${id}/seen`, { seq: last - 1 })
      .then(() => patchRows(queries, (row) => (row.id === id ? { ...row, unread: true } : row)))
      .catch(sayTrouble)
  }
  const follows = followers.includes(me)
  return named([
    mayServe && {
      id: follows ? 'unfollow' : 'follow',
      icon: 'eye',
      keys: ['w'],
      run: () => change({ conversations: [id], changes: [{ kind: 'follow', on: !follows }] }),
    },
    mayServe && { id: 'unread', icon: 'inbox', keys: ['u'], run: makeUnread },
    { id: 'why', icon: 'sum', keys: ['y'], run: showWhy },
    { id: 'copy-link', icon: 'doc', run: () => copy(`${location.origin}/console/inbox/${id}`) },
    { id: 'copy-number', icon: 'doc', run: () => copy(`#${number}`) },
    { id: 'print', icon: 'print', run: () => void openTranscript(conversation, 'print').catch(sayTrouble) },
    { id: 'export', icon: 'doc', run: () => void openTranscript(conversation, 'file').catch(sayTrouble) },
    mayServe && { id: activity ? 'hide-activity' : 'show-activity', icon: 'eye', run: () => setHabits({ activity: !activity }) },
    entries.length > 0 && { id: 'to-top', icon: 'left', run: () => document.querySelector('.stream-all')?.scrollIntoView() },
  ])
}
