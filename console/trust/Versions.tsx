import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PolicyView } from '../../contract/routing.ts'
import type { PolicyVersions } from '../../contract/trust.ts'
import { ask, get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { plain } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { ByItself } from './ByItself.tsx'
import { Differences } from './Differences.tsx'
import { DraftCard } from './DraftCard.tsx'
import { moment } from './names.ts'
import { useRefreshPolicy } from './refresh.ts'
import './trust.css'

/** Row 40: what is proposed and what was ever in force: who, when, what it changed, and the way back. */
export function Versions() {
  const { t } = useTranslation('trust')
  const { data, error, refetch } = useQuery({ queryKey: ['policy', 'versions'], queryFn: () => get<PolicyVersions>('/v1/policy/versions') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <>
      <h2 className="trust-head">{t('versions.drafts')}</h2>
      {data.drafts.length === 0 && <p className="faint">{t('versions.no-drafts')}</p>}
      {data.drafts.map((draft) => (
        <DraftCard key={draft.draft} draft={draft} others={data.others} />
      ))}
      <h2 className="trust-head">{t('versions.history')}</h2>
      <ol className="panel versions-list">
        {data.versions.map((version) => (
          <Version key={version.version} version={version} isLive={version.version === data.live} />
        ))}
      </ol>
      {data.rejected.length > 0 && (
        <>
          <h2 className="trust-head">{t('versions.rejected')}</h2>
          <ol className="panel versions-list">
            {data.rejected.map((one) => (
              <li key={one.draft}>
                <div>
                  <strong>{t('versions.draft', { draft: plain(one.draft, 0) })}</strong>{' '}
                  <span className="quiet">{t('versions.by', { name: one.rejectedBy ?? t('versions.a-key'), at: moment(one.at) })}</span>
                  {one.warning && <ByItself warning={one.warning} />}
                  <p>{one.words}</p>
                  <Differences differences={one.differences} />
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

function Version({ version: one, isLive }: { version: PolicyVersions['versions'][number]; isLive: boolean }) {
  const { t } = useTranslation('trust')
  const mayReturn = useMay('lead')
  const refresh = useRefreshPolicy()
  const bringBack = useMutation({
    mutationFn: () => ask<PolicyView>('PUT', '/v1/policy/restored', { version: one.version }),
    onSuccess: ({ version }) => {
      refresh()
      say(t('versions.now', { version: plain(version, 0) }))
    },
    onError: sayTrouble,
  })
  const name = (one.how === 'approved' || one.how === 'alone' ? one.approvedBy : one.by) ?? t('versions.a-key')
  return (
    <li>
      <div>
        <strong>{t('versions.version', { version: plain(one.version, 0) })}</strong>{' '}
        {isLive && <span className="tag is-person">{t('versions.live')}</span>}{' '}
        <span className="quiet">
          {one.by ? t('versions.by', { name: one.by, at: moment(one.at) }) : moment(one.at)} ·{' '}
          {t(`versions.how.${one.how}`, { name, version: plain(one.backTo ?? 0, 0) })}
          {one.untried && ` · ${t('versions.untried')}`}
        </span>
        {one.warning && <ByItself warning={one.warning} />}
        {one.words !== '' && <p>{one.words}</p>}
        {one.version > 1 && <Differences differences={one.differences} />}
      </div>
      {mayReturn && !isLive && (
        <Button
          size="compact-sm"
          variant="default"
          loading={bringBack.isPending}
          onClick={() => bringBack.mutate()}
          aria-label={t('versions.back-version', { version: plain(one.version, 0) })}
        >
          {t('versions.back')}
        </Button>
      )}
    </li>
  )
}
