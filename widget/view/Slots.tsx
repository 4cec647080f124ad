import { useEffect, useState } from 'preact/hooks'
import { sayTime } from '../words.ts'
import { useDesk } from './desk.ts'

/** Row 13: times that can really be promised; the customer takes one, and the place is kept until then. */
export function Slots({ onDone }: { onDone: () => void }) {
  const { chat, say, shown } = useDesk()
  const [times, setTimes] = useState<string[]>()
  const [email, setEmail] = useState('')
  const [wrong, setWrong] = useState<'slotGone' | 'callbackWrong'>()
  const look = async () => {
    const answer = await chat.read('/w/callback/slots')
    setTimes(answer.ok ? (answer.body as { slots: { at: string }[] }).slots.map(({ at }) => at) : [])
  }
  useEffect(() => void look(), [])

  const take = async (at: string) => {
    const address = email.trim()
    if (address && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return setWrong('callbackWrong')
    if (await chat.act('POST', '/w/callback', { at, ...(address && { email: address }) })) return onDone()
    setWrong('slotGone')
    await look()
  }

  if (!times) return null
  if (times.length === 0) return <p>{say('slotsNone')}</p>
  return (
    <div class="contact">
      <p>
        <b>{say('slotsAsk')}</b> {say('slotsTold')}
      </p>
      <label>
        {say('email')}
        <input type="email" name="email" autocomplete="email" value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
      </label>
      {wrong && (
        <p class="wrong" role="alert">
          {say(wrong)}
        </p>
      )}
      <div class="slots">
        {times.map((at) => (
          <button key={at} type="button" class="button" onClick={() => void take(at)}>
            {sayTime(shown.language, at, Date.now())}
          </button>
        ))}
      </div>
    </div>
  )
}

/** What was agreed, and the ways to change it. */
export function Agreed({ at, onChange }: { at: string; onChange: () => void }) {
  const { chat, say, shown } = useDesk()
  return (
    <>
      <p role="status">
        <b>{say('slotAgreed', { time: sayTime(shown.language, at, Date.now()) })}</b>
      </p>
      <p class="links">
        <button type="button" class="link" onClick={onChange}>
          {say('slotChange')}
        </button>
        <button type="button" class="link" onClick={() => void chat.act('DELETE', '/w/callback')}>
          {say('slotCancel')}
        </button>
      </p>
    </>
  )
}

/** Whoever waits may choose a time instead. */
export function Later() {
  const { say } = useDesk()
  const [open, setOpen] = useState(false)
  if (open) return <Slots onDone={() => setOpen(false)} />
  return (
    <p class="links">
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {say('slotsOffer')}
      </button>
    </p>
  )
}
