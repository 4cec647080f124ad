import { useTranslation } from 'react-i18next'
import { Refused } from '../shell/api.ts'
import { sentenceFor } from '../shell/Trouble.tsx'

/** Why a password or a code was not taken. Who came by link alone has no password that could be right. */
export function Wrong({ error, isCode }: { error: Error | null; isCode: boolean }) {
  const { t } = useTranslation('team')
  if (!error) return null
  const isOther = !(error instanceof Refused) || (error.status !== 400 && error.status !== 401)
  const hasNone = error instanceof Refused && error.code === 'CREDENTIAL_ACCOUNT_NOT_FOUND'
  const key = hasNone ? 'no-password' : isCode ? 'wrong-code' : 'wrong-password'
  return (
    <p role="alert" className="security-wrong">
      {isOther ? sentenceFor(error) : t(`security.${key}`)}
    </p>
  )
}
