import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleList as Articles, ArticleView } from '../../contract/knowledge.ts'
import { get } from '../shell/api.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMay } from '../shell/me.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { ArticleEditor } from './ArticleEditor.tsx'
import { ArticleList } from './ArticleList.tsx'
import { AssistantTest } from './AssistantTest.tsx'
import { ImportArticles } from './ImportArticles.tsx'
import './knowledge.css'

/** The articles that the assistant speaks from; beside them, what it would answer. */
export function Knowledge() {
  const { t } = useTranslation('knowledge')
  const { article } = useParams({ strict: false })
  const go = useNavigate()
  const mayWrite = useMay('lead')
  const [search, setSearch] = useState('')
  const { data, error, refetch } = useQuery({ queryKey: ['articles', 'list'], queryFn: () => get<Articles>('/v1/articles') })
  return (
    <div className={`knowledge${article ? ' has-article' : ''}`}>
      {article && <h1 className="knowledge-name sr-only">{t('title')}</h1>}
      <section className="knowledge-list" aria-label={t('list')}>
        <div className="knowledge-head">
          <h1>{t('title')}</h1>
          {mayWrite && (
            <span className="knowledge-acts">
              <Button size="compact-sm" variant="subtle" onClick={() => void go({ to: '/knowledge/$article', params: { article: 'import' } })}>
                {t('import')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => void go({ to: '/knowledge/$article', params: { article: 'new' } })}>
                {t('new')}
              </Button>
            </span>
          )}
        </div>
        {error ? (
          <Trouble error={error} again={() => void refetch()} />
        ) : !data ? (
          <Waiting lines={10} />
        ) : (
          <ArticleList articles={data.articles} search={search} onSearch={setSearch} open={article} />
        )}
      </section>
      <div className="knowledge-main">
        {article && (
          <button type="button" className="knowledge-back" onClick={() => void go({ to: '/knowledge' })}>
            <Icon name="left" size={15} /> {t('title')}
          </button>
        )}
        <Open article={article} />
      </div>
      <AssistantTest />
    </div>
  )
}

function Open({ article }: { article: string | undefined }) {
  if (article === undefined) return <Nothing />
  if (article === 'new') return <ArticleEditor key="new" article={null} />
  return article === 'import' ? <FromFiles /> : <OpenArticle key={article} id={article} />
}

function FromFiles() {
  const { t } = useTranslation('knowledge')
  const go = useNavigate()
  return (
    <section className="article" aria-labelledby="knowledge-import">
      <h2 id="knowledge-import">{t('import')}</h2>
      <p className="quiet">{t('first-run:articles.text')}</p>
      <ImportArticles onDone={() => void go({ to: '/knowledge' })} />
    </section>
  )
}

function OpenArticle({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({ queryKey: ['articles', id], queryFn: () => get<ArticleView>(`/v1/articles/${id}`) })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  return <ArticleEditor article={data} />
}

function Nothing() {
  const { t } = useTranslation('knowledge')
  return (
    <div className="empty">
      <p>{t('choose')}</p>
      <p>{t('intro')}</p>
    </div>
  )
}
