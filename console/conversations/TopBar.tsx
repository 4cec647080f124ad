import { Button, Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import { shownKey, useOffered } from '../shell/commands.ts'
import { Face } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMay, useMe } from '../shell/me.ts'
import { clock, when } from '../shell/numbers.ts'
import { useWanted } from '../shell/wanted.ts'
import type { Dialog } from './dialog.ts'
import { Marks, Viewers } from './Marks.tsx'
import type { useAct } from './queries.ts'

const HandOver = lazy(() => import('./HandOver.tsx').then((file) => ({ default: file.HandOver })))

type Act = ReturnType<typeof useAct>['mutate']

interface Props {
  conversation: Conversation
  act: Act
  onTake: () => void
  onResolve: () => void
  onDialog: (dialog: Dialog) => void
  onCustomer: () => void
}

/** Who it is, who holds it, and what can be done with it. */
export function TopBar({ conversation, act, onTake, onResolve, onDialog, onCustomer }: Props) {
  const { t } = useTranslation('conversations')
  const mayServe = useMay('serve')
  const go = useNavigate()
  const [passing, setPassing] = useState(false)
  const mayPass = useWanted(passing)
  const { customer, mayReply, closedAt } = conversation
  const isFree = mayServe && !mayReply && !closedAt && conversation.holder?.kind !== 'person'
  return (
    <header className="talk-top">
      <button type="button" className="icon-button only-phone" onClick={() => void go({ to: '/inbox' })} aria-label={t('console:back')}>
        <Icon name="left" />
      </button>
      <Face name={customer.localName ?? customer.name} />
      <div className="talk-who">
        <h1 className="one-line">
          {customer.name ?? t('nameless', { number: conversation.number })} {customer.localName && <span>{customer.localName}</span>}
        </h1>
        <Holding conversation={conversation} />
        <Marks conversation={conversation} onDialog={onDialog} />
      </div>
      <Viewers conversation={conversation} />
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
        <More />
      </div>
      {mayPass && (
        <Suspense>
          <HandOver opened={passing} onClose={() => setPassing(false)} act={act} />
        </Suspense>
      )}
    </header>
  )
}

function Holding({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations')
  const me = useMe().person.id
  const { holder, state, callbackAt } = conversation
  const line =
    state === 'person' && holder
      ? holder.person === me
        ? t('holding.me', { at: clock(holder.since) })
        : t('holding.colleague', { name: holder.name, at: clock(holder.since) })
      : callbackAt && state === 'callback'
        ? t('holding.agreed', { at: `${when(callbackAt)} ${clock(callbackAt)}` })
        : t(`holding.${state}`)
  return <div className="faint talk-line one-line">{`#${conversation.number} · ${line} · ${t(`channel.${conversation.channel}`)}`}</div>
}

/** Everything that is offered for this conversation, by name: the same as in the palette. */
function More() {
  const { t } = useTranslation('conversations')
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className="icon-button" aria-label={t('console:more')}>
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="long-menu">
        <Offered />
      </Menu.Dropdown>
    </Menu>
  )
}

/** Looked up when the menu is open: the bar need not follow it. */
function Offered() {
  const commands = useOffered().filter((command) => command.group === 'conversation')
  return commands.map((command) => (
    <Menu.Item
      key={command.id}
      onClick={command.run}
      leftSection={command.icon && <Icon name={command.icon} size={15} />}
      rightSection={command.keys?.[0] && <kbd>{shownKey(command.keys[0])}</kbd>}
    >
      {command.label}
    </Menu.Item>
  ))
}
