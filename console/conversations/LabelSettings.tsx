import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Label } from '../../contract/conversations.ts'
import { labelColours } from '../../core/conversations/marks.ts'
import { useMay } from '../shell/me.ts'
import { useLabels } from './queries.ts'
import { useSaved } from './saved-queries.ts'
import './desk-settings.css'

/** The labels of the team: name, colour, how often they are worn. */
export function LabelSettings() {
  const { t } = useTranslation('conversations')
  const labels = [...useLabels().values()]
  const mayLead = useMay('lead')
  const [edited, setEdited] = useState<Label | 'new' | null>(null)
  const { save, remove } = useSaved('labels', () => setEdited(null))
  return (
    <>
      <div className="page-head">
        <h1>{t('console:settings.labels')}</h1>
      </div>
      <p className="settings-intro">{t('labels.intro')}</p>
      <ul className="panel kept">
        {labels.map((label) =>
          edited !== 'new' && edited?.id === label.id ? (
            <LabelForm key={label.id} start={label} onSave={(body) => save({ id: label.id, body })} onCancel={() => setEdited(null)} />
          ) : (
            <li key={label.id}>
              <span className={`label is-${label.colour}`}>{label.name}</span>
              <span className="faint push num">{t('labels.used', { count: label.used })}</span>
              {mayLead && (
                <>
                  <Button size="compact-sm" variant="default" onClick={() => setEdited(label)}>
                    {t('console:edit')}
                  </Button>
                  <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove(label.id)}>
                    {t('console:remove')}
                  </Button>
                </>
              )}
            </li>
          ),
        )}
        {labels.length === 0 && edited === null && <li className="faint">{t('labels.none')}</li>}
        {edited === 'new' && (
          <LabelForm
            start={{ name: '', colour: labelColours[labels.length % labelColours.length] ?? 'plum' }}
            onSave={(body) => save({ id: null, body })}
            onCancel={() => setEdited(null)}
          />
        )}
      </ul>
      <Button mt="md" onClick={() => setEdited('new')}>
        {t('console:add')}
      </Button>
    </>
  )
}

type Body = Pick<Label, 'name' | 'colour'>

function LabelForm({ start, onSave, onCancel }: { start: Body; onSave: (body: Body) => void; onCancel: () => void }) {
  const { t } = useTranslation('conversations')
  const [name, setName] = useState(start.name)
  const [colour, setColour] = useState(start.colour)
  return (
    <li>
      <form
        className="kept-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) onSave({ name: name.trim(), colour })
        }}
      >
        <TextInput label={t('labels.name')} value={name} maxLength={40} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <fieldset className="colours">
          <legend className="sr-only">{t('labels.colour')}</legend>
          {labelColours.map((one) => (
            <label key={one} className={`label-dot is-${one}`} title={t(`labels.colours.${one}`)}>
              <input type="radio" name="colour" checked={one === colour} onChange={() => setColour(one)} aria-label={t(`labels.colours.${one}`)} />
            </label>
          ))}
        </fieldset>
        <Button type="submit" disabled={!name.trim()}>
          {t('console:save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('console:cancel')}
        </Button>
      </form>
    </li>
  )
}
