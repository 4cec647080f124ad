import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../contract/conversations.ts'
import { Face } from '../shell/Face.tsx'
import { useMay } from '../shell/me.ts'
import { useSkillName } from '../team/skill-name.ts'
import { type Colleague, MoveMenu, room } from './MoveMenu.tsx'
import { carried, carry, isCarried, useMove } from './move.ts'
import './people.css'

const order = { on: 0, away: 1, off: 2 } as const

/** Who is there, how full they are, and what they hold. */
export function PeopleBoard({ people }: { people: Colleague[] }) {
  const { t } = useTranslation('queue')
  const sorted = people.filter((person) => person.role !== 'analyst').toSorted((a, b) => order[a.presence] - order[b.presence] || room(b) - room(a))
  const on = sorted.filter((person) => person.presence === 'on').length
  const mayLead = useMay('lead')
  const move = useMove()
  return (
    <section className="panel" aria-labelledby="people-title">
      <h2 id="people-title">
        {t('people.title')} <span className="faint">{t('people.on', { n: on, all: sorted.length })}</span>
      </h2>
      {sorted.length === 0 && <p className="empty">{t('people.empty')}</p>}
      <ul className="people">
        {sorted.map((person) => (
          <PersonRow key={person.id} person={person} people={people} onMove={mayLead ? move.mutate : undefined} />
        ))}
      </ul>
    </section>
  )
}

type OnMove = ReturnType<typeof useMove>['mutate'] | undefined

function PersonRow({ person, people, onMove }: { person: Colleague; people: Colleague[]; onMove: OnMove }) {
  const { t } = useTranslation('queue')
  const skillName = useSkillName()
  const [isTarget, setIsTarget] = useState(false)
  const { name, presence, languages, skills, holding } = person
  return (
    <li
      className={`people-row is-${presence}${isTarget ? ' is-target' : ''}${room(person) <= 0 ? ' is-full' : ''}`}
      onDragOver={(event) => {
        if (!onMove || !isCarried(event)) return
        event.preventDefault()
        setIsTarget(true)
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={(event) => {
        setIsTarget(false)
        const row = carried(event)
        // Whoever has no room says so in the server's words: nothing is hidden by a drop that does nothing.
        if (row && !holding.some(({ id }) => id === row.id)) onMove?.({ conversation: row.id, customer: row.name, to: person })
      }}
    >
      <Face name={name} ours={presence === 'on'} />
      <div className="people-who">
        <div className="people-top">
          <b>{name}</b>
          {presence !== 'on' && <span className="tag">{t(`presence.${presence}`)}</span>}
          <Seats load={person.load} capacity={person.capacity} />
        </div>
        <div className="people-can">
          {languages.map((language) => t(`console:languages.${language}`)).join(' · ')}
          {skills.length > 0 && ` · ${skills.map(skillName).join(', ')}`}
        </div>
        {holding.length > 0 && (
          <ul className="people-holds" aria-label={t('people.holding', { name })}>
            {holding.map((row) => (
              <Held key={row.id} row={row} people={people} onMove={onMove} />
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function Held({ row, people, onMove }: { row: ConversationRow; people: Colleague[]; onMove: OnMove }) {
  const [isMoving, setIsMoving] = useState(false)
  const name = row.customer.name ?? `#${row.number}`
  const onKey = (event: KeyboardEvent) => {
    if (!onMove || isMoving || event.key !== 'a' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setIsMoving(true)
  }
  return (
    <li draggable={onMove !== undefined} onDragStart={(event) => carry(event, { id: row.id, name })} onKeyDown={onKey}>
      <Link to="/inbox/$conversation" params={{ conversation: row.id }} draggable={false}>
        {name}
      </Link>
      {onMove && (
        <MoveMenu
          conversation={row.id}
          customer={name}
          holder={row.holder?.person ?? null}
          people={people}
          onMove={onMove}
          opened={isMoving}
          onToggle={setIsMoving}
        />
      )}
    </li>
  )
}

/** One seat for each conversation that this person can hold; the taken ones are filled. */
function Seats({ load, capacity }: { load: number; capacity: number }) {
  const { t } = useTranslation('queue')
  const seats = Math.max(load, capacity)
  return (
    <span className="seats" role="img" aria-label={t('people.load', { load, capacity })} title={t('people.load', { load, capacity })}>
      {Array.from({ length: seats }, (_, seat) => `seat ${seat}`).map((name, seat) => (
        <i key={name} className={seat < load ? (seat < capacity ? 'is-taken' : 'is-taken is-beyond') : undefined} />
      ))}
    </span>
  )
}
