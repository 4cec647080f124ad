import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { readFiles, readLine } from './lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'replay-lines-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an opening message is read with its language and intent, and keys of others are left alone', () => {
  expect(readLine('{"text":"Where is my card?","lang":"en","intent":"card_arrival","label":7}')).toEqual({
    ok: true,
    text: 'Where is my card?',
    lang: 'en',
    intent: 'card_arrival',
  })
  expect(readLine('{"text":"สวัสดี"}')).toEqual({ ok: true, text: 'สวัสดี', lang: null, intent: null })
})

const bad = {
  '{bad': 'is not JSON',
  '': 'is not JSON',
  null: 'is not an object',
  '["text"]': 'is not an object',
  '{"lang":"en"}': 'has no "text"',
  '{"text":5}': '"text" is not a string',
  '{"text":" \\n "}': '"text" is empty',
  '{"text":"hi","lang":5}': '"lang" is not a string',
  '{"text":"hi","intent":[]}': '"intent" is not a string',
}
for (const [raw, says] of Object.entries(bad)) {
  test(`a line such as ${raw || 'an empty one'} says that it ${says}`, () => {
    expect(readLine(raw)).toEqual({ ok: false, says })
  })
}

test('a bad line is named with its number and the good ones around it are played', async () => {
  const file = join(folder, 'messages.jsonl')
  writeFileSync(file, '{"text":"one"}\nnonsense\n{"text":"three"}\r\n')
  const complaints: string[] = []
  const lines = await readFiles([file], 10, (says) => complaints.push(says))
  expect(lines.map(({ text, number }) => [number, text])).toEqual([
    [1, 'one'],
    [3, 'three'],
  ])
  expect(complaints).toEqual([`${file}, line 2: is not JSON; it is skipped.`])
})

test('packed files are read too, several one after the other, and no more than asked for', async () => {
  const packed = join(folder, 'packed.jsonl.gz')
  writeFileSync(packed, gzipSync('{"text":"a"}\n{"text":"b"}\n'))
  const plain = join(folder, 'plain.jsonl')
  writeFileSync(plain, '{"text":"c"}\n{"text":"d"}\n')
  const lines = await readFiles([packed, plain], 3, () => {})
  expect(lines.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
})

test('a file that is not there, or is not packed as its name says, ends the reading with an error', async () => {
  await expect(readFiles([join(folder, 'nothing.jsonl')], 3, () => {})).rejects.toThrow('ENOENT')
  await expect(readFiles([join(folder, 'nothing.jsonl.gz')], 3, () => {})).rejects.toThrow('ENOENT')
  const broken = join(folder, 'broken.jsonl.gz')
  writeFileSync(broken, 'not packed at all')
  await expect(readFiles([broken], 3, () => {})).rejects.toThrow('incorrect header')
})
