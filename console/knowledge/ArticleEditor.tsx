import { Button, Tabs, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView } from '../../contract/knowledge.ts'
import { type Language, languages } from '../../core/language.ts'
import { ask } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { longDay, share } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { currentLanguage } from '../shell/words.ts'
import { Markdown } from './Markdown.tsx'
import './article.css'

interface Words {
  title: string
  body: string
}
type Draft = Partial<Record<Language, Words>>

const draftOf = (article: ArticleView | null): Draft =>
  Object.fromEntries((article?.texts ?? []).map(({ language, title, body }) => [language, { title, body }]))
const empty: Words = { title: '', body: '' }
const textsOf = (draft: Draft) => languages.flatMap((language) => (draft[language]?.title.trim() ? [{ language, ...draft[language] }] : []))

/** One article in its languages; what is typed is seen at once as customers will see it. */
export function ArticleEditor({ article }: { article: ArticleView | null }) {
  const { t } = useTranslation('knowledge')
  const mayWrite = useMay('lead')
  const [changed, setChanged] = useState<Draft>({})
  const draft = { ...draftOf(article), ...changed }
  const [language, setLanguage] = useState<Language>(() =>
    !article || draft[currentLanguage()] ? currentLanguage() : (article.texts[0]?.language ?? 'en'),
  )
  const isChanged = Object.keys(changed).length > 0
  const words = draft[language] ?? empty
  const write = (part: Partial<Words>) => setChanged((before) => ({ ...before, [language]: { ...words, ...part } }))
  useBlocker({
    shouldBlockFn: ({ next }) => isChanged && !next.pathname.includes('/sign-out') && !window.confirm(t('leave')),
    enableBeforeUnload: isChanged,
    disabled: !isChanged,
  })
  return (
    <article className="article">
      <Bar article={article} draft={draft} isChanged={isChanged} mayWrite={mayWrite} onSaved={() => setChanged({})} />
      <Tabs value={language} onChange={(value) => setLanguage((value ?? 'en') as Language)}>
        <Tabs.List aria-label={t('console:me.language')}>
          {languages.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              lang={one}
              className={draft[one] ? undefined : 'is-missing'}
              title={draft[one] ? undefined : t('language-missing')}
            >
              {t(`console:languages.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div className="article-panes" lang={language}>
        <div className="article-write">
          <TextInput
            label={t('article-title')}
            value={words.title}
            readOnly={!mayWrite}
            onChange={(event) => write({ title: event.currentTarget.value })}
          />
          <Textarea
            label={t('body')}
            description={t('body-hint')}
            autosize
            minRows={14}
            maxRows={26}
            value={words.body}
            readOnly={!mayWrite}
            onChange={(event) => write({ body: event.currentTarget.value })}
          />
        </div>
        <section className="article-preview" aria-label={t('preview')}>
          <span className="faint">{t('preview')}</span>
          <h2>{words.title || t('untitled')}</h2>
          <Markdown text={words.body} />
        </section>
      </div>
    </article>
  )
}

interface BarProps {
  article: ArticleView | null
  draft: Draft
  isChanged: boolean
  mayWrite: boolean
  onSaved: () => void
}

/** Where the article stands, and what can be done with it. */
function Bar({ article, draft, isChanged, mayWrite, onSaved }: BarProps) {
  const { t } = useTranslation('knowledge')
  const save = useSave(article, onSaved)
  const publish = usePublication(article)
  const texts = textsOf(draft)
  return (
    <header className="article-bar">
      {article && <span className={`tag ${article.published ? 'is-won' : 'is-time'}`}>{t(article.published ? 'published' : 'draft')}</span>}
      {article && (
        <span className="faint num">
          {t('updated', { at: longDay(article.updatedAt) })}
          {article.answered > 0 &&
            ` · ${t('answered', { count: article.answered })}, ${t('solved', { percent: share(article.solved / article.answered) })}`}
        </span>
      )}
      {!mayWrite && <span className="faint">{t('read-only')}</span>}
      {mayWrite && (
        <span className="article-acts">
          {isChanged && <span className="faint">{texts.length === 0 ? t('needs-title') : t('unsaved')}</span>}
          {article && (
            <Button variant="default" loading={publish.isPending} disabled={isChanged} onClick={() => publish.mutate(!article.published)}>
              {t(article.published ? 'withdraw' : 'publish')}
            </Button>
          )}
          <Button disabled={!isChanged || texts.length === 0} loading={save.isPending} onClick={() => save.mutate(texts)}>
            {t('save')}
          </Button>
        </span>
      )}
    </header>
  )
}

function useSave(article: ArticleView | null, onSaved: () => void) {
  const { t } = useTranslation('knowledge')
  const queries = useQueryClient()
  const go = useNavigate()
  return useMutation({
    mutationFn: (texts: ReturnType<typeof textsOf>) =>
      article ? ask<ArticleView>('PUT', `/v1/articles/${article.id}`, { texts }) : ask<ArticleView>('POST', '/v1/articles', { texts }),
    onSuccess: async (saved) => {
      queries.setQueryData(['articles', saved.id], saved)
      onSaved()
      say(t('saved'))
      void queries.invalidateQueries({ queryKey: ['articles', 'list'] })
      if (!article) await go({ to: '/knowledge/$article', params: { article: saved.id }, ignoreBlocker: true })
    },
    onError: sayTrouble,
  })
}

function usePublication(article: ArticleView | null) {
  const { t } = useTranslation('knowledge')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (published: boolean) => ask(published ? 'POST' : 'DELETE', `/v1/articles/${article?.id}/publication`),
    onSuccess: async (_answer, published) => {
      say(t(published ? 'now-published' : 'withdrawn'))
      await queries.invalidateQueries({ queryKey: ['articles'] })
    },
    onError: sayTrouble,
  })
}
