import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OwnReplay } from '../../contract/trust.ts'
import { useMe } from '../shell/me.ts'
import { money } from '../shell/numbers.ts'
import { Wide } from '../shell/Wide.tsx'
import { useIntentName } from '../understanding/intent-name.ts'
import { minutes, moment } from './names.ts'

type Shown = OwnReplay['differently']['shown'][number]

/** Conversation by conversation: who would have served under both, and the numbers that decided it. */
export function Differently({ differently: { count, shown } }: { differently: OwnReplay['differently'] }) {
  const { t } = useTranslation('trust')
  const intentName = useIntentName()
  return (
    <>
      <h2>{t('lab.differently', { count })}</h2>
      {shown.length > 0 && (
        <Wide label={t('lab.differently', { count })} className="panel">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('lab.conversation')}</th>
                <th scope="col">{t('lab.live')}</th>
                <th scope="col">{t('lab.tried')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.conversation}>
                  <td>
                    <Link to="/inbox/$conversation" params={{ conversation: one.conversation }}>
                      #{one.number}
                    </Link>{' '}
                    {intentName(one.intent)}
                    <small className="faint num">{moment(one.at)}</small>
                  </td>
                  <Course served={one.before} />
                  <Course served={one.after} />
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </>
  )
}

function Course({ served: { to, because, wait } }: { served: Shown['before'] }) {
  const { t } = useTranslation('trust')
  const { currency } = useMe().account
  const sum = (name: string) => {
    const value = because.numbers[name]
    return typeof value === 'number' ? money(value, currency) : '–'
  }
  const told = { to: t(`routing:to.${to}`), perMinute: sum('perMinute'), price: sum('price'), reason: t(`routing:decision.${because.code}`) }
  return (
    <td className="lab-why">
      {t('lab.served', told)}
      {wait !== null && wait >= 0.05 && <small className="num">{t('lab.wait', { minutes: minutes(wait) })}</small>}
    </td>
  )
}
