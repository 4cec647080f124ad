import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntentList } from '../../contract/understanding.ts'
import { languages } from '../../core/language.ts'
import { get } from '../shell/api.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMay } from '../shell/me.ts'
import { plain } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Wide } from '../shell/Wide.tsx'
import { ExamplesEditor } from './ExamplesEditor.tsx'
import { ImportSet } from './ImportSet.tsx'
import { useIntentName } from './intent-name.ts'
import { Model } from './Model.tsx'
import './intents.css'

/** What customers may want, from how many examples it is recognised, and how often the model is right. */
export function Intents() {
  const { t } = useTranslation('understanding')
  const mayChange = useMay('lead')
  const intentName = useIntentName()
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<string | null>()
  const [isImporting, setIsImporting] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['intents'],
    queryFn: () => get<IntentList>('/v1/intents'),
    // What the live line should miss is seen a little later.
    refetchInterval: ({ state }) => (state.data?.training ? 2000 : false),
  })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={10} />
  const wanted = search.trim().toLowerCase()
  const found = data.intents.filter(({ intent }) => `${intent} ${intentName(intent)}`.toLowerCase().includes(wanted))
  return (
    <>
      <header className="page-head">
        <h1>{t('title')}</h1>
        <TextInput
          type="search"
          size="xs"
          className="intents-search"
          aria-label={t('table.search')}
          placeholder={t('table.search')}
          leftSection={<Icon name="search" size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {mayChange && (
          <>
            <Button size="compact-md" variant="default" onClick={() => setIsImporting(true)}>
              {t('import.open')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setOpen(null)}>
              {t('new')}
            </Button>
          </>
        )}
      </header>
      <p className="settings-intro">{t('intro')}</p>
      <Model list={data} />
      {data.intents.length === 0 ? <p className="empty">{t('empty')}</p> : <Table intents={found} onOpen={setOpen} />}
      <ExamplesEditor intent={open} onClose={() => setOpen(undefined)} />
      <ImportSet opened={isImporting} onClose={() => setIsImporting(false)} />
    </>
  )
}

const few = 5

function Table({ intents, onOpen }: { intents: IntentList['intents']; onOpen: (intent: string) => void }) {
  const { t } = useTranslation('understanding')
  const intentName = useIntentName()
  return (
    <Wide label={t('title')} className="panel intents">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('table.intent')}</th>
            <th scope="col" className="right">
              {t('table.examples')}
            </th>
            {languages.map((language) => (
              <th key={language} scope="col" className="right intents-each" lang={language}>
                {t(`console:languages.${language}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {intents.map((row) => (
            <tr key={row.intent}>
              <td>
                <button type="button" className="intents-open" onClick={() => onOpen(row.intent)}>
                  {intentName(row.intent)}
                </button>{' '}
                <code className="faint">{row.intent}</code>
                <span className="intents-languages num">
                  {languages.map((language) => (
                    <span key={language} lang={language} className={(row.byLanguage[language] ?? 0) < few ? 'intents-few' : undefined}>
                      {t(`console:languages.${language}`)} {plain(row.byLanguage[language] ?? 0, 0)}
                    </span>
                  ))}
                </span>
              </td>
              <td className="right">
                <b>{plain(row.examples, 0)}</b>
              </td>
              {languages.map((language) => {
                const count = row.byLanguage[language] ?? 0
                return (
                  <td
                    key={language}
                    className={`right intents-each ${count < few ? 'intents-few' : 'quiet'}`}
                    title={count < few ? t('few') : undefined}
                  >
                    {plain(count, 0)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
