import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntentList } from '../../contract/understanding.ts'
import { wilson } from '../../core/metrics/interval.ts'
import { useTraining } from '../shell/live.ts'
import { longDay, plain, share } from '../shell/numbers.ts'
import { Effect } from './Effect.tsx'
import { Versions } from './Versions.tsx'
import './model.css'

/** The model in force, a training under way, what the last one changed, and the ways back. */
export function Model({ list }: { list: IntentList }) {
  const { t } = useTranslation('understanding')
  const [isOpen, setIsOpen] = useState(false)
  const { model, training, effect, history } = list
  return (
    <section className="model-part" aria-label={t('model.title')}>
      {model.trainedAt ? <Figures model={model} /> : <p className="quiet">{t('model.none')}</p>}
      {training && <Training failed={training.failed} />}
      {effect && !training && <Effect key={effect.to} effect={effect} list={list} />}
      {history.length > 1 && (
        <Button variant="subtle" size="compact-sm" className="model-versions" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'versions.hide' : 'versions.show')}
        </Button>
      )}
      {isOpen && <Versions list={list} />}
    </section>
  )
}

function Figures({ model }: { model: IntentList['model'] }) {
  const { t } = useTranslation('understanding')
  return (
    <dl className="model">
      <div>
        <dt>{t('model.accuracy')}</dt>
        <dd>
          {model.accuracy === null
            ? t('model.unknown')
            : t('model.accuracy-of', { percent: share(model.accuracy), examples: plain(model.heldBack, 0) })}
          {model.accuracy !== null && model.heldBack < few && <Few share={model.accuracy} of={model.heldBack} />}
        </dd>
      </div>
      <div>
        <dt>{t('model.examples')}</dt>
        <dd className="num">{plain(model.examples, 0)}</dd>
      </div>
      <div>
        <dt>{t('model.version', { version: plain(model.version, 0) })}</dt>
        <dd>{model.trainedAt && t('model.trained', { at: longDay(model.trainedAt) })}</dd>
      </div>
    </dl>
  )
}

/** Fewer held-back examples than this leave a spread that has to be told. */
const few = 50

function Few({ share: known, of }: { share: number; of: number }) {
  const { t } = useTranslation('understanding')
  const { from, to } = wilson(Math.round(known * of), of)
  return <small className="quiet model-few">{t('model.few', { from: share(from), to: share(to) })}</small>
}

function Training({ failed }: { failed: boolean }) {
  const { t } = useTranslation('understanding')
  const heard = useTraining()
  if (failed)
    return (
      <p className="panel model-trouble" role="alert">
        {t('training.failed')}
      </p>
    )
  const percent = Math.round((heard?.share ?? 0) * 100)
  // Before the first pass nobody knows how long one takes.
  const isBeginning = percent === 0
  const says = heard ? t(`training.${heard.step}`, { count: heard.examples }) : t('training.waiting')
  return (
    <div className="panel model-training">
      <p role="status">
        <span>{says}</span>
        {!isBeginning && <span className="num quiet">{share(percent / 100)}</span>}
      </p>
      <Progress value={isBeginning ? 100 : percent} animated={isBeginning} transitionDuration={250} aria-label={t('training.title')} />
    </div>
  )
}
