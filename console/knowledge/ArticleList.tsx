import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ArticleList as Articles } from '../../contract/knowledge.ts'
import { languages } from '../../core/language.ts'
import { Icon } from '../shell/Icon.tsx'
import { share } from '../shell/numbers.ts'
import { currentLanguage } from '../shell/words.ts'

type Article = Articles['articles'][number]

interface Props {
  articles: Article[]
  search: string
  onSearch: (words: string) => void
  open: string | undefined
}

/** Every article, by its title in the reader's language; the search looks into the titles of all languages. */
export function ArticleList({ articles, search, onSearch, open }: Props) {
  const { t } = useTranslation('knowledge')
  const wanted = search.trim().toLowerCase()
  const found = articles.filter((article) => [article.slug, ...Object.values(article.titles)].some((title) => title.toLowerCase().includes(wanted)))
  const sorted = found.toSorted((a, b) => b.answered - a.answered || titleOf(a).localeCompare(titleOf(b)))
  return (
    <>
      <label className="knowledge-find">
        <Icon name="search" size={15} />
        <span className="sr-only">{t('search')}</span>
        <input type="search" value={search} onChange={(event) => onSearch(event.currentTarget.value)} placeholder={t('search')} />
      </label>
      {sorted.length === 0 && <p className="empty">{wanted ? t('not-found', { search }) : t('empty')}</p>}
      <ul className="knowledge-rows">
        {sorted.map((article) => (
          <li key={article.id}>
            <ArticleRow article={article} isOpen={article.id === open} />
          </li>
        ))}
      </ul>
    </>
  )
}

const titleOf = ({ titles, slug }: Article) => titles[currentLanguage()] ?? titles['en'] ?? Object.values(titles)[0] ?? slug

function ArticleRow({ article, isOpen }: { article: Article; isOpen: boolean }) {
  const { t } = useTranslation('knowledge')
  const written = languages.filter((language) => article.titles[language])
  return (
    <Link to="/knowledge/$article" params={{ article: article.id }} className="knowledge-row" aria-current={isOpen ? 'true' : undefined}>
      <span className="knowledge-title">{titleOf(article) || t('untitled')}</span>
      <span className="knowledge-facts">
        {!article.published && <span className="tag is-time">{t('draft')}</span>}
        <span className="num">{article.answered === 0 ? t('never-answered') : t('answered', { count: article.answered })}</span>
        {article.answered > 0 && (
          <span className={`num ${article.solved / article.answered < 0.5 ? '' : 'won'}`}>
            {t('solved', { percent: share(article.solved / article.answered) })}
          </span>
        )}
        {written.length < languages.length && (
          <span className="knowledge-langs">
            {written.map((language) => (
              <span key={language} className="tag">
                {language}
              </span>
            ))}
          </span>
        )}
      </span>
    </Link>
  )
}
