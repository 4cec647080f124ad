import { beginsWithList, pageAddress, rememberedView } from '../conversations/page-address.ts'
import { hasten } from './underway.ts'

/**
 * A script of its own at the head of the page: while the large one is still on its way, the words of the language are fetched, and
 * who is signed in, and then the first page of the inbox. So nobody waits for one after the other.
 */
function begin(): void {
  const list = beginsWithList(location.pathname) ? [pageAddress(sessionStorage.getItem(rememberedView) ?? 'mine', '', 0), '/v1/labels'] : []
  const rest = ['/v1/me/habits', '/v1/me/desk', ...list]
  const askRest = () => {
    for (const path of rest) void hasten(path).catch(askedAgain)
  }
  fetchWords(localStorage.getItem('sambut.language') ?? navigator.language)
  const me = hasten('/v1/me')
  // The page says whether somebody seems to be signed in; where nobody does, the rest would only be refused.
  if ('session' in document.documentElement.dataset) {
    void me.catch(askedAgain)
    askRest()
  } else void me.then((answer) => answer.ok && askRest(), askedAgain)
}

/** The build says in the page where the words of each language lie. */
function fetchWords(language: string): void {
  const places = document.querySelector<HTMLMetaElement>('meta[name=words]')?.content.split(' ') ?? []
  const place = places.find((one) => one.includes(`/words-${language.slice(0, 2)}-`)) ?? places.find((one) => one.includes('/words-en-'))
  if (!place) return
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = place
  document.head.append(link)
}

/** A failure is said where the answer is wanted: there it is asked for once more. */
const askedAgain = () => undefined

begin()
