import { Button, Group, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface Props {
  opened: boolean
  title: string
  text: string
  confirm: string
  isPending: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone, and says what will happen. */
export function Sure({ opened, title, text, confirm, isPending, onConfirm, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className="sure-text">{text}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="red" loading={isPending} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  )
}
