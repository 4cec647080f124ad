import { Button, CopyButton, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvitedPerson, Role } from '../../contract/team.ts'
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
      {opened && <Inviting onClose={onClose} />}
    </Modal>
  )
}

function Inviting({ onClose }: { onClose: () => void }) {
  const [invited, setInvited] = useState<InvitedPerson>()
  return invited ? <Unsent person={invited} onClose={onClose} /> : <Form onUnsent={setInvited} onClose={onClose} />
}

/** Without a mail server the link is handed over by whoever invites: this once it can be copied. */
function Unsent({ person: { name, invitation }, onClose }: { person: InvitedPerson; onClose: () => void }) {
  const { t } = useTranslation('team')
  const { link } = invitation
  return (
    <div className="team-form" role="status">
      <p>
        <b>{t('invited', { name })}</b> {t(link ? 'invite-link-hint' : 'invite-known', { name })}
      </p>
      {link && (
        <>
          <TextInput label={t('invite-link')} readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
          <CopyButton value={link}>{({ copied, copy }) => <Button onClick={copy}>{t(`console:${copied ? 'copied' : 'copy'}`)}</Button>}</CopyButton>
        </>
      )}
      <Button variant="default" onClick={onClose}>
        {t('console:close')}
      </Button>
    </div>
  )
}

function Form({ onUnsent, onClose }: { onUnsent: (person: InvitedPerson) => void; onClose: () => void }) {
  const { t } = useTranslation('team')
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('team')
  const [languages, setLanguages] = useState<Language[]>([currentLanguage()])
  const invite = useMutation({
    mutationFn: () => ask<InvitedPerson>('POST', '/v1/team', { name: name.trim(), email: email.trim(), role, languages }),
    onSuccess: async (person) => {
      await queries.invalidateQueries({ queryKey: ['team'] })
      if (!person.invitation.mailed) return onUnsent(person)
      say(t('invited', { name: person.name }))
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
