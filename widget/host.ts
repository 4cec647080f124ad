import type { Settings } from './settings.ts'
import files from './styles/files.css?inline'
import frame from './styles/frame.css?inline'
import parts from './styles/parts.css?inline'
import talk from './styles/talk.css?inline'
import tokens from './styles/tokens.css?inline'

/**
 * The widget's own island: the page's style does not leak in, ours not out, and nothing on the page moves. Constructed
 * style sheets pass under a page's Content-Security-Policy where a style element would be refused.
 */
export function attach(settings: Settings): ShadowRoot {
  const host = document.createElement('sambut-chat')
  // On a page in Arabic or Hebrew our own six languages still run from left to right; what people write has the direction of its words.
  host.dir = 'ltr'
  if (settings.theme) host.dataset['theme'] = settings.theme
  const root = host.attachShadow({ mode: 'open' })
  const join = () => document.body.append(host)
  if (document.body) join()
  else addEventListener('DOMContentLoaded', join, { once: true })
  return root
}

/** Gives the island its style, before anything is drawn in it. */
export function dress(root: ShadowRoot): void {
  root.adoptedStyleSheets = [tokens, frame, talk, parts, files].map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
}
