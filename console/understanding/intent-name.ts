import { useTranslation } from 'react-i18next'

/** The name of a matter in the reader's language; an owner's own matter is called by its code. */
export function useIntentName(): (intent: string | null) => string {
  const { t } = useTranslation('understanding')
  return (intent) => t(`intents.${intent ?? 'none'}`, { defaultValue: intent ?? '' })
}
