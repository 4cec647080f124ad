import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../contract/conversations.ts'
import { ask } from '../shell/api.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMay } from '../shell/me.ts'
import { useNow } from '../shell/now.ts'
import { clock, duration, plain } from '../shell/numbers.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { useSkillName } from '../team/skill-name.ts'
import { useIntentName } from '../understanding/intent-name.ts'
import { StakeBar } from '../value/StakeBar.tsx'
import { type Colleague, MoveMenu } from './MoveMenu.tsx'
import { carried, carry, isCarried, useMove } from './move.ts'
import './waiting.css'

/** Everybody who waits for a person, in the order of service, with why they stand there. */
export function WaitingList({ rows, people, currency }: { rows: ConversationRow[]; people: Colleague[]; currency: string }) {
  const { t } = useTranslation('queue')
  const mayServe = useMay('serve')
  const mayLead = useMay('lead')
  const take = useTake()
  const move = useMove()
  const [isTarget, setIsTarget] = useState(false)
  return (
    <section
      className={`panel waiting${isTarget ? ' is-target' : ''}`}
      aria-labelledby="waiting-title"
      onDragOver={(event) => {
        if (!isCarried(event)) return
        event.preventDefault()
        setIsTarget(true)
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={(event) => {
        setIsTarget(false)
        const row = carried(event)
        if (row && !rows.some(({ id }) => id === row.id)) move.mutate({ conversation: row.id, customer: row.name, to: null })
      }}
    >
      <h2 id="waiting-title">
        {t('waiting.title', { count: rows.length })} <span className="faint">{rows.length > 1 && t('waiting.order')}</span>
      </h2>
      {rows.length === 0 && <p className="empty">{t('waiting.empty')}</p>}
      <ol className="waiting-rows">
        {rows.map((row, index) => (
          <WaitingRow
            key={row.id}
            row={row}
            turn={index + 1}
            currency={currency}
            onTake={mayServe ? () => take.mutate(row.id) : undefined}
            isTaking={take.isPending && take.variables === row.id}
            people={people}
            onMove={mayLead ? move.mutate : undefined}
          />
        ))}
      </ol>
    </section>
  )
}

function useTake() {
  const queries = useQueryClient()
  const go = useNavigate()
  return useMutation({
    mutationFn: (id: string) => ask('POST', `/v1/conversations/${id}/claim`),
    onSuccess: async (_answer, id) => {
      await go({ to: '/inbox/$conversation', params: { conversation: id } })
    },
    onError: sayTrouble,
    onSettled: async () => queries.invalidateQueries({ queryKey: ['floor'] }),
  })
}

interface RowProps {
  row: ConversationRow
  turn: number
  currency: string
  onTake: (() => void) | undefined
  isTaking: boolean
  people: Colleague[]
  /** Of those who lead; the others take. */
  onMove: ReturnType<typeof useMove>['mutate'] | undefined
}

function WaitingRow({ row, turn, currency, onTake, isTaking, people, onMove }: RowProps) {
  const { t } = useTranslation('queue')
  const name = row.customer.name ?? t('waiting.nameless', { number: row.number })
  const { preview, stake } = row
  const [isMoving, setIsMoving] = useState(false)
  const onKey = (event: KeyboardEvent) => {
    if (!onMove || isMoving || event.key !== 'a' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setIsMoving(true)
  }
  return (
    <li className="waiting-row" draggable={onMove !== undefined} onDragStart={(event) => carry(event, { id: row.id, name })} onKeyDown={onKey}>
      <span className="waiting-turn num">{turn}</span>
      <div className="waiting-who">
        <Link to="/inbox/$conversation" params={{ conversation: row.id }} className="waiting-name">
          <b>{name}</b> {row.customer.localName && <span className="faint">{row.customer.localName}</span>}
        </Link>
        {preview && (
          <span className="waiting-said one-line" lang={preview.language ?? undefined}>
            {preview.text}
          </span>
        )}
        <Reasons row={row} />
      </div>
      <div className="waiting-stake">
        {stake ? (
          <StakeBar atRisk={stake.atRisk} toGain={stake.toGain} currency={currency} />
        ) : (
          <span className="faint">{t('waiting.no-stake')}</span>
        )}
      </div>
      <Waited row={row} />
      {onTake && (
        <Button
          size="compact-sm"
          variant={turn === 1 ? 'filled' : 'default'}
          onClick={onTake}
          loading={isTaking}
          aria-label={t('waiting.take-name', { name })}
          className="waiting-take"
        >
          {t('waiting.take')}
        </Button>
      )}
      {onMove && (
        <MoveMenu conversation={row.id} customer={name} holder={null} people={people} onMove={onMove} opened={isMoving} onToggle={setIsMoving} />
      )}
    </li>
  )
}

/** Why this customer stands where they stand. */
function Reasons({ row }: { row: ConversationRow }) {
  const { t } = useTranslation('queue')
  const intentName = useIntentName()
  const priority = row.place?.priority ?? 0
  return (
    <span className="waiting-tags">
      <span>{intentName(row.intent)}</span>
      {row.language && <span>{t(`console:languages.${row.language}`, { defaultValue: row.language })}</span>}
      {priority > 0 && <span className="tag">{t('routing:priority.raised', { n: priority })}</span>}
      {row.askedForPerson && <span className="tag is-person">{t('waiting.asked')}</span>}
      {row.place?.skill && <NeededSkill skill={row.place.skill} />}
    </span>
  )
}

/** Why they wait although somebody has room: another skill is needed, until that is given up too. */
function NeededSkill({ skill }: { skill: NonNullable<NonNullable<ConversationRow['place']>['skill']> }) {
  const { t } = useTranslation('queue')
  const skillName = useSkillName()
  const isOver = useNow(10_000) >= Date.parse(skill.until)
  return isOver ? null : <span className="tag">{t('waiting.for-skill', { skill: skillName(skill.name), time: clock(skill.until) })}</span>
}

const nearSeconds = 300

/** How long they wait; the colour and the words change before the limit breaks. */
function Waited({ row: { place, openedAt } }: { row: ConversationRow }) {
  const { t } = useTranslation('queue')
  const now = useNow(1000)
  const since = Date.parse(place?.waitingSince ?? openedAt)
  const waited = (now - since) / 1000
  const limit = place ? (Date.parse(place.limitAt) - since) / 1000 : Number.POSITIVE_INFINITY
  const minutes = plain(limit / 60, 0)
  const tone = waited >= limit ? ' is-over' : waited > limit - nearSeconds ? ' is-near' : ''
  return (
    <span className={`waiting-time num${tone}`}>
      <span className="sr-only">{t('waiting.waited')}</span>
      <b>
        {tone && <Icon name={tone === ' is-over' ? 'warn' : 'clock'} size={14} />}
        {duration(waited)}
      </b>
      {place && <small>{t(waited >= limit ? 'waiting.over' : 'waiting.limit', { minutes })}</small>}
    </span>
  )
}
