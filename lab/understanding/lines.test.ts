import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { countShared, readLabelled } from './lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'sambut-lines-'))

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const two = '{"text":"hello","label":"a"}\n{"text":"bye","label":"b"}\n'

test('plain and packed files are read alike', async () => {
  expect(await readLabelled(file('plain.jsonl', two))).toEqual(await readLabelled(file('packed.jsonl.gz', gzipSync(two))))
})

test('a training file with one label is refused, and the label is named', async () => {
  const one = file('one.jsonl', '{"text":"hello","label":"a"}\n{"text":"hi","label":"a"}\n')
  await expect(readLabelled(one, { training: true })).rejects.toThrow('all texts have the label "a"')
  await expect(readLabelled(one)).resolves.toHaveLength(2)
})

test('a broken line and a missing field are named with their line', async () => {
  await expect(readLabelled(file('broken.jsonl', `${two}{"text":`))).rejects.toThrow('line 3: this is no JSON')
  await expect(readLabelled(file('field.jsonl', '{"text":"hello"}\n'))).rejects.toThrow('line 1: label')
})

test('an empty text is refused for training; asked, it is named and left out', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const empty = file('empty.jsonl', `${two}\n\n{"text":" \u200b","label":"a"}\n`)
  await expect(readLabelled(empty, { training: true })).rejects.toThrow('empty.jsonl, line 5: the text is empty')
  await expect(readLabelled(empty)).resolves.toHaveLength(2)
  expect(said).toHaveBeenCalledExactlyOnceWith('empty.jsonl, line 5: the text is empty; the line is left out.')
  said.mockRestore()
  const nothing = file('nothing-asked.jsonl', '{"text":"","label":"a"}\n')
  await expect(readLabelled(nothing, { training: true })).rejects.toThrow('line 1: the text is empty')
})

test('a missing, an empty and a damaged packed file are refused in one line', async () => {
  await expect(readLabelled(join(folder, 'nowhere.jsonl'))).rejects.toThrow('there is no such file')
  await expect(readLabelled(file('nothing.jsonl', ''))).rejects.toThrow('the file is empty')
  await expect(readLabelled(file('damaged.jsonl.gz', gzipSync(two).subarray(0, 20)))).rejects.toThrow('damaged.jsonl.gz')
})

test('a file that grows beyond all measure is refused while it is read, not when the memory is full', async () => {
  await expect(readLabelled(file('huge.jsonl.gz', gzipSync(Buffer.alloc(300 * 2 ** 20, 'a'))))).rejects.toThrow('larger than 256 MB')
})

test('texts that stand in both splits are counted', async () => {
  expect(countShared([{ text: 'Hello ' }], [{ text: 'hello' }, { text: 'other' }])).toBe(1)
})

test('spaces around a label make no other label', async () => {
  const spaced = file('spaced.jsonl', '{"text":"my car","label":"car "}\n{"text":"a car","label":"car"}\n')
  expect((await readLabelled(spaced)).map(({ label }) => label)).toEqual(['car', 'car'])
  await expect(readLabelled(spaced, { training: true })).rejects.toThrow('all texts have the label "car"')
})
