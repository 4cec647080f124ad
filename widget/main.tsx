import { render } from 'preact'
import { Chat } from './chat.ts'
import { attach, dress } from './host.ts'
import { fetchLook, paint } from './look.ts'
import { type Memory, makeMemory, memoryRoot } from './memory.ts'
import { watchPresence } from './presence.ts'
import { readSettings, type Settings } from './settings.ts'
import { chime } from './sound.ts'
import { makeStore, nothingYet, type Snapshot, type Store } from './state.ts'
import { App } from './view/App.tsx'
import { DeskContext } from './view/desk.ts'
import { keepWords } from './words.ts'

// Only while the script runs does the page say which tag it came from.
const tag = document.currentScript

if (tag instanceof HTMLScriptElement) {
  const settings = readSettings(tag.src, { ...tag.dataset }, document.documentElement.lang || navigator.language)
  if (settings) void start(settings)
  else console.warn('sambut: the script tag has no data-site.')
}

/** Lets the page do what it has to do: on a slow phone the whole start at once would hold it for longer than a finger notices. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

async function start(settings: Settings) {
  await breathe()
  if (document.querySelector('sambut-chat')) return
  const root = attach(settings)
  await breathe()
  const asked = fetchLook(settings.host, settings.site)
  await breathe()
  const memory = makeMemory(settings.site, () => localStorage)
  const store = makeStore(remembered(settings, memory))
  const chat = new Chat(settings, memory, store, () => {
    const { open, sound } = store.now()
    if (sound && (!open || document.hidden)) chime()
  })
  await breathe()
  dress(root)
  const looked = asked.then((look) => {
    paint(root, look)
    if (look?.sound === false && memory.read('mute') === null) store.change({ sound: false })
    return look
  })
  // Nothing is drawn before its colours are known: a button that changes colour under the cursor is worse than one a moment later.
  keepWords(settings.host, store, async (say) => {
    const look = await looked
    const position = settings.position ?? look?.position ?? 'right'
    render(
      <DeskContext.Provider value={{ chat, store, memory, say, look, position }}>
        <App />
      </DeskContext.Provider>,
      root,
    )
  })
  await breathe()
  listen(settings, store, chat)
  // Somebody who never opened the chat leaves no trace with us; who was here before, or is signed in, is greeted again.
  if (memory.read('token') || settings.user) void chat.visit()
  void chat.effort.settle()
  if (store.now().outgoing.length > 0) void chat.flush()
}

function remembered(settings: Settings, memory: Memory): Snapshot {
  return {
    company: '',
    assistant: '',
    language: settings.language,
    visited: false,
    messages: [],
    state: nothingYet,
    outgoing: [],
    draft: memory.read('draft') ?? '',
    attached: [],
    typing: null,
    away: !navigator.onLine,
    mostAhead: 0,
    askedForPerson: memory.read('asked') !== null,
    judged: Number(memory.read('judged') ?? 0),
    effortGiven: memory.read('effort'),
    callbackGiven: memory.read('callback'),
    seen: Number(memory.read('seen') ?? 0),
    open: settings.open || memory.read('open') !== null,
    sound: memory.read('mute') === null,
  }
}

/** When the stream is worth its connection: the panel is open, or something is under way. */
function listen(settings: Settings, store: Store, chat: Chat) {
  let inSight = true
  const decide = () => {
    const { open, visited, state } = store.now()
    const underWay = state.phase !== 'new' && state.phase !== 'closed'
    chat.hold(inSight && visited && (open || underWay))
  }
  watchPresence(`sambut:${settings.site}:unseen`, (hold) => {
    inSight = hold
    decide()
  })
  store.subscribe(decide)
  addEventListener('pagehide', () => void chat.effort.settle())
  addEventListener('online', () => chat.nudge())
  addEventListener('offline', () => store.change({ away: true }))
  addEventListener('storage', (event) => {
    if (event.key?.startsWith(`${memoryRoot(settings.site)}out:`)) chat.showOutgoing()
    if (event.key === `${memoryRoot(settings.site)}seen`) store.change({ seen: Math.max(store.now().seen, Number(event.newValue ?? 0)) })
  })
}
