import type { Page } from 'playwright-core'
import { standStill } from './views.ts'

/**
 * What is cut off on the page as it stands: words wider or higher than the box that hides the rest, and a page that scrolls
 * sideways. A customer's own words may be shortened (`one-line`, clamped lines): their whole is one step away.
 */
export async function findClipped(page: Page): Promise<string[]> {
  await standStill(page)
  return (await page.evaluate(look)) as string[]
}

/** Runs in the page, so it is told as text: this room knows no DOM. */
const look = `(() => {
  const found = []
  const root = document.documentElement
  const hides = (style, axis) => ['hidden', 'clip'].includes(style['overflow' + axis])
  const name = (element) => element.tagName.toLowerCase() + (element.className && element.className.baseVal === undefined ? '.' + String(element.className).trim().split(/\\s+/).filter((part) => !part.startsWith('m_')).slice(0, 2).join('.') : '')
  if (root.scrollWidth > innerWidth + 1) {
    const beyond = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    found.push('the page scrolls sideways: ' + root.scrollWidth + ' > ' + innerWidth + ': ' + beyond.slice(-3).map(name).join(', '))
  }
  for (const element of document.querySelectorAll('body *')) {
    const words = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent.trim()).join('')
    if (words === '' || element.closest('.skip, [aria-hidden=true], option, script, style, .one-line, .clamp, [data-own-words]')) continue
    const box = element.getBoundingClientRect()
    // A dot of one pixel is said to readers of the screen alone.
    if (box.width <= 1 || box.height <= 1) continue
    const range = document.createRange()
    range.selectNodeContents(element)
    const text = range.getBoundingClientRect()
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around)
      const room = around.getBoundingClientRect()
      const wide = hides(style, 'X') && text.right > room.right + 1.5
      const high = hides(style, 'Y') && style.overflowY !== 'auto' && text.bottom > room.bottom + 3
      if (style.webkitLineClamp && style.webkitLineClamp !== 'none') break
      if (['auto', 'scroll'].includes(style.overflowX) || ['auto', 'scroll'].includes(style.overflowY)) break
      if (wide || high) {
        found.push('"' + words.slice(0, 50) + '" in ' + name(element) + (around === element ? '' : ' by ' + name(around)))
        break
      }
    }
  }
  return [...new Set(found)]
})()`

/** The longest language that nobody speaks: every word of ours 40 % longer, with accents above and below. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.evaluate(stretch)
  await page.waitForTimeout(100)
}

const stretch = `(() => {
  const walk = document.createTreeWalker(document.body, 4)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement
    const words = node.textContent
    if (!/\\p{L}{3}/u.test(words) || parent.closest('.one-line, .clamp, [data-own-words], script, style, article, input, textarea, kbd')) continue
    node.textContent = '[' + words.replace(/[aeiou]/g, (sign) => ({ a: 'ắ', e: 'ể', i: 'ỉ', o: 'ộ', u: 'ủ' })[sign]) + ' ' + 'ểộ '.repeat(Math.ceil(words.length * 0.13)) + ']'
  }
})()`
