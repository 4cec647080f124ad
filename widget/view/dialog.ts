import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

const phone = '(max-width: 520px), (max-height: 480px)'

/**
 * The panel's keyboard: Escape closes it, and where it covers the whole screen the focus stays inside (WAI-ARIA APG,
 * dialog). On a desk the page beside it stays within reach, so nothing is trapped there.
 */
export function useDialog(panel: RefObject<HTMLElement | null>, onEscape: () => void) {
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

function keepInside(panel: HTMLElement | null, event: KeyboardEvent) {
  const stops = [...(panel?.querySelectorAll<HTMLElement>('button, input, textarea, a[href], [tabindex="0"]') ?? [])].filter(
    (element) => !element.hasAttribute('disabled') && element.tabIndex >= 0 && element.offsetParent !== null,
  )
  const root = panel?.getRootNode()
  const at = root instanceof ShadowRoot ? root.activeElement : document.activeElement
  const edge = event.shiftKey ? stops[0] : stops.at(-1)
  if (at !== edge) return
  event.preventDefault()
  ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
}
