import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IntentList, TrainingEffect } from '../../contract/understanding.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMay } from '../shell/me.ts'
import { plain, share } from '../shell/numbers.ts'
import { useAdopt } from './adopt.ts'
import { useIntentName } from './intent-name.ts'

/** What the last training changed, with the way back; or, when it reads worse, the question whether to use it. */
export function Effect({ effect, list }: { effect: TrainingEffect; list: IntentList }) {
  const { t } = useTranslation('understanding')
  const { from, to, before, after, verdict, unknown, gained, lost } = effect
  const isProposed = list.proposed !== null
  return (
    <section className={`panel effect ${isProposed ? 'is-proposed' : ''}`}>
      <h2>{t(isProposed ? 'effect.proposed' : 'effect.title', { version: plain(to, 0) })}</h2>
      {isProposed && <p>{t('effect.proposed-why', { version: plain(from, 0) })}</p>}
      <div className="effect-figures">
        <Figure label={t('model.version', { version: plain(from, 0) })} value={before.share} />
        <span aria-hidden="true" className="effect-arrow">
          →
        </span>
        <Figure label={t('model.version', { version: plain(to, 0) })} value={after.share} tone={tones[verdict]} />
      </div>
      <p className="quiet effect-of">
        {t('effect.of', { examples: before.of === after.of ? plain(after.of, 0) : `${plain(before.of, 0)} → ${plain(after.of, 0)}` })}
        {verdict === 'same' && ` ${t('effect.same')}`}
        {unknown > 0 && ` ${t('effect.unknown', { count: unknown, version: plain(from, 0) })}`}
      </p>
      <Changes title={t('effect.gained')} tone="won" changes={gained} />
      <Changes title={t('effect.lost')} tone="lost" changes={lost} />
      {isProposed ? <Decision from={from} to={to} /> : <Undo to={list.undo} />}
    </section>
  )
}

function Figure({ label, value, tone = '' }: { label: string; value: number; tone?: string }) {
  return (
    <div>
      <small className="faint">{label}</small>
      <b className={`num ${tone}`}>{share(value)}</b>
    </div>
  )
}

/** What may be chance is neither won nor lost. */
const tones = { better: 'won', same: '', worse: 'lost' } as const

function Changes({ title, tone, changes }: { title: string; tone: 'won' | 'lost'; changes: TrainingEffect['gained'] }) {
  const intentName = useIntentName()
  if (changes.length === 0) return null
  return (
    <div className="effect-changes">
      <span className="faint">{title}</span>
      <ul>
        {changes.map(({ intent, before, after }) => (
          <li key={intent} className={`tag is-${tone}`}>
            {intentName(intent)}{' '}
            <span className="num">
              {plain(before.right, 0)}/{plain(before.of, 0)} → {plain(after.right, 0)}/{plain(after.of, 0)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Decision({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation('understanding')
  const adopt = useAdopt()
  if (!useMay('lead')) return null
  return (
    <div className="effect-ways">
      <Button variant="default" loading={adopt.isPending && adopt.variables === from} onClick={() => adopt.mutate(from)}>
        {t('effect.decline', { version: plain(from, 0) })}
      </Button>
      <Button variant="subtle" loading={adopt.isPending && adopt.variables === to} onClick={() => adopt.mutate(to)}>
        {t('effect.use')}
      </Button>
    </div>
  )
}

function Undo({ to }: { to: number | null }) {
  const { t } = useTranslation('understanding')
  const adopt = useAdopt()
  const mayChange = useMay('lead')
  if (!mayChange || to === null) return null
  return (
    <div className="effect-ways">
      <Button
        variant="default"
        size="compact-md"
        leftSection={<Icon name="undo" size={15} />}
        loading={adopt.isPending}
        onClick={() => adopt.mutate(to)}
      >
        {t('effect.undo', { version: plain(to, 0) })}
      </Button>
      <small className="faint">{t('effect.undo-hint')}</small>
    </div>
  )
}
