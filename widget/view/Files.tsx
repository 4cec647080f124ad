import { useEffect, useState } from 'preact/hooks'
import type { WidgetMessage } from '../../contract/channels.ts'
import { isPicture, mayRetry } from '../files.ts'
import type { Attached } from '../state.ts'
import { useDesk } from './desk.ts'
import { Icon } from './Icon.tsx'

type Attachment = WidgetMessage['files'][number]

/** What a message carries: pictures are seen, everything is saved by a press. */
export function Files({ files }: { files: Attachment[] }) {
  const { say } = useDesk()
  if (files.length === 0) return null
  return (
    <ul class="files" aria-label={say('files')}>
      {files.map((file) => (
        <li key={file.id}>
          <Kept file={file} />
        </li>
      ))}
    </ul>
  )
}

function Kept({ file }: { file: Attachment }) {
  const { chat, say } = useDesk()
  const [seen, see] = useState<string | null>(null)
  useEffect(() => {
    if (isPicture(file.kind)) void chat.files.address(file).then(see)
  }, [file.id])
  const save = async () => {
    const address = await chat.files.address(file)
    if (!address) return
    const link = document.createElement('a')
    link.href = address
    link.download = file.name
    link.click()
  }
  return (
    <button type="button" class={seen ? 'picture' : 'src'} onClick={() => void save()} aria-label={say('fileSave', { name: file.name })}>
      {seen ? (
        // A page that forbids such pictures shows the name instead.
        <img src={seen} alt={file.name} onError={() => see(null)} />
      ) : (
        <>
          <Icon name={isPicture(file.kind) ? 'picture' : 'doc'} small />
          <span>{file.name}</span>
        </>
      )}
    </button>
  )
}

/** What goes with the words that are being written. */
export function Draft({ attached }: { attached: Attached[] }) {
  const { say } = useDesk()
  if (attached.length === 0) return null
  return (
    <ul class="drafted" aria-label={say('files')}>
      {attached.map((one) => (
        <Coming key={one.clientId} one={one} />
      ))}
    </ul>
  )
}

function Coming({ one }: { one: Attached }) {
  const { chat, say } = useDesk()
  const { name } = one.file
  return (
    <li class={one.wrong === null ? '' : 'wrong'}>
      <Icon name={one.wrong === null ? (isPicture(one.file.type) ? 'picture' : 'doc') : 'warn'} small />
      <span role={one.wrong === null ? undefined : 'alert'}>
        {one.wrong === null ? name : say(`file_${one.wrong}`, { name }) || say('file_failed', { name })}
      </span>
      {one.wrong === null && !one.stored && <progress max={1} value={one.share} aria-label={say('fileSending', { name })} />}
      {mayRetry(one) && (
        <button type="button" class="link" onClick={() => chat.files.retry(one)}>
          {say('retry')}
        </button>
      )}
      <button type="button" class="quiet small" onClick={() => chat.files.remove(one)} aria-label={say('fileRemove', { name })}>
        <Icon name="close" small />
      </button>
    </li>
  )
}
