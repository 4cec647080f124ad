import { Link, useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Waiting } from './Waiting.tsx'
import './settings.css'

/** What an owner or lead sets, each a screen of its slice. */
const sections: Record<string, ComponentType> = {
  policy: lazy(() => import('../routing/Policy.tsx').then((file) => ({ default: file.Policy }))),
  matching: lazy(() => import('../learning/Matching.tsx').then((file) => ({ default: file.Matching }))),
  economics: lazy(() => import('../value/Economics.tsx').then((file) => ({ default: file.Economics }))),
  intents: lazy(() => import('../understanding/Intents.tsx').then((file) => ({ default: file.Intents }))),
  team: lazy(() => import('../team/Team.tsx').then((file) => ({ default: file.Team }))),
  hours: lazy(() => import('../team/OpeningHours.tsx').then((file) => ({ default: file.OpeningHours }))),
  labels: lazy(() => import('../conversations/LabelSettings.tsx').then((file) => ({ default: file.LabelSettings }))),
  replies: lazy(() => import('../conversations/ReplySettings.tsx').then((file) => ({ default: file.ReplySettings }))),
  macros: lazy(() => import('../conversations/MacroSettings.tsx').then((file) => ({ default: file.MacroSettings }))),
  desk: lazy(() => import('../conversations/DeskSettings.tsx').then((file) => ({ default: file.DeskSettings }))),
  security: lazy(() => import('../team/Security.tsx').then((file) => ({ default: file.Security }))),
  widget: lazy(() => import('../integrations/Snippet.tsx').then((file) => ({ default: file.Snippet }))),
  keys: lazy(() => import('../integrations/Keys.tsx').then((file) => ({ default: file.Keys }))),
  webhooks: lazy(() => import('../integrations/Webhooks.tsx').then((file) => ({ default: file.Webhooks }))),
}

export const settingsSections: readonly string[] = Object.keys(sections)

export function Settings() {
  const { t } = useTranslation()
  const { section = 'policy' } = useParams({ strict: false })
  const Section = sections[section] ?? sections['policy']
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={t('places.settings')}>
        {settingsSections.map((name) => (
          <Link key={name} to="/settings/$section" params={{ section: name }} aria-current={name === section ? 'page' : undefined}>
            {t(`settings.${name}`)}
          </Link>
        ))}
      </nav>
      <div className="page">
        <Suspense fallback={<Waiting />}>{Section && <Section />}</Suspense>
      </div>
    </div>
  )
}
