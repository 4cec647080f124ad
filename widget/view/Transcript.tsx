import { useEffect, useRef, useState } from 'preact/hooks'
import { useDesk } from './desk.ts'

/** The conversation by e-mail: first the address, then the code that was sent there, then it is on its way. */
export function Transcript() {
  const { chat, say } = useDesk()
  const [step, setStep] = useState<'address' | 'code' | 'sent'>('address')
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [step])

  const submit = async (event: Event) => {
    event.preventDefault()
    const isAddress = step === 'address'
    const done = isAddress
      ? await chat.act('POST', '/w/transcript', { email: email.trim() })
      : await chat.act('POST', '/w/transcript/code', { code: code.replace(/\s/g, '') })
    setWrong(!done)
    if (done) setStep(isAddress ? 'code' : 'sent')
  }

  if (step === 'sent') return <p role="status">{say('transcriptSent', { email })}</p>
  return (
    <form class="contact alone" onSubmit={(event) => void submit(event)} noValidate>
      <p>{step === 'address' ? say('transcriptTold') : say('transcriptCodeTold', { email })}</p>
      {step === 'address' ? (
        <label>
          {say('email')}
          <input ref={field} type="email" name="email" autocomplete="email" value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
        </label>
      ) : (
        <label>
          {say('transcriptCode')}
          <input
            ref={field}
            type="text"
            inputMode="numeric"
            autocomplete="one-time-code"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
            key="code"
          />
        </label>
      )}
      {wrong && (
        <p class="wrong" role="alert">
          {say(step === 'address' ? 'transcriptWrong' : 'transcriptCodeWrong')}
        </p>
      )}
      <button type="submit" class="button primary">
        {say(step === 'address' ? 'transcriptAsk' : 'transcriptSend')}
      </button>
      {step === 'code' && (
        <button type="button" class="link" onClick={() => setStep('address')}>
          {say('callbackChange')}
        </button>
      )}
    </form>
  )
}
