import { Button, Modal, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamList } from '../../contract/team.ts'
import { languages } from '../../core/language.ts'
import { get } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { useOpened } from '../shell/wanted.ts'
import { useSkillName } from '../team/skill-name.ts'
import type { useAct } from './queries.ts'

interface Props {
  opened: boolean
  onClose: () => void
  act: ReturnType<typeof useAct>['mutate']
}

/** Into a colleague's hands, who is asked; or into the queue, for whoever knows more. The note goes along, and the place is kept. */
export function HandOver({ opened, onClose, act }: Props) {
  const { t } = useTranslation('conversations')
  const [way, setWay] = useState<'person' | 'queue'>('person')
  const [person, setPerson] = useState<string | null>(null)
  const [skill, setSkill] = useState<string | null>(null)
  const [language, setLanguage] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const team = useTeam(opened)
  const skillName = useSkillName()
  const words = note.trim() ? { note: note.trim() } : {}
  const done = {
    onSuccess: () => {
      setNote('')
      onClose()
    },
  }
  const pass = () => {
    if (way === 'person') return act({ method: 'POST', path: 'transfer', body: { person, ...words } }, done)
    const wanted = { ...(skill && { skill }), ...(language && { language }) }
    act({ method: 'DELETE', path: 'claim', body: { to: 'queue', ...wanted, ...words } }, done)
  }
  return (
    <Modal opened={useOpened(opened)} onClose={onClose} title={t('pass-on')} closeButtonProps={{ 'aria-label': t('console:close') }}>
      <SegmentedControl
        fullWidth
        aria-label={t('pass.way')}
        value={way}
        onChange={(next) => setWay(next === 'queue' ? 'queue' : 'person')}
        data={[
          { value: 'person', label: t('pass.to-person') },
          { value: 'queue', label: t('pass.to-queue') },
        ]}
      />
      {way === 'person' ? (
        <Select
          mt="md"
          label={t('pass.to')}
          description={team.colleagues.length === 0 ? t('pass.nobody') : t('pass.person-hint')}
          searchable
          data={team.colleagues.map((one) => ({
            value: one.id,
            label: `${one.name} · ${one.languages.map((code) => t(`console:languages.${code}`, { defaultValue: code })).join(', ')} · ${one.load}/${one.capacity}`,
          }))}
          value={person}
          onChange={setPerson}
        />
      ) : (
        <>
          <p className="faint">{t('pass.queue-hint')}</p>
          <Select
            label={t('pass.skill')}
            placeholder={t('pass.anybody')}
            clearable
            data={team.skills.map((one) => ({ value: one, label: skillName(one) }))}
            value={skill}
            onChange={setSkill}
          />
          <Select
            mt="md"
            label={t('pass.language')}
            placeholder={t('pass.anybody')}
            clearable
            data={languages.map((one) => ({ value: one, label: t(`console:languages.${one}`) }))}
            value={language}
            onChange={setLanguage}
          />
        </>
      )}
      <Textarea
        mt="md"
        label={t('pass.note')}
        description={t('pass.note-hint')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button mt="md" onClick={pass} disabled={way === 'person' && !person}>
        {t(way === 'person' ? 'pass.ask' : 'pass-on')}
      </Button>
    </Modal>
  )
}

/** Colleagues who could take it now, and every skill that somebody of the team has. */
function useTeam(enabled: boolean) {
  const me = useMe().person.id
  const { data } = useQuery({ queryKey: ['team'], queryFn: () => get<TeamList>('/v1/team'), enabled })
  const people = data?.people ?? []
  return {
    colleagues: people.filter((one) => one.id !== me && one.presence === 'on' && one.load + 1 <= one.capacity),
    skills: [...new Set(people.flatMap((one) => one.skills))].toSorted(),
  }
}
