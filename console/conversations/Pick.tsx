import { Modal, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import './pick.css'

export interface Choice {
  id: string
  label: string
  note?: string
  /** For what is on or off. */
  on?: boolean
  mark?: ReactNode
}

interface Props {
  title: string
  choices: readonly Choice[]
  onPick: (choice: Choice) => void
  onClose: () => void
  /** What can be looked for. */
  search?: string
  /** What is typed is asked for elsewhere: nothing is sieved here. */
  onWords?: (words: string) => void
  /** What is said when there is nothing to choose from at all, whatever is typed. */
  none?: ReactNode
  children?: ReactNode
}

/** One of many by a few letters, arrows and Enter: the same for people, labels, macros and times. */
export function Pick({ title, choices, onPick, onClose, search, onWords, none, children }: Props) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const shown = onWords ? choices : choices.filter((choice) => choice.label.toLowerCase().includes(words.trim().toLowerCase()))
  const here = Math.min(at, Math.max(0, shown.length - 1))
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      setAt((here + by + shown.length) % Math.max(1, shown.length))
    }
    const choice = shown[here]
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && choice) {
      event.preventDefault()
      onPick(choice)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} size="md" closeButtonProps={{ 'aria-label': t('console:close') }}>
      <TextInput
        data-autofocus
        value={words}
        placeholder={search ?? t('conversations:search')}
        aria-label={title}
        leftSection={<Icon name="search" size={15} />}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setAt(0)
          onWords?.(event.currentTarget.value)
        }}
        onKeyDown={press}
      />
      <ul className="pick">
        {shown.map((choice, index) => (
          <li key={choice.id}>
            <button
              type="button"
              className={index === here ? 'is-here' : undefined}
              aria-pressed={choice.on}
              onMouseMove={() => setAt(index)}
              onClick={() => onPick(choice)}
            >
              {choice.mark}
              <span className="one-line pick-label">{choice.label}</span>
              {choice.note && <span className="faint one-line pick-note">{choice.note}</span>}
              {choice.on && <Icon name="check" size={15} />}
            </button>
          </li>
        ))}
        {shown.length === 0 && <li className="faint pick-none">{choices.length === 0 && none ? none : t('nothing-found')}</li>}
      </ul>
      {children}
    </Modal>
  )
}
