import { notifications } from '@mantine/notifications'
import i18next from 'i18next'

const undoMilliseconds = 10_000

/** Says that something is done, and offers the way back for a while. */
export function sayWithUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: undoMilliseconds,
    closeButtonProps: { 'aria-label': i18next.t('console:close') },
    message: (
      <>
        {message}{' '}
        <button
          type="button"
          className="link"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {i18next.t('console:undo')}
        </button>
      </>
    ),
  })
}
