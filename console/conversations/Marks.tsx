import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import { Face } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useViewers } from '../shell/live.ts'
import { useMay } from '../shell/me.ts'
import { dayAndTime } from '../shell/numbers.ts'
import type { Dialog } from './dialog.ts'
import { useLabels, useTeam } from './queries.ts'

/** What the team has marked on it: labels, urgency, snooze, where it was merged. */
export function Marks({ conversation, onDialog }: { conversation: Conversation; onDialog: (dialog: Dialog) => void }) {
  const { t } = useTranslation('conversations')
  const mayServe = useMay('serve')
  const labels = useLabels()
  const { urgency, snoozed, mergedInto } = conversation
  const worn = conversation.labels.flatMap((id) => labels.get(id) ?? [])
  if (worn.length === 0 && urgency === 'normal' && !snoozed && !mergedInto) return null
  const open = (which: Dialog) => mayServe && onDialog(which)
  return (
    <div className="marks">
      {urgency !== 'normal' && (
        <button type="button" className={`mark is-${urgency}`} onClick={() => open('urgency')}>
          <Icon name="flag" size={12} /> {t(`urgency.${urgency}`)}
        </button>
      )}
      {snoozed && (
        <button type="button" className="mark" onClick={() => open('snooze')}>
          <Icon name="clock" size={12} /> {snoozed.until ? t('snooze.until', { at: dayAndTime(snoozed.until) }) : t('snooze.until-reply')}
        </button>
      )}
      {worn.map((label) => (
        <button key={label.id} type="button" className={`label is-${label.colour}`} onClick={() => open('label')}>
          {label.name}
        </button>
      ))}
      {mergedInto && (
        <a className="mark" href={`/console/inbox/${mergedInto.id}`}>
          <Icon name="merge" size={12} /> {t('merge.into', { number: mergedInto.number })}
        </a>
      )}
    </div>
  )
}

/** Colleagues who have it open too; whoever writes is named. */
export function Viewers({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations')
  const team = useTeam()
  const people = useViewers(conversation.id).flatMap(({ person, types }) => {
    const name = team.find((one) => one.id === person)?.name
    return name ? [{ person, name, types }] : []
  })
  const [first] = people
  if (!first) return null
  return (
    <div className="viewers" role="status">
      {people.slice(0, 3).map(({ person, name }) => (
        <Face key={person} name={name} small ours />
      ))}
      <span className="one-line">{t(first.types ? 'viewers.types' : 'viewers.looks', { name: first.name })}</span>
    </div>
  )
}
