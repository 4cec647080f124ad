import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Code } from './Code.tsx'

/** A secret, shown this once; it goes only by the button, so that no stray click loses it. */
export function Secret({ secret, title, onDone }: { secret: string | undefined; title: string; onDone: () => void }) {
  const { t } = useTranslation('integrations')
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onDone}
      title={title}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Code text={secret ?? ''} label={title} />
      <p className="quiet">{t('keys.secret-hint')}</p>
      <Button onClick={onDone}>{t('keys.done')}</Button>
    </Modal>
  )
}
