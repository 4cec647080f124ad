import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { run as runAnswer } from './answer.ts'
import { run as runIntent } from './intent.ts'
import { run as runMood } from './mood.ts'
import { run as runPerson } from './person.ts'
import { run as runRetrieval } from './retrieval.ts'
import { run as runSegment } from './segment.ts'

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

test('over texts of none alone, how well the intents are told apart has no figure', async () => {
  const train = file('train.jsonl', [
    { text: 'where is my parcel', label: 'parcel' },
    { text: 'has my parcel been sent', label: 'parcel' },
    { text: 'I want my money back', label: 'refund' },
    { text: 'please refund what I paid', label: 'refund' },
  ])
  const foreign = file('foreign.jsonl', [{ text: 'what a fine day', label: 'oos' }])
  const figures = await runIntent({ train, test: foreign })
  expect(figures).toMatchObject({ 'accuracy in scope %': null, 'macro-F1 %': null, 'AUROC %': null, 'ECE %': null })
  expect(figures['out-of-scope recall at default threshold %']).toBeTypeOf('number')
})

const docs = file('docs.jsonl', [{ id: 'hours', title: 'Opening hours', body: 'The shop is open from 9 to 18 on every day of the week.' }])

test('a question without an article is never answered from the right one, and what was not asked has no figure', async () => {
  const questions = file('questions.jsonl', [{ q: 'zxqv wplk', answerable: true }])
  expect(await runAnswer({ docs, questions })).toMatchObject({
    'right article first %': null,
    'answered from the right article %': null,
    'silent on unanswerable %': null,
    'silent on answerable %': 100,
    'confidence AUC': null,
  })
})

test('an article and a document that nobody knows are named with file and line', async () => {
  const lost = file('lost.jsonl', [{ q: 'When are you open?', article: 'times', answerable: true }])
  await expect(runAnswer({ docs, questions: lost })).rejects.toThrow('lost.jsonl, line 1: the question names the document "times"')
  const texts = file('texts.jsonl', [{ id: 'hours', text: 'The shop is open from 9 to 18.' }])
  const asked = file('asked.jsonl', [{ text: 'When are you open?', doc: 'times' }])
  await expect(runRetrieval({ docs: texts, questions: asked })).rejects.toThrow('asked.jsonl, line 1: the question names the document "times"')
})

test('two documents of one id are refused, and both lines named', async () => {
  const articles = file('articles.jsonl', [
    { id: 1, title: 'a', body: 'b' },
    { id: '1', title: 'c', body: 'd' },
  ])
  await expect(runAnswer({ docs: articles, questions: docs })).rejects.toThrow('articles.jsonl, line 2: the id "1" stands in line 1 already')
  const texts = file('twice.jsonl', [
    { id: 'a', text: 'b' },
    { id: 'a', text: 'c' },
  ])
  await expect(runRetrieval({ docs: texts, questions: docs })).rejects.toThrow('twice.jsonl, line 2: the id "a" stands in line 1 already')
})

test('a text of which nothing can be seen is asked in no task: it is named and left out', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const nothing = '\u200b \ufeff\u2060'
  const moods = file('mood.jsonl', [
    { text: nothing, mood: 'neutral' },
    { text: 'a fine day', mood: 'positive' },
  ])
  expect(await runMood({ test: moods })).toMatchObject({ texts: 1 })
  const persons = file('person.jsonl', [
    { text: 'a person please', person: true },
    { text: '', person: false },
  ])
  expect(await runPerson({ test: persons })).toMatchObject({ texts: 1 })
  const asked = file('nothing.jsonl', [
    { q: nothing, answerable: false },
    { q: 'When are you open?', article: 'hours', answerable: true },
  ])
  expect(await runAnswer({ docs, questions: asked })).toMatchObject({ questions: 1 })
  expect(said.mock.calls.map(([line]) => String(line).split(':')[0])).toEqual(['mood.jsonl, line 1', 'person.jsonl, line 2', 'nothing.jsonl, line 1'])
  const words = file('words.jsonl', [
    { text: nothing, words: [] },
    { text: 'สวัสดี', words: ['สวัสดี'] },
  ])
  expect(await runSegment({ test: words })).toMatchObject({ texts: 1 })
  expect(said).toHaveBeenLastCalledWith('words.jsonl, line 1: the text is empty; the line is left out.')
  said.mockRestore()
  const broken = join(folder, 'broken.jsonl')
  writeFileSync(broken, '{"text":')
  await expect(runSegment({ test: broken })).rejects.toThrow('broken.jsonl, line 1: this is no JSON')
})
