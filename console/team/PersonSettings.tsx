import { Button, Checkbox, Input, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me, NoticeKind, Preferences } from '../../contract/team.ts'
import { languages, toLanguage } from '../../core/language.ts'
import { ask } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { speak } from '../shell/words.ts'
import './notices.css'

const kinds: NoticeKind[] = ['assigned', 'mentioned', 'promise', 'policy']
const usualQuiet = { from: '22:00', to: '07:00' }

/** How I like my screens, and in which ways I want to be told of what. Kept with me, whatever machine I sit at. */
export function PersonSettings() {
  const { t } = useTranslation('team')
  const me = useMe()
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (change: { language?: Me['language']; preferences?: Preferences }) => ask<Me>('PATCH', '/v1/me', change),
    onMutate: ({ preferences }) => preferences && queries.setQueryData<Me>(['me'], (before) => before && { ...before, preferences }),
    onSuccess: (next) => queries.setQueryData(['me'], next),
    onError: (error) => {
      sayTrouble(error)
      void queries.invalidateQueries({ queryKey: ['me'] })
    },
  })
  const change = (some: Partial<Preferences>) => mutate({ preferences: { ...me.preferences, ...some } })
  return (
    <>
      <header className="page-head">
        <h1>{t('own.title')}</h1>
      </header>
      <p className="settings-intro">{t('own.intro')}</p>
      <div className="person-settings">
        <Screens me={me} change={change} onLanguage={(language) => void speak(language).then(() => mutate({ language }))} />
        <Tellings preferences={me.preferences} change={change} />
      </div>
    </>
  )
}

interface Changing {
  change: (some: Partial<Preferences>) => void
}

function Screens({ me, change, onLanguage }: Changing & { me: Me; onLanguage: (language: Me['language']) => void }) {
  const { t } = useTranslation('team')
  const { timeZone, clock, look } = me.preferences
  return (
    <section className="panel">
      <h2>{t('own.screens')}</h2>
      <Select
        label={t('own.language')}
        value={me.language}
        allowDeselect={false}
        onChange={(next) => onLanguage(toLanguage(next) ?? me.language)}
        data={languages.map((value) => ({ value, label: t(`console:languages.${value}`) }))}
      />
      <Select
        label={t('own.zone')}
        searchable
        allowDeselect={false}
        value={timeZone ?? ''}
        onChange={(next) => change({ timeZone: next || null })}
        data={[{ value: '', label: t('own.zone-auto') }, ...Intl.supportedValuesOf('timeZone')]}
        limit={60}
      />
      <Choice
        label={t('own.clock')}
        value={clock}
        values={['auto', '12', '24'] as const}
        name={(one) => t(`own.clocks.${one}`)}
        onChange={(next) => change({ clock: next })}
      />
      <Choice
        label={t('console:me.look')}
        value={look}
        values={['auto', 'light', 'dark'] as const}
        name={(one) => t(`console:look.${one}`)}
        onChange={(next) => change({ look: next })}
      />
    </section>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  values: readonly Value[]
  name: (value: Value) => string
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, values, name, onChange }: ChoiceProps<Value>) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        onChange={(next) => onChange(values.find((one) => one === next) ?? value)}
        data={values.map((one) => ({ value: one, label: name(one) }))}
      />
    </Input.Wrapper>
  )
}

function Tellings({ preferences, change }: Changing & { preferences: Preferences }) {
  const { t } = useTranslation('team')
  const { notify, quiet } = preferences
  const tell = (kind: NoticeKind, way: 'browser' | 'sound', on: boolean) => change({ notify: { ...notify, [kind]: { ...notify[kind], [way]: on } } })
  return (
    <section className="panel">
      <h2>{t('own.tell')}</h2>
      <Permission />
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('own.event')}</th>
            <th scope="col">{t('own.browser')}</th>
            <th scope="col">{t('own.sound')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <td>{t(`own.kinds.${kind}`)}</td>
              {(['browser', 'sound'] as const).map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={`${t(`own.kinds.${kind}`)}: ${t(`own.${way}`)}`}
                    checked={notify[kind][way]}
                    onChange={(event) => tell(kind, way, event.currentTarget.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Switch
        label={t('own.quiet')}
        checked={quiet !== null}
        onChange={(event) => change({ quiet: event.currentTarget.checked ? usualQuiet : null })}
      />
      {quiet && (
        <div className="person-times">
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="time"
              label={t(`own.quiet-${end}`)}
              value={quiet[end]}
              onChange={(event) => event.currentTarget.value && change({ quiet: { ...quiet, [end]: event.currentTarget.value } })}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** A browser shows nothing until it was asked once; asked before it is needed, people refuse. */
function Permission() {
  const { t } = useTranslation('team')
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'))
  if (permission === 'granted') return null
  if (permission === 'denied') return <p className="faint">{t('own.refused')}</p>
  return (
    <Button variant="default" size="xs" onClick={() => void Notification.requestPermission().then(setPermission)}>
      {t('own.allow')}
    </Button>
  )
}
