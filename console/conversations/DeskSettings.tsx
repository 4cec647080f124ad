import { Radio, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Habits } from '../../contract/conversations.ts'
import { useChangeHabits, useHabits } from '../shell/habits.ts'
import { PanelOrder } from './PanelOrder.tsx'
import './desk-settings.css'

const seconds: readonly Habits['undoSeconds'][] = [0, 5, 10]
const densities: readonly Habits['density'][] = ['comfortable', 'compact']

/** How one likes to work: keys, sending, calling back, density. Each person's own, on every device. */
export function DeskSettings() {
  const { t } = useTranslation('conversations')
  const habits = useHabits()
  const change = useChangeHabits()
  const set = (part: Partial<Habits>) => () => change(part)
  return (
    <>
      <div className="page-head">
        <h1>{t('console:settings.desk')}</h1>
      </div>
      <p className="settings-intro">{t('desk.intro')}</p>
      <div className="panel habits">
        <Switch
          label={t('desk.enter')}
          description={t('desk.enter-hint')}
          checked={habits.enterSends}
          onChange={set({ enterSends: !habits.enterSends })}
        />
        <Switch
          label={t('desk.keys')}
          description={t('desk.keys-hint')}
          checked={habits.shortcuts}
          onChange={set({ shortcuts: !habits.shortcuts })}
        />
        <Switch label={t('desk.activity')} checked={habits.activity} onChange={set({ activity: !habits.activity })} />
        <Radio.Group label={t('desk.undo')} description={t('desk.undo-hint')} value={String(habits.undoSeconds)}>
          {seconds.map((n) => (
            <Radio
              key={n}
              mt="xs"
              value={String(n)}
              label={n === 0 ? t('desk.undo-none') : t('desk.undo-seconds', { n })}
              onChange={set({ undoSeconds: n })}
            />
          ))}
        </Radio.Group>
        <Radio.Group label={t('desk.density')} value={habits.density}>
          {densities.map((name) => (
            <Radio key={name} mt="xs" value={name} label={t(`desk.densities.${name}`)} onChange={set({ density: name })} />
          ))}
        </Radio.Group>
        <PanelOrder />
      </div>
    </>
  )
}
