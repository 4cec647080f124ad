import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Macro } from '../../contract/conversations.ts'
import { get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { type Edited, MacroForm } from './MacroForm.tsx'
import { useSaved } from './saved-queries.ts'
import './desk-settings.css'

/** Several things done at once, under one name. */
export function MacroSettings() {
  const { t } = useTranslation('conversations')
  const mayLead = useMay('lead')
  const { data, error } = useQuery({ queryKey: ['macros'], queryFn: () => get<{ macros: Macro[] }>('/v1/macros') })
  const [edited, setEdited] = useState<Edited | null>(null)
  const { save, remove } = useSaved('macros', () => setEdited(null))
  if (error) return <Trouble error={error} />
  if (!data) return <Waiting />
  return (
    <>
      <div className="page-head">
        <h1>{t('console:settings.macros')}</h1>
      </div>
      <p className="settings-intro">{t('macro.intro')}</p>
      <ul className="panel kept">
        {data.macros.map((macro) => (
          <li key={macro.id}>
            <b>{macro.name}</b>
            <span className="faint one-line">{macro.changes.map((change) => t(`change.${change.kind}`)).join(' · ')}</span>
            {mayLead && (
              <span className="push kept-acts">
                <Button size="compact-sm" variant="default" onClick={() => setEdited(macro)}>
                  {t('console:edit')}
                </Button>
                <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove(macro.id)}>
                  {t('console:remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
        {data.macros.length === 0 && <li className="faint">{t('macro.none')}</li>}
      </ul>
      {edited ? (
        <MacroForm key={edited.id} start={edited} onSave={({ id, ...body }) => save({ id, body })} onCancel={() => setEdited(null)} />
      ) : (
        mayLead && (
          <Button mt="md" onClick={() => setEdited({ id: null, name: '', changes: [] })}>
            {t('console:add')}
          </Button>
        )
      )}
    </>
  )
}
