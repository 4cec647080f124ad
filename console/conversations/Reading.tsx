import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../contract/conversations.ts'
import { Icon } from '../shell/Icon.tsx'
import { useReadWords } from './read-words.ts'

/** What was read from the words, for whoever wants to check the machine, and to put it right where that is theirs to do. */
export function Reading({ entry, onMatter }: { entry: TimelineEntry; onMatter?: ((entry: TimelineEntry) => void) | undefined }) {
  const { t } = useTranslation('conversations')
  const words = useReadWords()
  const { reading } = entry
  if (!reading) return null
  const { matter, rest, facts } = words(reading)
  return (
    <>
      <Tooltip label={rest.join(' · ')} multiline maw={360} withArrow events={{ hover: true, focus: true, touch: !onMatter }}>
        {onMatter ? (
          <button
            type="button"
            className="read-tag is-open"
            aria-haspopup="dialog"
            aria-label={t('matter.change', { intent: matter })}
            onClick={() => onMatter(entry)}
          >
            {matter}
            <Icon name="label" size={12} />
          </button>
        ) : (
          <button type="button" className="read-tag">
            {matter}
          </button>
        )}
      </Tooltip>
      {facts.map(({ name, value }) => (
        <span key={`${name} ${value}`} className="read-fact">
          {name} <b>{value}</b>
        </span>
      ))}
    </>
  )
}
