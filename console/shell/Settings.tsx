import { TextInput } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import { Waiting } from './Waiting.tsx'
import { Wide } from './Wide.tsx'
import './settings.css'

/** What is set, each a screen of its slice, in groups as people look for it. */
const groups: { name: 'own' | 'service' | 'channels' | 'developers' | 'account'; sections: Record<string, ComponentType> }[] = [
  {
    name: 'own',
    sections: {
      person: lazy(() => import('../team/PersonSettings.tsx').then((file) => ({ default: file.PersonSettings }))),
      desk: lazy(() => import('../conversations/DeskSettings.tsx').then((file) => ({ default: file.DeskSettings }))),
      security: lazy(() => import('../team/Security.tsx').then((file) => ({ default: file.Security }))),
    },
  },
  {
    name: 'service',
    sections: {
      policy: lazy(() => import('../trust/PolicyPage.tsx').then((file) => ({ default: file.PolicyPage }))),
      lab: lazy(() => import('../trust/Lab.tsx').then((file) => ({ default: file.Lab }))),
      staffing: lazy(() => import('../trust/Staffing.tsx').then((file) => ({ default: file.Staffing }))),
      fairness: lazy(() => import('../trust/Fairness.tsx').then((file) => ({ default: file.Fairness }))),
      matching: lazy(() => import('../learning/Matching.tsx').then((file) => ({ default: file.Matching }))),
      economics: lazy(() => import('../value/Economics.tsx').then((file) => ({ default: file.Economics }))),
      intents: lazy(() => import('../understanding/Intents.tsx').then((file) => ({ default: file.Intents }))),
      team: lazy(() => import('../team/Team.tsx').then((file) => ({ default: file.Team }))),
      hours: lazy(() => import('../team/OpeningHours.tsx').then((file) => ({ default: file.OpeningHours }))),
      labels: lazy(() => import('../conversations/LabelSettings.tsx').then((file) => ({ default: file.LabelSettings }))),
      replies: lazy(() => import('../conversations/ReplySettings.tsx').then((file) => ({ default: file.ReplySettings }))),
      macros: lazy(() => import('../conversations/MacroSettings.tsx').then((file) => ({ default: file.MacroSettings }))),
    },
  },
  {
    name: 'channels',
    sections: {
      start: lazy(() => import('../integrations/FirstRun.tsx').then((file) => ({ default: file.FirstRun }))),
      appearance: lazy(() => import('../channels/Appearance.tsx').then((file) => ({ default: file.Appearance }))),
      widget: lazy(() => import('../integrations/Snippet.tsx').then((file) => ({ default: file.Snippet }))),
    },
  },
  {
    name: 'developers',
    sections: {
      keys: lazy(() => import('../integrations/Keys.tsx').then((file) => ({ default: file.Keys }))),
      webhooks: lazy(() => import('../integrations/Webhooks.tsx').then((file) => ({ default: file.Webhooks }))),
    },
  },
  {
    name: 'account',
    sections: {
      audit: lazy(() => import('../trust/Audit.tsx').then((file) => ({ default: file.Audit }))),
      file: lazy(() => import('../integrations/SettingsFile.tsx').then((file) => ({ default: file.SettingsFile }))),
    },
  },
]
const sections: Record<string, ComponentType> = Object.assign({}, ...groups.map((group) => group.sections))

export const settingsSections: readonly string[] = Object.keys(sections)

export function Settings() {
  const { t } = useTranslation()
  const { section = 'policy' } = useParams({ strict: false })
  const Section = sections[section] ?? sections['policy']
  const [wanted, setWanted] = useState('')
  const found = useFound(wanted)
  const nav = useRef<HTMLElement>(null)
  // The list is longer than most screens, and on a phone it lies sideways: whoever arrives by a link or a key sees where they are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the section that moves it
  useEffect(() => {
    // Newer browsers answer with a promise, which is not for React to call when the place is left.
    void nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [section])
  return (
    <div className="settings">
      <nav ref={nav} className="settings-nav" aria-label={t('places.settings')}>
        <TextInput
          size="xs"
          type="search"
          aria-label={t('settings-search')}
          placeholder={t('settings-search')}
          leftSection={<Icon name="search" size={15} />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        {found.length === 0 && <p className="settings-none">{t('nothing-found')}</p>}
        {found.map(({ name, names }) => (
          <section key={name} aria-labelledby={`settings-${name}`}>
            <h2 id={`settings-${name}`}>{t(`settings-groups.${name}`)}</h2>
            {names.map((one) => (
              <Link key={one} to="/settings/$section" params={{ section: one }} aria-current={one === section ? 'page' : undefined}>
                {t(`settings.${one}`)}
                <small>{t(`settings-about.${one}`, { defaultValue: '' })}</small>
              </Link>
            ))}
          </section>
        ))}
      </nav>
      <Wide label={`${t('places.settings')} · ${t(`settings.${section}`)}`} className="page">
        <Suspense fallback={<Waiting />}>{Section && <Section />}</Suspense>
      </Wide>
    </div>
  )
}

/** The sections whose name or sentence has the words that are looked for. */
function useFound(wanted: string) {
  const { t } = useTranslation()
  const words = wanted.toLocaleLowerCase().trim()
  return groups
    .map(({ name, sections: some }) => ({
      name,
      names: Object.keys(some).filter((one) =>
        `${t(`settings.${one}`)} ${t(`settings-about.${one}`, { defaultValue: '' })}`.toLocaleLowerCase().includes(words),
      ),
    }))
    .filter(({ names }) => names.length > 0)
}
