import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../contract/customers.ts'
import { useMe } from '../shell/me.ts'
import { money, plain } from '../shell/numbers.ts'

/** What is expected of this customer, and where the number comes from. */
export function LifetimeValue({ customer: { lifetimeValue } }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const { currency } = useMe().account
  const { source } = lifetimeValue
  const numbers = {
    n: 'n' in source ? plain(source.n, 0) : '',
    segment: source.kind === 'segment' ? t(`segments.${source.segment}`, { defaultValue: source.segment }) : '',
  }
  return (
    <section className="panel">
      <h2>{t('lifetime.title')}</h2>
      <div className="customer-value num">{money(lifetimeValue.value, currency)}</div>
      <p className="quiet customer-note">
        {t('lifetime.means')} {t(`lifetime.${source.kind}`, numbers)}
      </p>
    </section>
  )
}
