import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../contract/integrations.ts'
import { languages } from '../../core/language.ts'
import { ask, get } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'

const currencies = Intl.supportedValuesOf('currency')

/** What customers read above the chat, and in what language and money the company works. */
export function CompanyForm({ onDone }: { onDone: () => void }) {
  const { data, error, refetch } = useQuery({ queryKey: ['company'], queryFn: () => get<Company>('/v1/company') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={4} />
  return <Form company={data} onDone={onDone} />
}

function Form({ company, onDone }: { company: Company; onDone: () => void }) {
  const { t } = useTranslation('first-run')
  const queries = useQueryClient()
  const [wish, setWish] = useState(company)
  const save = useMutation({
    mutationFn: () => ask<Company>('PUT', '/v1/company', wish),
    onSuccess: async (saved) => {
      queries.setQueryData(['company'], saved)
      say(t('console:saved'))
      await queries.invalidateQueries({ queryKey: ['me'] })
      onDone()
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="first-form" onSubmit={submit}>
      <TextInput
        label={t('company.name')}
        required
        maxLength={200}
        value={wish.name}
        onChange={(event) => setWish({ ...wish, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('company.assistant')}
        description={t('company.assistant-hint')}
        required
        maxLength={100}
        value={wish.assistant}
        onChange={(event) => setWish({ ...wish, assistant: event.currentTarget.value })}
      />
      <Select
        label={t('company.language')}
        description={t('company.language-hint')}
        allowDeselect={false}
        value={wish.language}
        onChange={(next) => setWish({ ...wish, language: languages.find((one) => one === next) ?? wish.language })}
        data={languages.map((value) => ({ value, label: t(`console:languages.${value}`) }))}
      />
      <Select
        label={t('company.currency')}
        searchable
        allowDeselect={false}
        limit={40}
        value={wish.currency}
        onChange={(next) => next && setWish({ ...wish, currency: next })}
        data={currencies}
      />
      <Button type="submit" loading={save.isPending} disabled={!wish.name.trim() || !wish.assistant.trim()}>
        {t('console:save')}
      </Button>
    </form>
  )
}
