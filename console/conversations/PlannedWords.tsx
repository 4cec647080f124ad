import { useTranslation } from 'react-i18next'
import type { Conversation, PlannedReply } from '../../contract/conversations.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { dayAndTime } from '../shell/numbers.ts'
import { writeHere } from './commands.ts'
import { useAct } from './queries.ts'

/** Words that wait for their time, or were held back when it came. */
export function PlannedWords({ conversation }: { conversation: Conversation }) {
  return conversation.planned.map((planned) => <Planned key={planned.id} conversation={conversation} planned={planned} />)
}

function Planned({ conversation, planned }: { conversation: Conversation; planned: PlannedReply }) {
  const { t } = useTranslation('conversations')
  const me = useMe().person.id
  const act = useAct(conversation.id)
  const end = () => {
    const body = { heldBack: planned.because !== null }
    act.mutate({ method: 'DELETE', path: `planned/${planned.id}`, body })
    // What was held back lies in the draft already.
    if (planned.because === null) window.dispatchEvent(new CustomEvent(writeHere, { detail: planned.text }))
  }
  return (
    <div className={`planned${planned.because ? ' is-held' : ''}`}>
      <Icon name="clock" size={15} />
      <div>
        <span className="planned-when">
          {planned.because ? t(`later.because.${planned.because}`) : t('later.will', { at: dayAndTime(planned.dueAt) })}
        </span>
        <div className="words">{planned.text}</div>
      </div>
      {planned.person === me && (
        <button type="button" className="link push" onClick={end}>
          {t(planned.because ? 'later.dismiss' : 'later.cancel')}
        </button>
      )}
    </div>
  )
}
