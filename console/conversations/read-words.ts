import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../contract/conversations.ts'
import { noMatter } from '../../core/understanding/intent-limits.ts'
import { share } from '../shell/numbers.ts'
import { useIntentName } from '../understanding/intent-name.ts'

type Reading = NonNullable<TimelineEntry['reading']>

/** What was read from a message, in the reader's words: what it is about, how that is known and in what mood, and the facts in it. */
export function useReadWords(): (reading: Reading) => { matter: string; rest: string[]; facts: { name: string; value: string }[] } {
  const { t } = useTranslation('conversations')
  const intentName = useIntentName()
  return (reading) => {
    const matter = matterOf(reading)
    const name = matter ? intentName(matter) : t('reading.none')
    return {
      matter: name,
      rest: [
        t('reading.intent', { intent: name, share: share(reading.intentConfidence) }),
        t('reading.language', { language: t(`console:languages.${reading.language ?? 'unknown'}`, reading.language ?? '') }),
        ...(reading.wantsPerson ? [t('reading.wants-person')] : []),
        ...(reading.frustrated ? [t('reading.frustrated')] : []),
        ...(reading.confused ? [t('reading.confused')] : []),
      ],
      facts: reading.facts.map((fact) => ({ name: t(`reading.fact.${fact.kind}`, fact.kind), value: fact.value })),
    }
  }
}

/** The matter that a reading names; that it is none of them is a finding too once it is certain, as a colleague's word is. */
export const matterOf = ({ intent, intentConfidence }: Pick<Reading, 'intent' | 'intentConfidence'>): string | null =>
  intent ?? (intentConfidence === 1 ? noMatter : null)
