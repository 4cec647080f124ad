import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** The way to where something is made: the names one reads on the way there. */
export function SettingsLink({ section }: { section: 'replies' | 'macros' }) {
  const { t } = useTranslation()
  return (
    <Link to="/settings/$section" params={{ section }} className="link">
      {t('places.settings')} → {t(`settings.${section}`)}
    </Link>
  )
}
