import { Button, Menu, Modal, Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import type { TeamList } from '../../contract/team.ts'
import { get } from '../shell/api.ts'
import { Face } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMay, useMe } from '../shell/me.ts'
import { clock } from '../shell/numbers.ts'
import type { useAct } from './queries.ts'

type Act = ReturnType<typeof useAct>['mutate']

interface Props {
  conversation: Conversation
  act: Act
  onTake: () => void
  onResolve: () => void
  onBack: () => void
  onCustomer: () => void
}

/** Who it is, who holds it, and what can be done with it. */
export function TopBar({ conversation, act, onTake, onResolve, onBack, onCustomer }: Props) {
  const { t } = useTranslation('conversations')
  const mayServe = useMay('serve')
  const [passing, setPassing] = useState(false)
  const { customer, mayReply, closedAt } = conversation
  const isFree = mayServe && !mayReply && !closedAt && conversation.holder?.kind !== 'person'
  return (
    <header className="talk-top">
      <button type="button" className="icon-button only-phone" onClick={onBack} aria-label={t('console:back')}>
        <Icon name="left" />
      </button>
      <Face name={customer.localName ?? customer.name} />
      <div className="talk-who">
        <h1 className="one-line">
          {customer.name ?? t('nameless', { number: conversation.number })} {customer.localName && <span>{customer.localName}</span>}
        </h1>
        <Holding conversation={conversation} />
      </div>
      <div className="talk-acts">
        <button type="button" className="icon-button only-narrow" onClick={onCustomer} aria-label={t('customer')}>
          <Icon name="customers" />
        </button>
        {isFree && <Button onClick={onTake}>{t('take')}</Button>}
        {mayServe && !mayReply && closedAt && (
          <Button variant="default" onClick={() => act({ method: 'POST', path: 'reopening' })}>
            {t('reopen')}
          </Button>
        )}
        {mayReply && (
          <>
            <Button variant="default" className="only-desk" onClick={() => setPassing(true)}>
              {t('pass-on')}
            </Button>
            <Button variant="default" leftSection={<Icon name="check" size={15} />} onClick={onResolve}>
              {t('resolve')}
            </Button>
          </>
        )}
        <More conversation={conversation} act={act} onPass={() => setPassing(true)} />
      </div>
      <PassOn opened={passing} onClose={() => setPassing(false)} act={act} />
    </header>
  )
}

function Holding({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations')
  const me = useMe().person.id
  const { holder, state } = conversation
  const line =
    state === 'person' && holder
      ? holder.person === me
        ? t('holding.me', { at: clock(holder.since) })
        : t('holding.colleague', { name: holder.name, at: clock(holder.since) })
      : t(`holding.${state}`)
  return <div className="faint talk-line one-line">{`#${conversation.number} · ${line} · ${t(`channel.${conversation.channel}`)}`}</div>
}

function More({ conversation, act, onPass }: { conversation: Conversation; act: Act; onPass: () => void }) {
  const { t } = useTranslation('conversations')
  const mayServe = useMay('serve')
  if (!mayServe) return null
  const { mayReply, closedAt } = conversation
  const link = `${location.origin}/console/inbox/${conversation.id}`
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className="icon-button" aria-label={t('console:more')}>
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayReply && <Menu.Item onClick={() => act({ method: 'DELETE', path: 'claim', body: { to: 'queue' } })}>{t('give-back.queue')}</Menu.Item>}
        {mayReply && !conversation.askedForPerson && (
          <Menu.Item onClick={() => act({ method: 'DELETE', path: 'claim', body: { to: 'assistant' } })}>{t('give-back.assistant')}</Menu.Item>
        )}
        {mayReply && <Menu.Item onClick={onPass}>{t('pass-on')}</Menu.Item>}
        {mayReply && (
          <Menu.Item onClick={() => act({ method: 'POST', path: 'closure', body: { resolved: false, reason: 'other' } })}>
            {t('close-unsolved')}
          </Menu.Item>
        )}
        {mayReply && (
          <Menu.Item onClick={() => act({ method: 'POST', path: 'closure', body: { resolved: false, reason: 'spam' } })}>{t('close-spam')}</Menu.Item>
        )}
        {!mayReply && !closedAt && (
          <Menu.Item onClick={() => act({ method: 'PUT', path: 'override', body: { to: 'person' } })}>{t('override.person')}</Menu.Item>
        )}
        {!mayReply && !closedAt && !conversation.askedForPerson && (
          <Menu.Item onClick={() => act({ method: 'PUT', path: 'override', body: { to: 'assistant' } })}>{t('override.assistant')}</Menu.Item>
        )}
        <Menu.Item onClick={() => void navigator.clipboard.writeText(link)}>{t('copy-link')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function PassOn({ opened, onClose, act }: { opened: boolean; onClose: () => void; act: Act }) {
  const { t } = useTranslation('conversations')
  const me = useMe().person.id
  const [person, setPerson] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const { data } = useQuery({ queryKey: ['team'], queryFn: () => get<TeamList>('/v1/team'), enabled: opened })
  const colleagues = (data?.people ?? []).filter((one) => one.id !== me && one.presence === 'on' && one.load < one.capacity)
  const pass = () => {
    const words = note.trim() ? { note } : {}
    act({ method: 'DELETE', path: 'claim', body: person ? { to: 'person', person, ...words } : { to: 'queue', ...words } }, { onSuccess: onClose })
  }
  return (
    <Modal opened={opened} onClose={onClose} title={t('pass-on')}>
      <Select
        label={t('pass.to')}
        description={t('pass.to-hint')}
        placeholder={t('pass.queue')}
        clearable
        data={colleagues.map((one) => ({ value: one.id, label: `${one.name} · ${one.languages.join(', ')} · ${one.load}/${one.capacity}` }))}
        value={person}
        onChange={setPerson}
      />
      <Textarea
        mt="md"
        label={t('pass.note')}
        description={t('pass.note-hint')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button mt="md" onClick={pass}>
        {t('pass-on')}
      </Button>
    </Modal>
  )
}
