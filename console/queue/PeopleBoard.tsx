import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FloorBoard } from '../../contract/queue.ts'
import { Face } from '../shell/Face.tsx'
import { useSkillName } from '../team/skill-name.ts'
import './people.css'

type Colleague = FloorBoard['people'][number]

const order = { on: 0, away: 1, off: 2 } as const

/** Who is there, how full they are, and what they hold. */
export function PeopleBoard({ people }: { people: Colleague[] }) {
  const { t } = useTranslation('queue')
  const sorted = people.filter((person) => person.role !== 'analyst').toSorted((a, b) => order[a.presence] - order[b.presence] || room(b) - room(a))
  const on = sorted.filter((person) => person.presence === 'on').length
  return (
    <section className="panel" aria-labelledby="people-title">
      <h2 id="people-title">
        {t('people.title')} <span className="faint">{t('people.on', { n: on, all: sorted.length })}</span>
      </h2>
      {sorted.length === 0 && <p className="empty">{t('people.empty')}</p>}
      <ul className="people">
        {sorted.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    </section>
  )
}

const room = (person: Colleague) => person.capacity - person.load

function PersonRow({ person }: { person: Colleague }) {
  const { t } = useTranslation('queue')
  const skillName = useSkillName()
  const { name, presence, languages, skills, holding } = person
  return (
    <li className={`people-row is-${presence}`}>
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
              <li key={row.id}>
                <Link to="/inbox/$conversation" params={{ conversation: row.id }}>
                  {row.customer.name ?? `#${row.number}`}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
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
