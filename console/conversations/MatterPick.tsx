import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Timeline, TimelineEntry } from '../../contract/conversations.ts'
import type { IntentList } from '../../contract/understanding.ts'
import { noMatter } from '../../core/understanding/intent-limits.ts'
import { ask, get } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { useIntentName } from '../understanding/intent-name.ts'
import { type Choice, Pick } from './Pick.tsx'
import { matterOf, useReadWords } from './read-words.ts'

/** Whoever knows better says what a message is about: it is shown at once, and the model learns from it. */
export function MatterPick({ entry, onClose }: { entry: TimelineEntry; onClose: () => void }) {
  const { t, i18n } = useTranslation('conversations')
  const intentName = useIntentName()
  const words = useReadWords()
  const correct = useCorrection(entry)
  const { data, error } = useQuery({ queryKey: ['intents'], queryFn: () => get<IntentList>('/v1/intents') })
  const is = entry.reading && matterOf(entry.reading)
  const choiceOf = (intent: string): Choice => ({ id: intent, label: intentName(intent), ...(intent === is && { on: true }) })
  const matters = data?.intents.filter(({ intent }) => intent !== noMatter).map(({ intent }) => choiceOf(intent))
  const choices = matters && [...matters.sort((a, b) => a.label.localeCompare(b.label, i18n.language)), choiceOf(noMatter)]
  return (
    <Pick
      title={t('matter.title')}
      choices={choices ?? []}
      none={error ? <Trouble error={error} /> : t('console:loading')}
      onClose={onClose}
      onPick={({ id, label }) => {
        correct({ intent: id === noMatter ? null : id, label })
        onClose()
      }}
    >
      <div className="pick-more faint">
        {entry.reading && <p className="pick-read">{words(entry.reading).rest.join(' · ')}</p>}
        <p className="pick-read">{t('matter.hint')}</p>
      </div>
    </Pick>
  )
}

/** Shown wherever the message is, also far back where nothing is asked anew; taken back when the server refuses. */
function useCorrection({ id, conversation, seq, reading }: TimelineEntry): (to: { intent: string | null; label: string }) => void {
  const { t } = useTranslation('conversations')
  const queries = useQueryClient()
  const show = (read: TimelineEntry['reading']) =>
    queries.setQueriesData<Timeline>(
      { queryKey: ['conversation'], predicate: ({ queryKey }) => queryKey[2] === 'timeline' },
      (timeline) => timeline && { ...timeline, entries: timeline.entries.map((entry) => (entry.id === id ? { ...entry, reading: read } : entry)) },
    )
  const { mutate } = useMutation({
    mutationFn: ({ intent }: { intent: string | null; label: string }) => ask('PUT', `/v1/conversations/${conversation}/intent`, { seq, intent }),
    onMutate: ({ intent }) => {
      if (reading) show({ ...reading, intent, intentConfidence: 1 })
    },
    onSuccess: (_, { label }) => say(t('matter.taught', { intent: label })),
    onError: (error) => {
      show(reading)
      sayTrouble(error)
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['conversation'] })
      void queries.invalidateQueries({ queryKey: ['conversations'] })
    },
  })
  return mutate
}
