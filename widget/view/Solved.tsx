import { useDesk } from './desk.ts'

export function Solved({ seq }: { seq: number }) {
  const { chat, store, memory, say, shown } = useDesk()
  const judge = async (solved: boolean) => {
    if (!(await chat.act('POST', '/w/solution', { seq, solved }))) return
    memory.keep('judged', String(seq))
    store.change({ judged: seq })
  }
  return (
    <fieldset class="solved">
      <legend>{say('solvedAsk')}</legend>
      <button type="button" class="button" onClick={() => void judge(true)}>
        {say('solvedYes')}
      </button>
      <button type="button" class="button" onClick={() => void judge(false)}>
        {say('solvedNo')}
      </button>
      {shown.state.phase === 'waiting' && <p class="hint">{say('solvedWaiting')}</p>}
    </fieldset>
  )
}
