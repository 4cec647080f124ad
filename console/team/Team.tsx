import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, TeamList } from '../../contract/team.ts'
import { get } from '../shell/api.ts'
import { Face } from '../shell/Face.tsx'
import { useMay } from '../shell/me.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Wide } from '../shell/Wide.tsx'
import { Holding } from './Holding.tsx'
import { Invite } from './Invite.tsx'
import { PersonEditor } from './PersonEditor.tsx'
import { useSkillName } from './skill-name.ts'
import './team.css'

/** Who serves, in which languages, with which skills, and how many at a time. */
export function Team() {
  const { t } = useTranslation('team')
  const mayInvite = useMay('own')
  const [isInviting, setIsInviting] = useState(false)
  const [open, setOpen] = useState<Person>()
  const { data, error, refetch } = useQuery({ queryKey: ['team'], queryFn: () => get<TeamList>('/v1/team') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={10} />
  return (
    <>
      <header className="page-head">
        <h1>{t('title')}</h1>
        {mayInvite ? (
          <Button className="push" onClick={() => setIsInviting(true)}>
            {t('invite')}
          </Button>
        ) : (
          <span className="push faint">{t('own-only')}</span>
        )}
      </header>
      <p className="settings-intro">{t('intro')}</p>
      <Wide label={t('title')} className="panel">
        <table className="plain team">
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('role')}</th>
              <th scope="col">{t('languages')}</th>
              <th scope="col">{t('skills')}</th>
              <th scope="col" className="right">
                {t('capacity')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.people.map((person) => (
              <Row key={person.id} person={person} onOpen={() => setOpen(person)} />
            ))}
          </tbody>
        </table>
      </Wide>
      <Holding />
      <PersonEditor person={open} onClose={() => setOpen(undefined)} />
      <Invite opened={isInviting} onClose={() => setIsInviting(false)} />
    </>
  )
}

function Row({ person, onOpen }: { person: Person; onOpen: () => void }) {
  const { t } = useTranslation('team')
  const mayChange = useMay('lead')
  const skillName = useSkillName()
  const { name, email, role, languages, skills, capacity, simulated } = person
  return (
    <tr>
      <td>
        <div className="team-who">
          <Face name={name} ours={person.presence === 'on'} small />
          <span>
            {mayChange ? (
              <button type="button" className="team-open" onClick={onOpen} aria-label={t('edit', { name })}>
                {name}
              </button>
            ) : (
              <b>{name}</b>
            )}{' '}
            {simulated && <span className="tag">{t('simulated')}</span>}
            <small className="faint">{email}</small>
          </span>
        </div>
      </td>
      <td>{t(`console:roles.${role}`)}</td>
      <td>{languages.map((language) => t(`console:languages.${language}`)).join(', ')}</td>
      <td className="quiet">{skills.map(skillName).join(', ')}</td>
      <td className="right">{capacity}</td>
    </tr>
  )
}
