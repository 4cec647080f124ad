import { Button, Select, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamList } from '../../contract/team.ts'
import type { AuditPage } from '../../contract/trust.ts'
import { toCsv } from '../../core/csv.ts'
import { get } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { clock, day } from '../shell/numbers.ts'
import { saveFile } from '../shell/save-file.ts'
import { sayTrouble, Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Wide } from '../shell/Wide.tsx'
import { Changes } from './Changes.tsx'
import './audit.css'

type Entry = AuditPage['entries'][number]
interface Filter {
  about: string
  person: string
  from: string
  to: string
}

/** Who changed what when: every setting, by a person or a key, with what it was and what it is. */
export function Audit() {
  const { t } = useTranslation('trust')
  const isOwner = useMay('own')
  return (
    <>
      <header className="page-head">
        <h1>{t('audit.title')}</h1>
      </header>
      <p className="settings-intro">{t('audit.intro')}</p>
      {isOwner ? <Trail /> : <p className="faint">{t('audit.own-only')}</p>}
    </>
  )
}

function Trail() {
  const { t } = useTranslation('trust')
  const [filter, setFilter] = useState<Filter>({ about: '', person: '', from: '', to: '' })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) => ask(filter, pageParam, 50),
    getNextPageParam: (last) => last.cursor ?? undefined,
  })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  const entries = data?.pages.flatMap((page) => page.entries)
  return (
    <>
      <Filters filter={filter} abouts={data?.pages[0]?.abouts ?? []} onChange={setFilter} />
      <Wide label={t('audit.title')} className="panel">
        {!entries ? <Waiting /> : entries.length === 0 ? <p className="empty">{t('audit.empty')}</p> : <Table entries={entries} />}
        {hasNextPage && (
          <Button variant="default" fullWidth mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('audit.more')}
          </Button>
        )}
      </Wide>
    </>
  )
}

function ask(filter: Filter, cursor: string, limit: number): Promise<AuditPage> {
  const { about, person, from, to } = filter
  const until = to && new Date(new Date(`${to}T00:00:00`).setHours(24)).toISOString()
  const query = { about, person, from: from && new Date(`${from}T00:00:00`).toISOString(), to: until, cursor, limit: String(limit) }
  return get<AuditPage>(`/v1/audit?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))}`)
}

function Filters({ filter, abouts, onChange }: { filter: Filter; abouts: string[]; onChange: (filter: Filter) => void }) {
  const { t } = useTranslation('trust')
  const aboutName = useAboutName()
  const { data: team } = useQuery({ queryKey: ['team'], queryFn: () => get<TeamList>('/v1/team') })
  const people = team?.people.map(({ id, name }) => ({ value: id, label: name })) ?? []
  return (
    <div className="audit-filters">
      <Select
        size="xs"
        label={t('audit.about')}
        value={filter.about}
        allowDeselect={false}
        onChange={(about) => onChange({ ...filter, about: about ?? '' })}
        data={[{ value: '', label: t('audit.all') }, ...abouts.map((about) => ({ value: about, label: aboutName(about) }))]}
      />
      <Select
        size="xs"
        label={t('audit.who')}
        value={filter.person}
        allowDeselect={false}
        searchable
        onChange={(person) => onChange({ ...filter, person: person ?? '' })}
        data={[{ value: '', label: t('audit.everybody') }, ...people]}
      />
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          size="xs"
          label={t(`audit.${name}`)}
          value={filter[name]}
          onChange={(event) => onChange({ ...filter, [name]: event.currentTarget.value })}
        />
      ))}
      <Button
        size="xs"
        variant="default"
        onClick={() =>
          void saveAll(
            filter,
            columns.map((name) => t(`audit.columns.${name}`)),
          ).catch(sayTrouble)
        }
      >
        {t('audit.csv')}
      </Button>
    </div>
  )
}

const columns = ['when', 'who', 'action', 'subject', 'path', 'before', 'after'] as const

/** Everything that the filter finds, page by page, as a table. */
async function saveAll(filter: Filter, head: string[]): Promise<void> {
  const rows: (string | number | boolean | null)[][] = [head]
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: AuditPage = await ask(filter, cursor, 500)
    for (const { at, person, key, action, subject, changes } of page.entries)
      for (const change of changes.length > 0 ? changes : [{ path: '', before: null, after: null }])
        rows.push([at, person?.name ?? person?.id ?? key, action, subject, change.path, change.before, change.after])
    cursor = page.cursor
  }
  saveFile('audit.csv', toCsv(rows), 'text/csv')
}

function Table({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation('trust')
  return (
    <table className="plain audit">
      <thead>
        <tr>
          {(['when', 'who', 'what'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`audit.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="num">
              {day(entry.at)} {clock(entry.at)}
            </td>
            <td>{entry.person ? (entry.person.name ?? t('audit.gone')) : t('audit.key', { name: entry.key })}</td>
            <td>
              <What entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was done, in words where there are some; a route that has none yet shows itself. */
function What({ entry }: { entry: Entry }) {
  const { t } = useTranslation('trust')
  const aboutName = useAboutName()
  const verb = t(`audit.verbs.${entry.action.split(' ')[0]}`, { defaultValue: entry.action })
  const sentence = t(`audit.actions.${entry.action}`, { defaultValue: `${aboutName(entry.about)}: ${verb}` })
  return (
    <>
      {sentence}
      {entry.subject && <span className="faint"> · {entry.subject}</span>}
      {entry.changes.length > 0 && <Changes changes={entry.changes} />}
    </>
  )
}

function useAboutName() {
  const { t } = useTranslation('trust')
  return (about: string) => t(`audit.abouts.${about}`, { defaultValue: about })
}
