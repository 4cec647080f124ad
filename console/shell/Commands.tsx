import { Modal } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../contract/team.ts'
import { ask } from './api.ts'
import { type Command, shownKey, useCommands, useKeys, useOffered } from './commands.ts'
import { useChangeHabits, useHabits } from './habits.ts'
import { Icon } from './Icon.tsx'
import { useMay } from './me.ts'
import { settingsSections } from './Settings.tsx'
import { sayTrouble } from './Trouble.tsx'

const places = ['inbox', 'floor', 'customers', 'knowledge', 'results', 'settings'] as const
const groups = ['conversation', 'list', 'me'] as const

/** Ctrl+K: everything that can be done here, every place and every setting by name; `?`: the keys. `opens`: it was asked for while this was on its way. */
export function Commands({ opens }: { opens: boolean }) {
  const { t } = useTranslation()
  const [showsHelp, setShowsHelp] = useState(false)
  const { shortcuts } = useHabits()
  const offered = useOffered()
  const goes = useGoing()
  useKeys(shortcuts)
  useEffect(() => {
    if (opens) spotlight.open()
  }, [opens])
  useOwnCommands(() => setShowsHelp(true))
  const actions: SpotlightActionGroupData[] = [
    ...groups.map((group) => ({ group: t(`command.${group}`), actions: offered.filter((one) => one.group === group).map(toAction) })),
    { group: t('command.go'), actions: goes },
  ].filter(({ actions: some }) => some.length > 0)
  return (
    <>
      <Spotlight
        actions={actions}
        shortcut={null}
        limit={40}
        scrollable
        maxHeight={460}
        nothingFound={t('nothing-found')}
        highlightQuery
        attributes={{ content: { 'aria-label': t('command.palette') } }}
        searchProps={{ placeholder: t('search-or-do'), 'aria-label': t('search-or-do'), leftSection: <Icon name="search" /> }}
      />
      <Modal
        opened={showsHelp}
        onClose={() => setShowsHelp(false)}
        title={t('shortcuts.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <KeyTable commands={offered} />
      </Modal>
    </>
  )
}

const toAction = (command: Command) => ({
  id: command.id,
  label: command.label,
  leftSection: <Icon name={command.icon ?? 'right'} />,
  rightSection: command.keys?.[0] ? <kbd>{shownKey(command.keys[0])}</kbd> : undefined,
  onClick: command.run,
})

function useGoing() {
  const { t } = useTranslation()
  const go = useNavigate()
  return [
    ...places.map((name) => ({
      id: name,
      label: t(`places.${name}`),
      leftSection: <Icon name={name} />,
      onClick: () => void go({ to: `/${name}` }),
    })),
    ...settingsSections.map((name) => ({
      id: `settings-${name}`,
      label: `${t('places.settings')}: ${t(`settings.${name}`)}`,
      leftSection: <Icon name="settings" />,
      onClick: () => void go({ to: '/settings/$section', params: { section: name } }),
    })),
  ]
}

function useOwnCommands(help: () => void): void {
  const { t } = useTranslation()
  const mayServe = useMay('serve')
  const queries = useQueryClient()
  const { shortcuts, density } = useHabits()
  const change = useChangeHabits()
  useCommands([
    { id: 'palette', label: t('command.palette'), group: 'me', icon: 'search', keys: ['mod+k'], run: () => spotlight.open() },
    { id: 'help', label: t('command.help'), group: 'me', icon: 'doc', keys: ['?'], run: help },
    ...(mayServe
      ? [
          ...(['on', 'away', 'off'] as const).map(
            (presence): Command => ({
              id: `presence-${presence}`,
              label: t(`presence.${presence}`),
              group: 'me',
              icon: 'hand',
              run: () => void ask<Me>('PUT', '/v1/me/presence', { presence }).then((next) => queries.setQueryData(['me'], next), sayTrouble),
            }),
          ),
          {
            id: 'density',
            label: t(density === 'compact' ? 'command.comfortable' : 'command.compact'),
            group: 'me' as const,
            run: () => change({ density: density === 'compact' ? 'comfortable' : 'compact' }),
          },
          {
            id: 'shortcuts',
            label: t(shortcuts ? 'command.keys-off' : 'command.keys-on'),
            group: 'me' as const,
            run: () => change({ shortcuts: !shortcuts }),
          },
        ]
      : []),
  ])
}

/** What can be done with a conversation by one key, also while none is open. */
const conversationKeys = { take: 't', resolve: 'e', reply: 'r', note: 'n', assign: 'a', label: 'l', urgency: 'p', snooze: 's', follow: 'w' }

function KeyTable({ commands }: { commands: readonly Command[] }) {
  const { t } = useTranslation()
  const { shortcuts, enterSends } = useHabits()
  const mayServe = useMay('serve')
  const rows = commands.flatMap(({ id, label, keys }) => (keys ? [{ id, label, keys: keys.map(shownKey) }] : []))
  // Where no conversation is open its keys do nothing yet; they are told all the same, as the empty inbox does.
  const opened = Object.entries(mayServe ? conversationKeys : {})
    .map(([id, key]) => ({ id, label: t(`conversations:command.${id}`), keys: [shownKey(key)] }))
    .filter(({ keys: [key] }) => rows.every((row) => row.keys[0] !== key))
  const writing = [
    { id: 'send', label: t('shortcuts.send'), keys: [enterSends ? 'Enter' : 'Ctrl Enter'] },
    { id: 'canned', label: t('shortcuts.canned'), keys: ['/'] },
    { id: 'article', label: t('shortcuts.article'), keys: ['??'] },
    { id: 'mention', label: t('shortcuts.mention'), keys: ['@'] },
  ]
  return (
    <>
      {!shortcuts && <p className="tag is-time">{t('shortcuts.are-off')}</p>}
      <table className="plain">
        <tbody>
          {[...rows, ...opened, ...writing].map((row) => (
            <tr key={row.id + row.label}>
              <td>{row.label}</td>
              <td className="right">
                {row.keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
