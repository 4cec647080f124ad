import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchResult } from '../../contract/knowledge.ts'
import { get } from '../shell/api.ts'
import { Bot } from '../shell/Face.tsx'
import { share } from '../shell/numbers.ts'
import { sayTrouble } from '../shell/Trouble.tsx'

const verySure = 0.85

/** A question as a customer would ask it, and what the assistant would say, or why it would be silent. */
export function AssistantTest() {
  const { t } = useTranslation('knowledge')
  const [question, setQuestion] = useState('')
  const test = useMutation({
    mutationFn: (q: string) => get<SearchResult>(`/v1/search?${new URLSearchParams({ q, limit: '4' })}`),
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (question.trim()) test.mutate(question.trim())
  }
  return (
    <aside className="assistant-test" aria-labelledby="assistant-test-title">
      <h2 id="assistant-test-title">
        <Bot /> {t('test.title')}
      </h2>
      <form onSubmit={submit}>
        <Textarea
          label={t('test.ask')}
          placeholder={t('test.example')}
          autosize
          minRows={2}
          maxLength={1000}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
          }}
        />
        <div className="assistant-test-go">
          <Button type="submit" size="compact-md" variant="default" loading={test.isPending} disabled={!question.trim()}>
            {t('test.submit')}
          </Button>
          <span className="faint">{t('test.hint')}</span>
        </div>
      </form>
      <div aria-live="polite">{test.data && <Outcome result={test.data} />}</div>
    </aside>
  )
}

function Outcome({ result: { answer, hits } }: { result: SearchResult }) {
  const { t } = useTranslation('knowledge')
  if (!answer) return null
  const percent = share(answer.confidence)
  if (answer.kind === 'none') {
    const near = [...new Map(hits.map((hit) => [hit.article, hit])).values()].slice(0, 3)
    return (
      <div className="assistant-silent">
        <p>
          <b>{t('test.silent')}</b>
        </p>
        <p>{t(`test.because.${answer.because[0] ?? 'nothing-found'}`)}</p>
        {answer.confidence > 0 && <p className="faint num">{t('test.confidence.low', { percent })}</p>}
        {near.length > 0 && <p className="faint">{t('test.near')}</p>}
        <Sources articles={near.map(({ article, title }) => ({ id: article, title }))} />
      </div>
    )
  }
  return (
    <div className="assistant-answer">
      <p lang={hits[0]?.language}>{answer.text}</p>
      <p className="faint num">{t(answer.confidence >= verySure ? 'test.confidence.high' : 'test.confidence.enough', { percent })}</p>
      {answer.article && (
        <p>
          {t('test.source')} <Source id={answer.article} title={answer.title ?? ''} />
        </p>
      )}
    </div>
  )
}

function Sources({ articles }: { articles: { id: string; title: string }[] }) {
  return (
    <ul>
      {articles.map((article) => (
        <li key={article.id}>
          <Source {...article} />
        </li>
      ))}
    </ul>
  )
}

function Source({ id, title }: { id: string; title: string }) {
  return (
    <Link to="/knowledge/$article" params={{ article: id }}>
      {title}
    </Link>
  )
}
