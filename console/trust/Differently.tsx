import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OwnReplay } from '../../contract/trust.ts'
import { isBeyondMoney } from '../../core/routing/demand.ts'
import { useMe } from '../shell/me.ts'
import { money, share } from '../shell/numbers.ts'
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
      {shown.length > 0 && <p className="quiet">{t('lab.differently-why')}</p>}
      {shown.length > 0 && (
        <Wide label={t('lab.differently', { count })} className="panel">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('lab.conversation')}</th>
                <th scope="col">{t('lab.real')}</th>
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
                  <Really real={one.real} />
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

/** Not played: what came of it, in the measure of the plays, and what stands in the ledger. */
function Really({ real }: { real: Shown['real'] }) {
  const { t } = useTranslation('trust')
  const { currency } = useMe().account
  if (!real) return <td className="lab-why">–</td>
  const { by, wait, value, booked } = real
  return (
    <td className="lab-why">
      {t(`lab.really.${by}`)}
      {wait !== null && wait >= 0.05 && <small className="num">{t('lab.waited', { minutes: minutes(wait) })}</small>}
      <small className="num">{t('lab.keeps-booked', { value: money(value, currency), booked: money(booked, currency) })}</small>
    </td>
  )
}

function Course({ served: { to, because, wait, value, byPerson, byAssistant } }: { served: Shown['before'] }) {
  const { t } = useTranslation('trust')
  const { currency } = useMe().account
  const sum = (name: string) => {
    const value = because.numbers[name]
    if (name === 'price' && typeof value === 'number' && isBeyondMoney(value)) return t('lab.any-sum')
    return typeof value === 'number' ? money(value, currency) : '–'
  }
  const told = { to: t(`routing:to.${to}`), perMinute: sum('perMinute'), price: sum('price'), reason: t(`routing:decision.${because.code}`) }
  return (
    <td className="lab-why">
      {t('lab.served', told)}
      {wait !== null && wait >= 0.05 && <small className="num">{t('lab.wait', { minutes: minutes(wait) })}</small>}
      <small className="num">
        {t('lab.keeps', {
          value: money(value, currency),
          person: share(byPerson),
          assistant: share(byAssistant),
          nobody: share(Math.max(0, 1 - byPerson - byAssistant)),
        })}
      </small>
    </td>
  )
}
