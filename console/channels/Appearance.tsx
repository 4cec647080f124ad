import { Button, ColorInput, Input, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppearanceView, Appearance as Look } from '../../contract/channels.ts'
import { isHex, paletteOf } from '../../core/channels/palette.ts'
import { type Language, languages } from '../../core/language.ts'
import { ask, get } from '../shell/api.ts'
import { useMay, useMe } from '../shell/me.ts'
import { when } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { currentLanguage } from '../shell/words.ts'
import { Photo } from './Photo.tsx'
import { Preview } from './Preview.tsx'
import '../integrations/integrations.css'
import './appearance.css'

/** How the widget looks and greets on the company's pages, seen while it is changed. */
export function Appearance() {
  const { data, error, refetch } = useQuery({ queryKey: ['appearance'], queryFn: () => get<AppearanceView>('/v1/appearance') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return <Form view={data} />
}

function Form({ view }: { view: AppearanceView }) {
  const { t } = useTranslation('channels')
  const mayChange = useMay('lead')
  const { site } = useMe().account
  const [wish, setWish] = useState(view.appearance)
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const save = useSave()
  const change = (patch: Partial<Look>) => setWish((before) => ({ ...before, ...patch }))
  const isChanged = JSON.stringify(wish) !== JSON.stringify(view.appearance)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(wish)
  }
  return (
    <form onSubmit={submit} className="look">
      <header className="page-head">
        <h1>{t('look.title')}</h1>
        <a className="push" href={`/try/?site=${site}&language=${language}`} target="_blank" rel="noreferrer">
          {t('look.try')}
        </a>
      </header>
      <p className="settings-intro">{t('look.intro')}</p>
      <div className="look-sides">
        <fieldset className="panel look-fields" disabled={!mayChange}>
          <Colour look={wish} change={change} />
          <Input.Wrapper label={t('look.position')} labelElement="div" className="look-position">
            <SegmentedControl
              aria-label={t('look.position')}
              value={wish.position}
              onChange={(position) => change({ position: position === 'left' ? 'left' : 'right' })}
              data={(['left', 'right'] as const).map((value) => ({ value, label: t(`look.${value}`) }))}
            />
          </Input.Wrapper>
          <Photo look={wish} change={change} />
          <Texts look={wish} change={change} language={language} setLanguage={setLanguage} />
          <Switch
            label={t('look.sound')}
            description={t('look.sound-hint')}
            checked={wish.sound}
            onChange={(event) => change({ sound: event.currentTarget.checked })}
          />
          <Button type="submit" disabled={!isChanged} loading={save.isPending}>
            {t('console:save')}
          </Button>
          <History versions={view.versions} />
        </fieldset>
        <Preview look={wish} language={language} />
      </div>
    </form>
  )
}

interface Part {
  look: Look
  change: (patch: Partial<Look>) => void
}

/** Says when the colour is moved to be read, instead of refusing it. */
function Colour({ look, change }: Part) {
  const { t } = useTranslation('channels')
  const { colour } = look
  const palette = colour && isHex(colour) ? paletteOf(colour) : null
  const moved = palette && palette.accent[0] !== colour ? t('look.moved', { colour: palette.accent[0] }) : t('look.colour-hint')
  return (
    <ColorInput
      label={t('look.colour')}
      description={moved}
      placeholder="#71234f"
      format="hex"
      eyeDropperButtonProps={{ 'aria-label': t('look.pick') }}
      value={colour ?? ''}
      onChange={(next) => change({ colour: isHex(next.toLowerCase()) ? next.toLowerCase() : null })}
    />
  )
}

/** Letters that the contract allows; said before somebody finds the last ones missing. */
const longest = { launcher: 40, greeting: 200, notice: 300 } as const

function Texts({ look, change, language, setLanguage }: Part & { language: Language; setLanguage: (language: Language) => void }) {
  const { t } = useTranslation('channels')
  const length = (key: keyof typeof longest) => t('look.length', { n: look[key][language]?.length ?? 0, most: longest[key] })
  const put = (key: keyof typeof longest, text: string) => change({ [key]: { ...look[key], [language]: text } })
  return (
    <>
      <Select
        label={t('look.language')}
        description={t('look.language-hint')}
        allowDeselect={false}
        value={language}
        onChange={(next) => setLanguage(languages.find((one) => one === next) ?? language)}
        data={languages.map((value) => ({ value, label: t(`console:languages.${value}`) }))}
      />
      <TextInput
        label={t('look.launcher')}
        description={`${t('look.launcher-hint')} ${length('launcher')}`}
        maxLength={longest.launcher}
        lang={language}
        value={look.launcher[language] ?? ''}
        onChange={(event) => put('launcher', event.currentTarget.value)}
      />
      <TextInput
        label={t('look.greeting')}
        description={length('greeting')}
        maxLength={longest.greeting}
        lang={language}
        value={look.greeting[language] ?? ''}
        onChange={(event) => put('greeting', event.currentTarget.value)}
      />
      <Textarea
        label={t('look.notice')}
        description={`${t('look.notice-hint')} ${length('notice')}`}
        maxLength={longest.notice}
        autosize
        lang={language}
        value={look.notice[language] ?? ''}
        onChange={(event) => put('notice', event.currentTarget.value)}
      />
    </>
  )
}

function History({ versions }: { versions: AppearanceView['versions'] }) {
  const { t } = useTranslation('channels')
  const [last] = versions
  if (!last) return null
  return <p className="faint">{t('look.changed', { name: last.person ?? t('look.key'), at: when(last.at) })}</p>
}

function useSave() {
  const { t } = useTranslation('channels')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (look: Look) => ask<AppearanceView>('PUT', '/v1/appearance', look),
    onSuccess: (saved) => {
      queries.setQueryData(['appearance'], saved)
      say(t('look.saved'))
    },
    onError: sayTrouble,
  })
}
