import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { forInput } from './times.ts'

/** A time of one's own; one that has passed is not accepted. */
export function AtTime({ label, action, start, onPick }: { label: string; action: string; start: Date; onPick: (at: Date) => void }) {
  const [words, setWords] = useState(() => forInput(start))
  const at = new Date(words)
  const isAhead = at.getTime() > Date.now()
  return (
    <form
      className="pick-more"
      onSubmit={(event) => {
        event.preventDefault()
        if (isAhead) onPick(at)
      }}
    >
      <TextInput
        type="datetime-local"
        label={label}
        value={words}
        min={forInput(new Date())}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button type="submit" mt="sm" variant="default" disabled={!isAhead}>
        {action}
      </Button>
    </form>
  )
}
