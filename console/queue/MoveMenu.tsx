import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FloorBoard } from '../../contract/queue.ts'
import { Icon } from '../shell/Icon.tsx'
import type { Move } from './move.ts'
import './move.css'

export type Colleague = FloorBoard['people'][number]

interface Props {
  conversation: string
  /** Whose conversation it is. */
  customer: string
  holder: string | null
  people: Colleague[]
  onMove: (move: Move) => void
  opened: boolean
  onToggle: (opened: boolean) => void
}

/** Who could have it, those with room first; whoever cannot take it says why. Arrow keys choose, Enter moves. */
export function MoveMenu({ conversation, customer, holder, people, onMove, opened, onToggle }: Props) {
  const { t } = useTranslation('queue')
  const others = people
    .filter((person) => person.id !== holder && person.role !== 'analyst' && person.presence !== 'off')
    .toSorted((a, b) => room(b) - room(a) || a.name.localeCompare(b.name))
  return (
    <Menu opened={opened} onChange={onToggle} position="bottom-end" width={270} withinPortal>
      <Menu.Target>
        <button type="button" className="move-button" aria-label={t('move.name', { customer })} title={t('move.key')}>
          <Icon name="more" size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('move.title', { customer })}</Menu.Label>
        {holder !== null && <Menu.Item onClick={() => onMove({ conversation, customer, to: null })}>{t('move.to-queue')}</Menu.Item>}
        {others.map((person) => (
          <Menu.Item
            key={person.id}
            disabled={room(person) <= 0 || person.presence !== 'on'}
            onClick={() => onMove({ conversation, customer, to: person })}
            rightSection={
              <span className="faint num">
                {person.presence === 'on' ? t('people.load', { load: person.load, capacity: person.capacity }) : t(`presence.${person.presence}`)}
              </span>
            }
          >
            {person.name}
          </Menu.Item>
        ))}
        {others.length === 0 && <Menu.Item disabled>{t('move.nobody')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}

export const room = (person: Colleague) => (person.presence === 'on' ? person.capacity - person.load : -1)
