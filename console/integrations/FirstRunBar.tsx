import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/me.ts'
import { useFirstRun } from './use-first-run.ts'
import './first-run.css'

/** Leads the owner of a new company on, from wherever they are, until every step is settled. */
export function FirstRunBar() {
  const { t } = useTranslation('first-run')
  const { may, account } = useMe()
  const isNew = may.includes('own') && !account.demo
  const { data } = useFirstRun(isNew)
  if (!isNew || !data || data.finished) return null
  const done = data.steps.filter(({ state }) => state !== 'open').length
  return (
    <div className="first-bar">
      {t('progress', { done, all: data.steps.length })}{' '}
      <Link to="/settings/$section" params={{ section: 'start' }}>
        {t('continue')}
      </Link>
    </div>
  )
}
