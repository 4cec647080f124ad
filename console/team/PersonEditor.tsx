import { Button, Drawer, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, Role } from '../../contract/team.ts'
import { type Language, languages } from '../../core/language.ts'
import { ask } from '../shell/api.ts'
import { useMay } from '../shell/me.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { Removal } from './Removal.tsx'

export const roles: Role[] = ['owner', 'lead', 'team', 'analyst']

export function PersonEditor({ person, onClose }: { person: Person | undefined; onClose: () => void }) {
  const { t } = useTranslation('team')
  return (
    <Drawer
      opened={person !== undefined}
      onClose={onClose}
      position="right"
      closeButtonProps={{ 'aria-label': t('console:close') }}
      title={person && t('edit', { name: person.name })}
    >
      {person && <Form key={person.id} person={person} onClose={onClose} />}
    </Drawer>
  )
}

function Form({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('team')
  const mayChangeRole = useMay('own')
  const queries = useQueryClient()
  const { id, role, capacity } = person
  const [name, setName] = useState(person.name)
  const [wish, setWish] = useState({ role, capacity, languages: person.languages, skills: person.skills })
  const save = useMutation({
    mutationFn: () =>
      ask<Person>('PATCH', `/v1/team/${id}`, {
        name,
        languages: wish.languages,
        skills: wish.skills,
        capacity: wish.capacity,
        ...(wish.role !== role && { role: wish.role }),
      }),
    onSuccess: async () => {
      say(t('saved'))
      await Promise.all([queries.invalidateQueries({ queryKey: ['team'] }), queries.invalidateQueries({ queryKey: ['me'] })])
      onClose()
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="team-form" onSubmit={submit}>
      <TextInput label={t('name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <RoleSelect value={wish.role} onChange={(next) => setWish({ ...wish, role: next })} disabled={!mayChangeRole} />
      <LanguagesSelect value={wish.languages} onChange={(next) => setWish({ ...wish, languages: next })} />
      <TagsInput
        label={t('skills')}
        description={t('skills-hint')}
        data={['payments', 'products', 'sales', 'complaints']}
        maxTags={50}
        value={wish.skills}
        onChange={(next) => setWish({ ...wish, skills: next })}
      />
      <NumberInput
        label={t('capacity')}
        description={t('capacity-hint')}
        min={1}
        max={50}
        clampBehavior="strict"
        allowDecimal={false}
        value={wish.capacity}
        onChange={(next) => typeof next === 'number' && setWish({ ...wish, capacity: next })}
      />
      <Button type="submit" loading={save.isPending} disabled={!name.trim() || wish.languages.length === 0}>
        {t('console:save')}
      </Button>
      {mayChangeRole && <Removal person={person} onDone={onClose} />}
    </form>
  )
}

export function RoleSelect({ value, onChange, disabled = false }: { value: Role; onChange: (role: Role) => void; disabled?: boolean }) {
  const { t } = useTranslation('team')
  return (
    <Select
      label={t('role')}
      description={t(`role-hint.${value}`)}
      disabled={disabled}
      allowDeselect={false}
      value={value}
      onChange={(next) => onChange(roles.find((role) => role === next) ?? value)}
      data={roles.map((role) => ({ value: role, label: t(`console:roles.${role}`) }))}
    />
  )
}

export function LanguagesSelect({ value, onChange }: { value: Language[]; onChange: (languages: Language[]) => void }) {
  const { t } = useTranslation('team')
  return (
    <MultiSelect
      label={t('languages')}
      description={t('languages-hint')}
      value={value}
      onChange={(next) => onChange(languages.filter((language) => next.includes(language)))}
      data={languages.map((language) => ({ value: language, label: t(`console:languages.${language}`) }))}
    />
  )
}
