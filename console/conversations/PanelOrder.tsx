import { useTranslation } from 'react-i18next'
import { movedBlock, orderedPanel, type PanelBlock } from '../../core/conversations/panel.ts'
import { useChangeHabits, useHabits } from '../shell/habits.ts'

const steps = [
  { name: 'up', step: -1, sign: '↑' },
  { name: 'down', step: 1, sign: '↓' },
] as const

/** In which order things stand beside a conversation, each moved by a step. */
export function PanelOrder() {
  const { t } = useTranslation('conversations')
  const order = orderedPanel(useHabits().panel)
  const change = useChangeHabits()
  const blockName = useBlockName()
  return (
    <section>
      <h2 className="panel-head">{t('desk.panel')}</h2>
      <ol className="panel-order">
        {order.map((block, index) => (
          <li key={block}>
            <span>{blockName(block)}</span>
            {steps.map(({ name, step, sign }) => (
              <button
                key={name}
                type="button"
                className="icon-button is-small"
                aria-label={t(`desk.panel-${name}`, { block: blockName(block) })}
                disabled={index + step < 0 || index + step >= order.length}
                onClick={() => change({ panel: movedBlock(order, block, step) })}
              >
                {sign}
              </button>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function useBlockName(): (block: PanelBlock) => string {
  const { t } = useTranslation('conversations')
  const names: Record<PanelBlock, string> = {
    stake: t('at-stake'),
    mood: t('mood.title'),
    page: t('channels:on-page'),
    profile: t('customer'),
    orders: t('orders'),
    events: t('events'),
  }
  return (block) => names[block]
}
