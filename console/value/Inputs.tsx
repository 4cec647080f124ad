import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import { money, plain, share } from '../shell/numbers.ts'

type Inputs = NonNullable<Conversation['weighed']>['inputs']
const amounts = new Set(['lifetimeValue', 'margin'])
const shares = new Set(['lossProbability', 'resolvedByPerson', 'resolvedByAssistant', 'buysWithPerson', 'buysWithAssistant'])

/** Every number that entered, with where it comes from. */
export function Inputs({ inputs, currency }: { inputs: Inputs; currency: string }) {
  const { t } = useTranslation('value')
  const shown = Object.entries(inputs).filter(([name]) => i18next.exists(`value:inputs.${name}`))
  return (
    <details>
      <summary>{t('conversations:why.every-number')}</summary>
      <table className="plain">
        <tbody>
          {shown.map(([name, { value, source }]) => (
            <tr key={name}>
              <td>{t(`inputs.${name}`)}</td>
              <td className="right">{amounts.has(name) ? money(value, currency) : shares.has(name) ? share(value) : plain(value)}</td>
              <td className="faint">{t(`source.${source.kind}`, { ...source })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
