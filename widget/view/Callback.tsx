import { useState } from 'preact/hooks'
import { spokenIn } from '../look.ts'
import { sayTime, wordsFor } from '../words.ts'
import { useDesk } from './desk.ts'
import { Agreed, Slots } from './Slots.tsx'

/** Row 13: nobody is on duty, or a time was agreed. Says so, says when, and offers a time or takes an address instead of a refusal. */
export function Callback() {
  const { say, shown, look } = useDesk()
  const notice = spokenIn(look?.notice, wordsFor(shown.language))
  const { opensAt, conversation, teamIsIn, callbackAt } = shown.state
  const [choosing, choose] = useState(false)
  return (
    <div class="place time">
      {!teamIsIn && (
        <p>
          <b>{notice || say('nobodyIn')}</b> {opensAt && say('opensAt', { time: sayTime(shown.language, opensAt, Date.now()) })}
        </p>
      )}
      {choosing ? <Slots onDone={() => choose(false)} /> : callbackAt && <Agreed at={callbackAt} onChange={() => choose(true)} />}
      {conversation && !callbackAt && !choosing && (
        <button type="button" class="button primary" onClick={() => choose(true)}>
          {say('slotsOpen')}
        </button>
      )}
      {!callbackAt && !choosing && <Address />}
    </div>
  )
}

/** An address, for as soon as somebody is in. */
function Address() {
  const { chat, store, memory, say, shown } = useDesk()
  const { conversation, phase, assistantPaused } = shown.state
  const [form, setForm] = useState(false)
  const [email, setEmail] = useState('')
  const [phone, setPhone] = useState('')
  const [wrong, setWrong] = useState(false)
  const given = shown.callbackGiven !== null && shown.callbackGiven === (conversation ?? 'new')
  const asks = form || ((phase === 'callback' || shown.askedForPerson) && !given)

  const send = async (event: Event) => {
    event.preventDefault()
    const wish = { ...(email.trim() ? { email: email.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}) }
    const sound = Object.keys(wish).length > 0 && (!email.trim() || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()))
    if (!sound || !(await chat.act('POST', '/w/callback', wish))) return setWrong(true)
    memory.keep('callback', conversation ?? 'new')
    store.change({ callbackGiven: conversation ?? 'new' })
    setForm(false)
  }

  return (
    <>
      {given && !form && <p role="status">{say('callbackThanks')}</p>}
      {!given && <p>{say(assistantPaused ? 'callbackToldPaused' : 'callbackTold')}</p>}
      {asks ? (
        <form class="contact" onSubmit={(event) => void send(event)} noValidate>
          <label>
            {say('email')}
            <input type="email" name="email" autocomplete="email" value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
          </label>
          <label>
            {say('phone')}
            <input type="tel" name="phone" autocomplete="tel" value={phone} onInput={(event) => setPhone(event.currentTarget.value)} />
          </label>
          {wrong && (
            <p class="wrong" role="alert">
              {say('callbackWrong')}
            </p>
          )}
          <button type="submit" class="button primary">
            {say('callbackSend')}
          </button>
        </form>
      ) : (
        <button type="button" class={given ? 'link' : 'button'} onClick={() => setForm(true)}>
          {say(given ? 'callbackChange' : 'callbackAsk')}
        </button>
      )}
    </>
  )
}
