import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { Refused } from './api.ts'

/** The sentence for a refusal, by its code. */
export function sentenceFor(error: unknown): string {
  const code = error instanceof Refused ? error.code : 'internal'
  const key = `problems:${code}`
  return i18next.exists(key) ? i18next.t(key) : i18next.t('problems:internal')
}

/** Says honestly that something did not work; nothing is hidden. */
export function sayTrouble(error: unknown): void {
  notifications.show({ message: sentenceFor(error), color: 'red', withBorder: true, closeButtonProps: { 'aria-label': i18next.t('console:close') } })
}

export function Trouble({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="empty" role="alert">
      <p>{sentenceFor(error)}</p>
      {again && (
        <Button variant="default" onClick={again}>
          {t('again')}
        </Button>
      )}
    </div>
  )
}
