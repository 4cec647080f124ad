import { Button, FileButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsCheck } from '../../contract/integrations.ts'
import { mostSettingsBytes } from '../../core/understanding/intent-limits.ts'
import { ask, get, Refused } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { say } from '../shell/said.ts'
import { saveFile } from '../shell/save-file.ts'
import { sayTrouble, sentenceFor } from '../shell/Trouble.tsx'
import { Changes } from '../trust/Changes.tsx'
import './integrations.css'

interface Chosen {
  name: string
  content: unknown
}

/** Everything that is set, out of the house and into another one. */
export function SettingsFile() {
  const { t } = useTranslation('integrations')
  const isOwner = useMay('own')
  return (
    <>
      <header className="page-head">
        <h1>{t('file.title')}</h1>
      </header>
      <p className="settings-intro">{t('file.intro')}</p>
      {isOwner ? (
        <div className="settings-file">
          <Out />
          <In />
        </div>
      ) : (
        <p className="faint">{t('own-only')}</p>
      )}
    </>
  )
}

function Out() {
  const { t } = useTranslation('integrations')
  const save = useMutation({
    mutationFn: () => get<unknown>('/v1/settings-file'),
    onSuccess: (file) => saveFile(`sambut-settings-${new Date().toISOString().slice(0, 10)}.json`, JSON.stringify(file, null, 2), 'application/json'),
    onError: sayTrouble,
  })
  return (
    <section className="panel">
      <h2>{t('file.out')}</h2>
      <p className="quiet">{t('file.out-hint')}</p>
      <Button onClick={() => save.mutate()} loading={save.isPending}>
        {t('file.save')}
      </Button>
    </section>
  )
}

function In() {
  const { t } = useTranslation('integrations')
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>()
  const [wrong, setWrong] = useState<'unread' | 'not-ours'>()
  const check = useMutation({ mutationFn: ({ content }: Chosen) => ask<SettingsCheck>('POST', '/v1/settings-file/check', content) })
  const bringIn = useMutation({
    mutationFn: ({ content }: Chosen) => ask<SettingsCheck>('PUT', '/v1/settings-file', content),
    onSuccess: async ({ policyWaits }) => {
      setChosen(undefined)
      check.reset()
      say(policyWaits ? `${t('file.done')} ${t('file.policy-waits')}` : t('file.done'))
      await queries.invalidateQueries()
    },
  })
  const choose = async (file: File | null) => {
    bringIn.reset()
    check.reset()
    setWrong(undefined)
    setChosen(undefined)
    if (!file) return
    const content = file.size > mostSettingsBytes ? undefined : parse(await file.text())
    if (!isOurs(content)) return setWrong(content === undefined ? 'unread' : 'not-ours')
    const next = { name: file.name, content }
    setChosen(next)
    check.mutate(next)
  }
  const error = bringIn.error ?? check.error
  return (
    <section className="panel" aria-live="polite">
      <h2>{t('file.in')}</h2>
      <p className="quiet">{t('file.in-hint')}</p>
      <FileButton accept="application/json,.json" onChange={(file) => void choose(file)}>
        {(props) => (
          <Button variant="default" loading={check.isPending} {...props}>
            {t('file.choose')}
          </Button>
        )}
      </FileButton>
      {wrong && (
        <p role="alert" className="lost">
          {t(`file.${wrong}`)}
        </p>
      )}
      {error && <Faults error={error} />}
      {chosen && check.data && !error && (
        <>
          <h3>{check.data.changes.length === 0 ? t('file.same', { name: chosen.name }) : t('file.would', { count: check.data.changes.length })}</h3>
          <Preview {...check.data} />
          {check.data.changes.length > 0 && (
            <Button onClick={() => bringIn.mutate(chosen)} loading={bringIn.isPending}>
              {t('file.bring-in')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function Preview({ changes, policyWaits }: SettingsCheck) {
  const { t } = useTranslation('integrations')
  return (
    <ul className="file-changes">
      {changes.map(({ part, name, isNew, values }) => (
        <li key={`${part} ${name}`}>
          <b>{t(`file.parts.${part}`)}</b> {name} {isNew && <span className="tag is-won">{t('file.new')}</span>}
          {part === 'policy' && policyWaits && <p className="quiet">{t('file.policy-waits')}</p>}
          <Changes changes={values} />
        </li>
      ))}
    </ul>
  )
}

/** Whether it says of itself what a file of settings says first; any other file would be one long list of what is wrong with it. */
const isOurs = (content: unknown) => {
  const { format, version } = (content ?? {}) as { format?: unknown; version?: unknown }
  return format === 'sambut-settings' && version === 1
}

/** What is wrong, and where in the file; what has no sentence of its own was said by the validator, for engineers. */
function Faults({ error }: { error: Error }) {
  const { t } = useTranslation('integrations')
  const details = error instanceof Refused ? error.details : []
  return (
    <div role="alert" className="lost">
      <p>{details.length > 0 ? t('file.faulty') : sentenceFor(error)}</p>
      <ul>
        {details.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path || '{ }'}</code> {t([`file.faults.${message}`, 'file.faults.other'])}
          </li>
        ))}
      </ul>
    </div>
  )
}
