import { Button, FileButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, Refused } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { sentenceFor } from '../shell/Trouble.tsx'

class NoJson extends Error {}

/** A scenario file of the laboratory, dropped in or chosen; what is wrong with it is told by its key. */
export function ScenarioDrop({ onAsked }: { onAsked: (replay: number) => void }) {
  const { t } = useTranslation('trust')
  const [isOver, setIsOver] = useState(false)
  const mayPlay = useMay('lead')
  const play = useMutation({
    mutationFn: async (file: File) => ask<{ replay: number }>('POST', '/v1/replays', { scenario: await read(file) }),
    onSuccess: ({ replay }) => onAsked(replay),
  })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file && mayPlay) play.mutate(file)
  }
  const says = play.error && (play.error instanceof NoJson ? t('lab.not-json', { name: play.error.message }) : told(play.error))
  return (
    // The button beside the words does the same for those who do not drag.
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way, the button is the first
    <div
      className={`lab-drop${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <span className="quiet">{t('lab.scenario')}</span>
      <FileButton accept="application/json" onChange={(file) => file && play.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" size="compact-sm" disabled={!mayPlay} loading={play.isPending}>
            {t('lab.scenario-choose')}
          </Button>
        )}
      </FileButton>
      {says && (
        <p className="lost" role="alert">
          {says}
        </p>
      )}
    </div>
  )
}

const told = (error: Error) => (error instanceof Refused && error.details[0]?.message) || sentenceFor(error)

async function read(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text())
  } catch {
    throw new NoJson(file.name)
  }
}
