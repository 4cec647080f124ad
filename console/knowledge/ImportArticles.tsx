import { Button, Checkbox, FileButton, Group, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { articlesIn, type Found, questionsIn } from '../../core/knowledge/faq.ts'
import { type Language, languages } from '../../core/language.ts'
import { ask } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { currentLanguage } from '../shell/words.ts'
import './import.css'

const largest = 2_000_000
const most = 200

/** Articles out of a saved page of questions or out of Markdown files; seen and chosen before anything is kept. */
export function ImportArticles({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('first-run')
  const [found, setFound] = useState<Found[]>()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [isCut, setIsCut] = useState(false)
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const chosen = (found ?? []).filter((_, at) => !left.has(at))
  const save = useImport(() => {
    setFound(undefined)
    onDone()
  })
  const read = async (files: File[]) => {
    setLeft(new Set())
    const small = files.filter((file) => file.size <= largest)
    const all = (await Promise.all(small.map(readOne))).flat()
    setFound(all.slice(0, most))
    setIsCut(small.length < files.length || all.length > most)
  }
  const toggle = (at: number) => setLeft((before) => (before.has(at) ? new Set([...before].filter((one) => one !== at)) : new Set([...before, at])))
  return (
    <div>
      <Group gap={12} align="end">
        <FileButton multiple accept=".html,.htm,.md,.markdown,.txt" onChange={(files) => void read(files)}>
          {(props) => (
            <Button {...props} variant={found?.length ? 'default' : 'filled'}>
              {t('articles.choose')}
            </Button>
          )}
        </FileButton>
        <Select
          label={t('articles.language')}
          allowDeselect={false}
          value={language}
          onChange={(next) => setLanguage(languages.find((one) => one === next) ?? language)}
          data={languages.map((value) => ({ value, label: t(`console:languages.${value}`) }))}
        />
      </Group>
      {found?.length === 0 && <p role="status">{t('articles.nothing')}</p>}
      {isCut && <p role="status">{t('articles.left-out', { megabytes: largest / 1_000_000, most })}</p>}
      {found && found.length > 0 && (
        <>
          <ul className="import-found" aria-label={t('articles.found')}>
            {found.map(({ title, body }, at) => (
              <li key={at}>
                <Checkbox
                  checked={!left.has(at)}
                  onChange={() => toggle(at)}
                  label={
                    <>
                      {title} <small>{body.slice(0, 140)}</small>
                    </>
                  }
                />
              </li>
            ))}
          </ul>
          <Button disabled={chosen.length === 0} loading={save.isPending} onClick={() => save.mutate({ language, articles: chosen })}>
            {t('articles.publish', { count: chosen.length })}
          </Button>
        </>
      )}
    </div>
  )
}

function useImport(onDone: () => void) {
  const { t } = useTranslation('first-run')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wish: { language: Language; articles: Found[] }) =>
      ask<{ articles: number }>('POST', '/v1/articles/imports', { ...wish, publish: true }),
    onSuccess: async ({ articles }) => {
      say(t('articles.done', { count: articles }))
      await queries.invalidateQueries({ queryKey: ['articles'] })
      onDone()
    },
    onError: sayTrouble,
  })
}

async function readOne(file: File): Promise<Found[]> {
  const text = plain(await file.text())
  return /\.html?$/i.test(file.name) ? questionsIn(text) : articlesIn(text, file.name)
}

/** What the contract refuses in words: control characters, halves of characters. */
const plain = (text: string) =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
