import { Button, Drawer, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { IntentExamples, IntentList } from '../../contract/understanding.ts'
import { isBlank } from '../../core/blank.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { useIntentName } from './intent-name.ts'

interface Props {
  /** null: a new one; undefined: closed. */
  intent: string | null | undefined
  onClose: () => void
}

export function ExamplesEditor({ intent, onClose }: Props) {
  const { t } = useTranslation('understanding')
  const intentName = useIntentName()
  return (
    <Drawer
      opened={intent !== undefined}
      onClose={onClose}
      position="right"
      closeButtonProps={{ 'aria-label': t('console:close') }}
      size="lg"
      title={intent === null ? t('new') : intent && t('edit', { intent: intentName(intent) })}
    >
      {intent === null && <Form intent={null} examples={[]} onClose={onClose} />}
      {intent && <Known key={intent} intent={intent} onClose={onClose} />}
    </Drawer>
  )
}

function Known({ intent, onClose }: { intent: string; onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: ['intents', intent],
    staleTime: 0,
    queryFn: () => get<z.infer<typeof IntentExamples>>(`/v1/intents/${intent}/examples`),
  })
  if (error) return <Trouble error={error} />
  if (!data) return <Waiting />
  return <Form intent={intent} examples={data.examples} onClose={onClose} />
}

const goodCode = /^[a-z][a-z0-9-]{0,63}$/

function Form({ intent, examples, onClose }: { intent: string | null; examples: string[]; onClose: () => void }) {
  const { t } = useTranslation('understanding')
  const mayChange = useMay('lead')
  const queries = useQueryClient()
  const [code, setCode] = useState(intent ?? '')
  // An example may hold a line break; one line here is one example.
  const [text, setText] = useState(() => examples.map((example) => example.replaceAll(/\s*\n\s*/g, ' ')).join('\n'))
  const lines = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => !isBlank(line)),
    ),
  ]
  const isTaken = intent === null && queries.getQueryData<IntentList>(['intents'])?.intents.some((known) => known.intent === code) === true
  const isGood = goodCode.test(code) && !isTaken
  const save = useMutation({
    mutationFn: () => ask('PUT', `/v1/intents/${code}/examples`, { examples: lines }),
    onSuccess: async () => {
      say(t('saved'))
      await queries.invalidateQueries({ queryKey: ['intents'] })
      onClose()
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="examples" onSubmit={submit}>
      {intent === null && (
        <TextInput
          label={t('code')}
          description={t('code-hint')}
          error={code !== '' && !isGood && t(isTaken ? 'code-taken' : 'code-wrong')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <Textarea
        label={t('table.examples')}
        description={t('edit-hint')}
        autosize
        minRows={12}
        maxRows={26}
        readOnly={!mayChange}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="examples-foot">
        <span className="faint num">{t('count', { count: lines.length })}</span>
        {mayChange && (
          <Button type="submit" loading={save.isPending} disabled={!isGood || lines.length === 0}>
            {t('console:save')}
          </Button>
        )}
      </div>
    </form>
  )
}
