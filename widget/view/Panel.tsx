import { useEffect, useRef, useState } from 'preact/hooks'
import { Composer } from './Composer.tsx'
import { useDesk } from './desk.ts'
import { useDialog } from './dialog.ts'
import { Header } from './Header.tsx'
import { Place } from './Place.tsx'
import { Sheet, type SheetKind } from './Sheet.tsx'
import { Timeline } from './Timeline.tsx'

export function Panel({ close }: { close: () => void }) {
  const { chat, store, memory, say, shown } = useDesk()
  const [sheet, setSheet] = useState<SheetKind | null>(null)
  const panel = useRef<HTMLElement>(null)
  const composer = useRef<HTMLTextAreaElement>(null)
  const [over, setOver] = useState(false)
  const [tooMany, setTooMany] = useState(false)
  const takeFiles = (files: Iterable<File>) => {
    setTooMany(!chat.files.take(files))
    composer.current?.focus({ preventScroll: true })
  }
  const dragged = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const dropped = (event: DragEvent) => {
    setOver(false)
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    takeFiles(event.dataTransfer.files)
  }
  const onKeyDown = useDialog(panel, composer, () => (sheet ? setSheet(null) : close()))

  useEffect(() => {
    void chat.visit()
    composer.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (!sheet) composer.current?.focus({ preventScroll: true })
  }, [sheet])
  useEffect(() => {
    const last = shown.messages.at(-1)?.seq ?? 0
    if (last <= shown.seen || document.hidden) return
    memory.keep('seen', String(last))
    store.change({ seen: last })
  }, [shown.messages])

  return (
    <section
      ref={panel}
      class="panel"
      role="dialog"
      tabIndex={-1}
      aria-label={say('panel', { company: shown.company })}
      onKeyDown={onKeyDown}
      onDragOver={dragged}
      onDragLeave={(event) => panel.current?.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null) || setOver(false)}
      onDrop={dropped}
    >
      <Header close={close} why={() => setSheet({ kind: 'why' })} transcript={() => setSheet({ kind: 'transcript' })} />
      {shown.away && (
        <p class="away" role="status">
          {say('offline')}
        </p>
      )}
      <div class="body" hidden={sheet !== null}>
        <Place why={() => setSheet({ kind: 'why' })} />
        <Timeline openArticle={(article) => setSheet({ kind: 'article', ...article })} />
      </div>
      {sheet && <Sheet sheet={sheet} back={() => setSheet(null)} />}
      <Composer field={composer} takeFiles={takeFiles} tooMany={tooMany} />
      {over && (
        <p class="drop" aria-hidden="true">
          {say('dropHere')}
        </p>
      )}
    </section>
  )
}
