import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

const phone = '(max-width: 520px), (max-height: 480px)'

/**
 * The panel's keyboard: Escape closes it, and where it covers the whole screen the focus stays inside (WAI-ARIA APG,
 * dialog). On a desk the page beside it stays within reach, so nothing is trapped there. Focus that loses its element goes `home`.
 */
export function useDialog(panel: RefObject<HTMLElement | null>, home: RefObject<HTMLElement | null>, onEscape: () => void) {
  // In a writing field a finger would find the keyboard over what it has just pressed for.
  const goHome = () => (matchMedia('(pointer: coarse)').matches ? panel : home).current?.focus({ preventScroll: true })
  useEffect(() => (panel.current ? keepFocus(panel.current, goHome) : undefined), [])
  useEffect(() => {
    const element = panel.current
    const covers = matchMedia(phone)
    const mark = () => element?.setAttribute('aria-modal', String(covers.matches))
    // The keyboard of a phone covers half of a fixed panel; only the visual viewport knows.
    const fit = () => element?.style.setProperty('--seen-height', `${visualViewport?.height ?? innerHeight}px`)
    mark()
    fit()
    covers.addEventListener('change', mark)
    visualViewport?.addEventListener('resize', fit)
    return () => {
      covers.removeEventListener('change', mark)
      visualViewport?.removeEventListener('resize', fit)
    }
  }, [])

  return (event: KeyboardEvent) => {
    // The page's own shortcuts shall not hear what is typed here.
    event.stopPropagation()
    if (event.isComposing) return
    if (event.key === 'Escape') onEscape()
    if (event.key === 'Tab' && matchMedia(phone).matches) keepInside(panel.current, event)
  }
}

/** A button that goes when it is pressed would drop the focus to the page, and Escape with it. */
function keepFocus(panel: HTMLElement, goHome: () => void): () => void {
  let held: HTMLElement | null = null
  const isGone = () => held !== null && (!held.isConnected || held.matches(':disabled'))
  const come = ({ target }: FocusEvent) => {
    held = target instanceof HTMLElement ? target : null
  }
  // Some browsers tell of an element's end as if the reader had left it: whoever leaves by themselves leaves it standing.
  const leave = () =>
    queueMicrotask(() => {
      if (!isGone() && !panel.contains(activeIn(panel))) held = null
    })
  const watch = new MutationObserver(() => {
    if (!isGone()) return
    held = null
    goHome()
  })
  watch.observe(panel, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  panel.addEventListener('focusin', come)
  panel.addEventListener('focusout', leave)
  return () => {
    watch.disconnect()
    panel.removeEventListener('focusin', come)
    panel.removeEventListener('focusout', leave)
  }
}

function activeIn(panel: HTMLElement | null): Element | null {
  const root = panel?.getRootNode()
  return root instanceof ShadowRoot ? root.activeElement : document.activeElement
}

function keepInside(panel: HTMLElement | null, event: KeyboardEvent) {
  const stops = [...(panel?.querySelectorAll<HTMLElement>('button, input, textarea, a[href], [tabindex="0"]') ?? [])].filter(
    (element) => !element.hasAttribute('disabled') && element.tabIndex >= 0 && element.offsetParent !== null,
  )
  const edge = event.shiftKey ? stops[0] : stops.at(-1)
  if (activeIn(panel) !== edge) return
  event.preventDefault()
  ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
}
