import type { WidgetAppearance } from '../contract/channels.ts'

/** How the owner wants the widget to look; null when it could not be asked: then it looks as the house made it. */
export async function fetchLook(host: string, site: string): Promise<WidgetAppearance | null> {
  try {
    const answer = await fetch(`${host}/w/appearance?site=${encodeURIComponent(site)}`, { credentials: 'omit', signal: AbortSignal.timeout(5000) })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

const names = { accent: '--person', hover: '--person-hover', on: '--on-person', tint: '--person-tint', edge: '--person-tint-2' } as const

/** The company's colour over the house's, as a sheet of its own. The server sends only what it has proved to be colours. */
export function paint(root: ShadowRoot, look: WidgetAppearance | null) {
  if (!look?.palette) return
  const { palette } = look
  const lines = (at: 0 | 1) => (Object.keys(names) as (keyof typeof names)[]).map((key) => `${names[key]}: ${palette[key][at]};`).join(' ')
  const sheet = new CSSStyleSheet()
  // Not `light-dark()`: that is younger than the oldest browsers we promise, and no build rewrites what is made here.
  sheet.replaceSync(`
    :host { ${lines(0)} }
    @media (prefers-color-scheme: dark) { :host(:not([data-theme="light"])) { ${lines(1)} } }
    :host([data-theme="dark"]) { ${lines(1)} }`)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}

type Texts = WidgetAppearance['greeting']

/** The owner's sentence in this language; empty when the house's own shall stand. */
export const spokenIn = (texts: Texts | undefined, language: string): string => Object.entries(texts ?? {}).find(([of]) => of === language)?.[1] ?? ''
