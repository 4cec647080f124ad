import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultsView, SavedViews } from '../../contract/metrics.ts'
import { ask, get } from '../shell/api.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

interface Props {
  view: ResultsView
  onChoose: (view: ResultsView) => void
}

/** Looks to come back to: one's own, and those that colleagues share. */
export function Views({ view, onChoose }: Props) {
  const { t } = useTranslation('metrics')
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useQuery({ queryKey: ['result-views'], enabled: isOpen, queryFn: () => get<SavedViews>('/v1/results/views') })
  const queries = useQueryClient()
  const forget = useMutation({
    mutationFn: (id: string) => ask('DELETE', `/v1/results/views/${id}`),
    onError: sayTrouble,
    onSettled: () => queries.invalidateQueries({ queryKey: ['result-views'] }),
  })
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={340} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className="tool" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('views.title')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className="views">
          {data?.views.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="views-choose"
                onClick={() => {
                  onChoose(one.view)
                  setIsOpen(false)
                }}
              >
                {one.name}
                {!one.mine && <span className="faint"> {t('views.by', { name: one.by ?? '–' })}</span>}
              </button>
              {one.mine && (
                <button type="button" className="tool" aria-label={t('views.remove', { name: one.name })} onClick={() => forget.mutate(one.id)}>
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
        {data?.views.length === 0 && <p className="faint views-empty">{t('views.empty')}</p>}
        <Save view={view} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Save({ view }: { view: ResultsView }) {
  const { t } = useTranslation('metrics')
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useMutation({
    mutationFn: () => ask('POST', '/v1/results/views', { name: name.trim(), shared, view }),
    onSuccess: () => {
      setName('')
      return queries.invalidateQueries({ queryKey: ['result-views'] })
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="views-save" onSubmit={submit}>
      <TextInput size="xs" label={t('views.name')} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
      <Checkbox size="xs" label={t('views.share')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
      <Button size="xs" type="submit" disabled={!name.trim()} loading={save.isPending}>
        {t('views.save')}
      </Button>
    </form>
  )
}
