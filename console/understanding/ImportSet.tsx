import { Button, Drawer, FileButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntentSet, SetCheck } from '../../contract/understanding.ts'
import { ask } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { sayTrouble, sentenceFor } from '../shell/Trouble.tsx'
import { type Fault, Preview } from './Preview.tsx'
import { parseSet } from './parse-set.ts'

/** A whole set from a file: what it would change and what of it cannot be used is seen first, and nothing changes before the last button. */
export function ImportSet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('understanding')
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('import.title')}
      closeButtonProps={{ 'aria-label': t('console:close') }}
    >
      <Import onClose={onClose} />
    </Drawer>
  )
}

interface Checked {
  file: string
  lines: IntentSet['examples']
  check: SetCheck
  faults: Fault[]
  renamed: [string, string][]
}

class Unreadable extends Error {}

function Import({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('understanding')
  const queries = useQueryClient()
  const [checked, setChecked] = useState<Checked>()
  // The same file, mended, may be chosen again.
  const forget = useRef<() => void>(null)
  const check = useMutation({ mutationFn: checkFile, onSuccess: setChecked, onMutate: () => setChecked(undefined) })
  const train = useMutation({
    mutationFn: ({ lines, check }: Checked) => {
      const left = new Set(check.faults.map(({ line }) => line))
      return ask('PUT', '/v1/intents', { examples: lines.filter(({ line }) => !left.has(line)) } satisfies IntentSet)
    },
    onSuccess: async () => {
      say(t('saved'))
      await queries.invalidateQueries({ queryKey: ['intents'] })
      onClose()
    },
    onError: sayTrouble,
  })
  return (
    <div className="import">
      <p className="quiet">{t('import.intro')}</p>
      <figure className="import-sample">
        <figcaption className="faint">{t('import.sample')}</figcaption>
        <pre>{sample}</pre>
      </figure>
      <FileButton
        resetRef={forget}
        accept=".csv,.tsv,.txt,.jsonl,.ndjson,.json"
        onChange={(file) => {
          if (file) check.mutate(file)
          forget.current?.()
        }}
        inputProps={{ 'aria-label': t('import.choose') }}
      >
        {(props) => (
          <Button {...props} variant="default" loading={check.isPending}>
            {t(checked ? 'import.choose-other' : 'import.choose')}
          </Button>
        )}
      </FileButton>
      {check.error && (
        <p className="lost" role="alert">
          {check.error instanceof Unreadable ? t(`import.refused.${check.error.message}`) : sentenceFor(check.error)}
        </p>
      )}
      {checked && <Preview {...checked} />}
      {checked && !checked.check.oneLabel && (
        <Button loading={train.isPending} onClick={() => train.mutate(checked)}>
          {checked.faults.length === 0 ? t('import.train') : t('import.train-without', { count: checked.faults.length })}
        </Button>
      )}
    </div>
  )
}

const sample = 'text,intent\n"My parcel is late, where is it?",delivery-status\nอยากคืนสินค้า,return'

async function checkFile(file: File): Promise<Checked> {
  const parsed = parseSet(new Uint8Array(await file.arrayBuffer()))
  if (!parsed.ok) throw new Unreadable(parsed.code)
  const check = await ask<SetCheck>('POST', '/v1/intents/check', { examples: parsed.examples } satisfies IntentSet)
  const faults = [...parsed.faults.map((fault) => ({ ...fault, other: null })), ...check.faults].toSorted((a, b) => a.line - b.line)
  return { file: file.name, lines: parsed.examples, check, faults, renamed: parsed.renamed }
}
