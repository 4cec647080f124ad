/** The demo company's page: somebody's shop, which knows of Sambut only the one script tag that it puts in. */
const languages = { en: 'English', ms: 'Melayu', id: 'Indonesia', th: 'ไทย', zh: '中文', et: 'Eesti' }
type Language = keyof typeof languages

const drawings: Record<string, string[]> = {
  saar: ['M20 40h160v10H20zM34 50h9v58h-9zM157 50h9v58h-9z'],
  korb: ['M70 18h10v52h44v9h-6v30h-8V79H80v30h-8zM62 12h26v8H62z'],
  pohja: ['.cloth M30 46h18v26h104V46h18v48H30zM52 40h96v28H52z', 'M40 94h8v14h-8zM152 94h8v14h-8z'],
  laine: ['.cloth M24 58h152v22H24zM30 44h44v14H30z', 'M18 80h164v10H18zM24 90h8v16h-8zM168 90h8v16h-8z'],
  kuu: ['.clay M70 56c3-26 15-38 30-38s27 12 30 38z', 'M97 56h6v44h-6zM80 100h40v7H80z'],
  too: ['M22 44h156v9H22zM30 53h8v55h-8zM162 53h8v55h-8zM116 53h44v30h-44z'],
}
const prices: Record<string, number> = { saar: 549, korb: 149, pohja: 890, laine: 499, kuu: 59, too: 329 }

const widget = '/widget.js'

void start()

async function start(): Promise<void> {
  const language = chosen()
  document.documentElement.lang = language
  const words = (await (await fetch(`./words/${language}.json`)).json()) as Record<string, string>
  for (const place of document.querySelectorAll<HTMLElement>('[data-say]')) place.textContent = words[place.dataset['say'] ?? ''] ?? ''
  drawLanguages(language)
  drawGoods(words, language)
  trustTheWidget()
  putWidgetIn(language)
  document.querySelector('.ask')?.addEventListener('click', openChat)
}

/** From the address, else from the browser. */
function chosen(): Language {
  const wish = (new URLSearchParams(location.search).get('lang') ?? navigator.language).slice(0, 2)
  return wish in languages ? (wish as Language) : 'en'
}

function drawLanguages(current: Language): void {
  for (const [code, name] of Object.entries(languages)) {
    const link = document.createElement('a')
    link.href = `?lang=${code}`
    link.lang = code
    link.textContent = name
    if (code === current) link.setAttribute('aria-current', 'true')
    document.getElementById('languages')?.append(link)
  }
}

function drawGoods(words: Record<string, string>, language: Language): void {
  const euro = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
  for (const [good, shapes] of Object.entries(drawings)) {
    const item = document.createElement('li')
    item.append(draw(shapes), text('b', words[good] ?? ''), text('span', words[`${good}Text`] ?? ''), text('em', euro.format(prices[good] ?? 0)))
    document.getElementById('goods')?.append(item)
  }
}

function draw(shapes: string[]): SVGElement {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  picture.setAttribute('viewBox', '0 0 200 120')
  picture.setAttribute('aria-hidden', 'true')
  for (const shape of shapes) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    const [, kind, lines] = /^(?:\.(\w+) )?(.*)$/.exec(shape) ?? []
    if (kind) path.setAttribute('class', kind)
    path.setAttribute('d', lines ?? '')
    picture.append(path)
  }
  return picture
}

function text(tag: string, words: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = words
  return element
}

/** The page lets no string become a script, but for this one. */
function trustTheWidget(): void {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string | null }) => void }
  }
  trustedTypes?.createPolicy('default', { createScriptURL: (url) => (url === widget ? url : null) })
}

function putWidgetIn(language: Language): void {
  const script = document.createElement('script')
  script.src = widget
  script.async = true
  script.dataset['site'] = document.querySelector<HTMLMetaElement>('meta[name=sambut-site]')?.content ?? ''
  script.dataset['language'] = language
  document.head.append(script)
}

function openChat(): void {
  document.querySelector('sambut-chat')?.shadowRoot?.querySelector('button')?.click()
}
