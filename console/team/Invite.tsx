import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, Role } from '../../contract/team.ts'
import type { Language } from '../../core/language.ts'
import { ask } from '../shell/api.ts'
import { say } from '../shell/said.ts'
import { sayTrouble } from '../shell/Trouble.tsx'
import { currentLanguage } from '../shell/words.ts'
import { LanguagesSelect, RoleSelect } from './PersonEditor.tsx'

/** A new colleague gets a link by e-mail; nobody chooses a password for somebody else. */
export function Invite({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('team')
  return (
    <Modal opened={opened} onClose={onClose} title={t('invite')} closeButtonProps={{ 'aria-label': t('console:close') }}>
      <Form onClose={onClose} />
    </Modal>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('team')
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('team')
  const [languages, setLanguages] = useState<Language[]>([currentLanguage()])
  const invite = useMutation({
    mutationFn: () => ask<Person>('POST', '/v1/team', { name: name.trim(), email: email.trim(), role, languages }),
    onSuccess: async (person) => {
      say(t('invited', { name: person.name }))
      await queries.invalidateQueries({ queryKey: ['team'] })
      onClose()
    },
    onError: sayTrouble,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate()
  }
  return (
    <form className="team-form" onSubmit={submit}>
      <p className="quiet">{t('invite-hint')}</p>
      <TextInput label={t('name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
      <TextInput label={t('email')} type="email" required value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
      <RoleSelect value={role} onChange={setRole} />
      <LanguagesSelect value={languages} onChange={setLanguages} />
      <Button type="submit" loading={invite.isPending} disabled={!name.trim() || languages.length === 0}>
        {t('invite-send')}
      </Button>
    </form>
  )
}
