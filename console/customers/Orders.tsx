import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../contract/customers.ts'
import { useMe } from '../shell/me.ts'
import { longDay, money, plain } from '../shell/numbers.ts'

type Order = CustomerView['orders'][number]

const tones: Partial<Record<Order['status'], string>> = { shipped: 'is-time', delivered: 'is-won', returned: 'is-lost', cancelled: 'is-lost' }

export function Orders({ orders }: { orders: Order[] }) {
  const { t } = useTranslation('customers')
  const { currency } = useMe().account
  return (
    <section className="panel">
      <h2>{t('orders')}</h2>
      {orders.length === 0 && <p className="faint">{t('no-orders')}</p>}
      <ul className="customer-list">
        {orders.map((order) => (
          <li key={order.id} className="customer-order">
            <span className="customer-line">
              <b className="num">{order.number}</b>
              <span className={`tag ${tones[order.status] ?? ''}`}>{t(`status.${order.status}`)}</span>
              <span className="faint num">{longDay(order.at)}</span>
              <b className="push num">{money(order.total, currency)}</b>
            </span>
            <span className="quiet">
              {order.items.map((item) => (item.quantity > 1 ? `${plain(item.quantity, 0)} × ${item.name}` : item.name)).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
