import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TeamList } from '../../contract/team.ts'
import type { IntentList, ModelVersion } from '../../contract/understanding.ts'
import { get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { clock, day, plain, share } from '../shell/numbers.ts'
import { Wide } from '../shell/Wide.tsx'
import { useAdopt } from './adopt.ts'

const moment = (at: string) => `${day(at)}, ${clock(at)}`

/** The versions that can be gone back to: when and from what each was trained, how well it reads, who put it in force. */
export function Versions({ list }: { list: IntentList }) {
  const { t } = useTranslation('understanding')
  const adopt = useAdopt()
  const mayChange = useMay('lead')
  return (
    <Wide label={t('versions.show')} className="panel">
      <table className="plain versions">
        <thead>
          <tr>
            <th scope="col">{t('versions.version')}</th>
            <th scope="col">{t('versions.trained')}</th>
            <th scope="col" className="right">
              {t('table.examples')}
            </th>
            <th scope="col" className="right">
              {t('model.accuracy')}
            </th>
            <th scope="col">{t('versions.in-force')}</th>
            {mayChange && <th scope="col" aria-label={t('versions.use')} />}
          </tr>
        </thead>
        <tbody>
          {list.history.map((version) => (
            <tr key={version.version}>
              <td className="num">{plain(version.version, 0)}</td>
              <td>{moment(version.trainedAt)}</td>
              <td className="right">{plain(version.examples, 0)}</td>
              <td className="right">{version.accuracy === null ? '–' : `${share(version.accuracy)} (${plain(version.heldBack, 0)})`}</td>
              <td>
                <InForce version={version} isNow={version.version === list.model.version} />
              </td>
              {mayChange && (
                <td className="right">
                  {version.version !== list.model.version && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={adopt.isPending && adopt.variables === version.version}
                      onClick={() => adopt.mutate(version.version)}
                      aria-label={t('versions.use-version', { version: plain(version.version, 0) })}
                    >
                      {t('versions.use')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function InForce({ version: { adopted }, isNow }: { version: ModelVersion; isNow: boolean }) {
  const { t } = useTranslation('understanding')
  const { data } = useQuery({ queryKey: ['team'], queryFn: () => get<TeamList>('/v1/team') })
  if (!adopted) return <span className="faint">{t('versions.never')}</span>
  const who = data?.people.find(({ id }) => id === adopted.person)?.name
  return (
    <>
      {isNow && <span className="tag is-person">{t('versions.now')}</span>}{' '}
      <span className="quiet">
        {t('versions.since', { at: moment(adopted.at) })} · {t(`versions.because.${adopted.reason}`)}
        {who && ` · ${who}`}
      </span>
    </>
  )
}
