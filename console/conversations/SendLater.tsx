import { Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../shell/api.ts'
import { Icon } from '../shell/Icon.tsx'
import { newId } from '../shell/new-id.ts'
import { dayAndTime } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { useOpened, useWanted } from '../shell/wanted.ts'
import { AtTime } from './AtTime.tsx'
import { laterToday, nextWeek, tomorrow } from './times.ts'

/** Sends what is written at a time: the server keeps it, also when this page is closed. */
export function SendLater({ conversation, text, onKept }: { conversation: string; text: string; onKept: () => void }) {
  const { t } = useTranslation('conversations')
  const queries = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const isThere = useWanted(isOpen)
  const plan = useMutation({
    mutationFn: (at: Date) => ask('POST', `/v1/conversations/${conversation}/planned`, { clientId: newId(), text, at: at.toISOString() }),
    onSuccess: (_, at) => {
      onKept()
      setIsOpen(false)
      say(t('later.will', { at: dayAndTime(at.toISOString()) }))
      void queries.invalidateQueries({ queryKey: ['conversation', conversation] })
    },
    onError: sayTrouble,
  })
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={t('later.title')}
        title={t('later.title')}
        disabled={!text}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="clock" />
      </button>
      {isThere && <Times opened={isOpen} onClose={() => setIsOpen(false)} onPick={plan.mutate} />}
    </>
  )
}

function Times({ opened, onClose, onPick }: { opened: boolean; onClose: () => void; onPick: (at: Date) => void }) {
  const { t } = useTranslation('conversations')
  const now = new Date()
  const times = { today: laterToday(now), tomorrow: tomorrow(now), week: nextWeek(now) }
  return (
    <Modal opened={useOpened(opened)} onClose={onClose} title={t('later.title')} closeButtonProps={{ 'aria-label': t('console:close') }}>
      <ul className="pick">
        {(['today', 'tomorrow', 'week'] as const).map((name) => (
          <li key={name}>
            <button type="button" onClick={() => onPick(times[name])}>
              {t(`snooze.${name}`)} <span className="push faint">{dayAndTime(times[name].toISOString())}</span>
            </button>
          </li>
        ))}
      </ul>
      <AtTime label={t('snooze.custom')} action={t('later.do')} start={times.tomorrow} onPick={onPick} />
    </Modal>
  )
}
