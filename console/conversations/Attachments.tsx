import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../contract/shapes.ts'
import { isPicture } from '../../core/conversations/file-kind.ts'
import { Icon } from '../shell/Icon.tsx'
import { fileSize } from './file-size.ts'
import './attachments.css'

/** What a customer attached: proven pictures are seen in place, everything is saved by a click and never opened here. */
export function Attachments({ files }: { files: readonly Attachment[] }) {
  const { t } = useTranslation('channels')
  if (files.length === 0) return null
  return (
    <ul className="attachments" aria-label={t('files')}>
      {files.map((file) => {
        const { id, name, kind, size } = file
        return (
          <li key={id}>
            <a
              href={`/v1/files/${id}`}
              download={name}
              className={isPicture(kind) ? 'attached-picture' : 'src'}
              aria-label={t('file-save', { name, size: fileSize(size) })}
            >
              {isPicture(kind) ? (
                <img src={`/v1/files/${id}`} alt={name} loading="lazy" />
              ) : (
                <>
                  <Icon name="doc" size={13} /> {name} <span className="faint num">{fileSize(size)}</span>
                </>
              )}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
