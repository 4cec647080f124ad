import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { plain } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { useRefreshPolicy } from './refresh.ts'

/** From the lab to a draft, with the reason for whoever approves. */
export function Propose({ policy }: { policy: object }) {
  const { t } = useTranslation('trust')
  const [words, setWords] = useState('')
  const refresh = useRefreshPolicy()
  const propose = useMutation({
    mutationFn: () => ask<{ draft: number }>('POST', '/v1/policy/drafts', { policy, words }),
    onSuccess: ({ draft }) => {
      refresh()
      say(t('lab.proposed', { draft: plain(draft, 0) }))
    },
    onError: sayTrouble,
  })
  if (!useMay('lead')) return null
  return (
    <div className="panel draft">
      <Textarea label={t('lab.words')} autosize minRows={2} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
      <div className="lab-ways">
        <Button loading={propose.isPending} onClick={() => propose.mutate()}>
          {t('lab.propose')}
        </Button>
      </div>
    </div>
  )
}
