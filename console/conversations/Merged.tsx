import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMay } from '../shell/me.ts'
import { day } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Entry } from './Entry.tsx'
import { useAct } from './queries.ts'
import { timelineQuery } from './timeline.ts'

/** Another matter that was merged into this one: read where it belongs, and separated again by one click. */
export function Merged({ merged }: { merged: Conversation['merged'][number] }) {
  const { t } = useTranslation('conversations')
  const [isOpen, setIsOpen] = useState(false)
  const mayServe = useMay('serve')
  const act = useAct(merged.id)
  return (
    <section className="merged" aria-label={t('merge.inside', { number: merged.number })}>
      <div className="merged-head">
        <Icon name="merge" size={15} />
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('merge.inside', { number: merged.number })}
        </button>
        <span className="faint one-line">
          {merged.customer} · {day(merged.at)}
        </span>
        {mayServe && (
          <button type="button" className="link push" onClick={() => act.mutate({ method: 'DELETE', path: 'merge' })}>
            {t('merge.undo')}
          </button>
        )}
      </div>
      {isOpen && <Said id={merged.id} />}
    </section>
  )
}

function Said({ id }: { id: string }) {
  const { data, error } = useQuery(timelineQuery(id))
  if (error) return <Trouble error={error} />
  if (!data) return <Waiting lines={3} />
  return data.entries.filter((entry) => entry.conversation === id).map((entry) => <Entry key={entry.id} entry={entry} />)
}
