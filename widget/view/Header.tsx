import { useDesk } from './desk.ts'
import { Face, Icon } from './Icon.tsx'

/** Who is there, and the way to a person: in sight until one has come. */
export function Header({ close, why, transcript }: { close: () => void; why: () => void; transcript: () => void }) {
  const { chat, store, memory, say, shown } = useDesk()
  const { phase, person, teamIsIn, assistantPaused, conversation } = shown.state
  const withPerson = phase === 'person'

  const status = withPerson
    ? say('withPerson', { name: person?.name ?? say('person') })
    : phase === 'assistant'
      ? say(assistantPaused ? 'personNext' : 'withAssistant')
      : phase === 'waiting'
        ? say('personAsked')
        : say(teamIsIn ? 'teamIn' : 'teamOut')

  const toggleSound = () => {
    memory.keep('mute', shown.sound ? '1' : null)
    store.change({ sound: !shown.sound })
  }

  return (
    // No `header`: beside the page's own it would be a second banner.
    <div class="head">
      <div class="who">
        {withPerson ? <Face name={person?.name ?? ''} /> : <Face name={null} />}
        <div class="names">
          <h2>{shown.company || ' '}</h2>
          <p>
            {shown.visited ? status : ' '}
            {conversation && (
              <button type="button" class="link" onClick={why} title={say('whyTitle')}>
                {say('why')}
              </button>
            )}
          </p>
        </div>
        {conversation && (
          <button type="button" class="quiet" onClick={transcript} aria-label={say('transcript')} title={say('transcript')}>
            <Icon name="mail" />
          </button>
        )}
        <button type="button" class="quiet" onClick={toggleSound} aria-pressed={!shown.sound} aria-label={say('mute')} title={say('mute')}>
          <Icon name={shown.sound ? 'sound' : 'mute'} />
        </button>
        <button type="button" class="quiet" onClick={close} aria-label={say('close')} title={say('close')}>
          <Icon name="down" />
        </button>
      </div>
      {!withPerson && (
        <button
          type="button"
          class={shown.askedForPerson ? 'to-person asked' : 'to-person'}
          disabled={shown.askedForPerson}
          onClick={chat.wantPerson}
        >
          <Icon name={shown.askedForPerson ? 'check' : 'person'} small />
          {say(shown.askedForPerson ? (teamIsIn ? 'personAsked' : 'personAskedLater') : 'talkToPerson')}
        </button>
      )}
    </div>
  )
}
