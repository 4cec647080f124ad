import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run as runIntent } from './intent.ts'

const folder = mkdtempSync(join(tmpdir(), 'sambut-tasks-'))

function file(name: string, lines: readonly object[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'))
  return path
}

test('one label beside texts of none is too little to learn from, and the file is named', async () => {
  const one = file('one.jsonl', [
    { text: 'where is my parcel', label: 'parcel' },
    { text: 'what a fine day', label: 'oos' },
  ])
  await expect(runIntent({ train: one, test: one })).rejects.toThrow('one.jsonl: beside "oos" all texts have the label "parcel"')
})
