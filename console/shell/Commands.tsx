import { Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from './api.ts'
import { Icon } from './Icon.tsx'
import { useMay } from './me.ts'
import { sayTrouble } from './Trouble.tsx'

const shortcuts = ['palette', 'next', 'previous', 'send', 'note', 'resolve', 'take', 'help'] as const

/** Ctrl+K: every place and every action by name; `?`: the shortcuts. */
export function Commands() {
  const { t } = useTranslation()
  const go = useNavigate()
  const [showsHelp, setShowsHelp] = useState(false)
  const mayServe = useMay('serve')
  useHotkeys([
    ['mod+K', () => spotlight.open()],
    ['/', () => spotlight.open()],
    ['shift+?', () => setShowsHelp(true)],
  ])
  const places: SpotlightActionData[] = (['inbox', 'floor', 'customers', 'knowledge', 'results', 'settings'] as const).map((name) => ({
    id: name,
    label: t(`places.${name}`),
    leftSection: <Icon name={name} />,
    onClick: () => void go({ to: `/${name}` }),
  }))
  const presences: SpotlightActionData[] = (['on', 'away', 'off'] as const).map((presence) => ({
    id: `presence-${presence}`,
    label: t(`presence.${presence}`),
    leftSection: <Icon name="hand" />,
    onClick: () => void ask('PUT', '/v1/me/presence', { presence }).catch(sayTrouble),
  }))
  return (
    <>
      <Spotlight
        actions={[...places, ...(mayServe ? presences : [])]}
        shortcut={null}
        nothingFound={t('nothing-found')}
        highlightQuery
        searchProps={{ placeholder: t('search-or-do'), 'aria-label': t('search-or-do'), leftSection: <Icon name="search" /> }}
      />
      <Modal opened={showsHelp} onClose={() => setShowsHelp(false)} title={t('shortcuts.title')}>
        <table className="plain">
          <tbody>
            {shortcuts.map((name) => (
              <tr key={name}>
                <td>{t(`shortcuts.${name}`)}</td>
                <td className="right">
                  <kbd>{t(`shortcuts.${name}-keys`)}</kbd>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal>
    </>
  )
}
