import { useState } from 'preact/hooks'
import type { WidgetState } from '../../contract/channels.ts'
import type { Say } from '../words.ts'
import { sayTime } from '../words.ts'
import { Callback } from './Callback.tsx'
import { useDesk } from './desk.ts'
import { Later } from './Slots.tsx'

/** Row 10: the place is safe, how many are ahead, how long; leaving is the customer's own word, and can be taken back. */
export function Place({ why }: { why: () => void }) {
  const { chat, say, shown } = useDesk()
  const { state } = shown
  const mayReturn =
    state.mayReturnUntil !== null && Date.parse(state.mayReturnUntil) > Date.now() && state.phase !== 'waiting' && state.phase !== 'person'
  const nobodyIn = !state.teamIsIn && state.phase !== 'person'

  return (
    <>
      {/* The region stands before its words do, or screen readers would not announce them. */}
      <div role="status" class={state.phase === 'waiting' && state.place ? 'place' : 'place empty'}>
        {state.phase === 'waiting' && state.place && <Waiting place={state.place} why={why} />}
        {state.phase === 'waiting' && state.place && <Later />}
      </div>
      {mayReturn && (
        <div class="place">
          <p>
            <b>{say('left')}</b> {say('returnUntil', { time: sayTime(shown.language, state.mayReturnUntil ?? '', Date.now()) })}
          </p>
          <button type="button" class="button" onClick={() => void chat.act('PUT', '/w/place')}>
            {say('returnToPlace')}
          </button>
        </div>
      )}
      {(nobodyIn || state.phase === 'callback') && shown.visited && <Callback />}
    </>
  )
}

type PlaceTold = NonNullable<WidgetState['place']>

function Waiting({ place, why }: { place: PlaceTold; why: () => void }) {
  const { chat, say, shown } = useDesk()
  const [asking, ask] = useState(false)
  const leave = async () => {
    await chat.act('DELETE', '/w/place')
    ask(false)
  }
  return (
    <>
      <Seats ahead={place.ahead} most={shown.mostAhead} />
      <p class="told">
        <b>{say('placeSafe')}</b> {place.ahead > 0 ? say('ahead', { count: place.ahead }) : say('aheadNone')}
      </p>
      <p class="range">{sayRange(say, place.range)}</p>
      {place.because && <p class="because">{sayBecause(say, place.because)}</p>}
      {asking ? (
        <div class="ask">
          <p>
            <b>{say('leaveAsk')}</b> {say('leaveTold')}
          </p>
          <button type="button" class="button primary" onClick={() => ask(false)}>
            {say('leaveNo')}
          </button>
          <button type="button" class="button" onClick={() => void leave()}>
            {say('leaveYes')}
          </button>
        </div>
      ) : (
        <p class="links">
          <button type="button" class="link" onClick={why} title={say('whyTitle')}>
            {say('why')}
          </button>
          <button type="button" class="link" onClick={() => ask(true)}>
            {say('leave')}
          </button>
        </p>
      )}
    </>
  )
}

/** Those served since, those ahead, and you. More than nine are not drawn: the sentence says the number. */
function Seats({ ahead, most }: { ahead: number; most: number }) {
  const shownAhead = Math.min(ahead, 9)
  const gone = Math.min(Math.max(0, most - ahead), 9 - shownAhead)
  return (
    <div class="seats" aria-hidden="true">
      {seats(gone, 'seat gone')}
      {ahead > 9 && <span class="more">…</span>}
      {seats(shownAhead, 'seat')}
      <i class="seat you" />
    </div>
  )
}

function sayRange(say: Say, range: PlaceTold['range']): string {
  if (!range) return say('rangeNone')
  const [from, to] = [Math.max(0, Math.floor(range.from)), Math.max(1, Math.ceil(range.to))]
  if (from === 0) return say('rangeUnder', { count: to })
  return from === to ? say('rangeOne', { count: to }) : say('range', { from, to })
}

function sayBecause(say: Say, because: NonNullable<PlaceTold['because']>): string {
  const values = Object.fromEntries(Object.entries(because.numbers).map(([name, value]) => [name, value ?? '']))
  return say(`because_${because.code}`, values) || say('because')
}

const seats = (count: number, kind: string) => Array.from({ length: count }, (_, at) => <i key={at} class={kind} />)
