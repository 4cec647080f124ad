import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

type Box = RefObject<HTMLDivElement | null>

/** So near to the top one reads on into the past, in pixels. */
const nearTop = 120
/** So near to the end one is at the end, in pixels. */
const nearEnd = 60
/** As in talk.css: on a screen so low the conversation scrolls as one page, with its head and with the box to write in. */
const isLow = matchMedia('(max-height: 480px)')

/** What moves when the words are scrolled. */
const scrollerOf = (list: HTMLElement): HTMLElement => (isLow.matches ? (list.parentElement ?? list) : list)

/** Hears either of the two that may scroll; returns how to stop. */
function hearScroll(list: HTMLElement, hear: () => void): () => void {
  const both = [list, list.parentElement]
  for (const one of both) one?.addEventListener('scroll', hear, { passive: true })
  return () => {
    for (const one of both) one?.removeEventListener('scroll', hear)
  }
}

/** Stays at the newest words while things load and arrive, above or below them, unless the reader has scrolled up. */
export function useStickToEnd(box: Box): void {
  useLayoutEffect(() => {
    const list = box.current
    const all = list?.firstElementChild
    if (!list || !all) return
    let sticks = true
    let drawn = { scrollHeight: 0, clientHeight: 0 }
    const isNear = (page: HTMLElement, size: typeof drawn) => size.scrollHeight - page.scrollTop - size.clientHeight < nearEnd
    // Heard before or after it is told that something has come or gone: whoever was at the end as it was drawn last is there still.
    const note = () => {
      const page = scrollerOf(list)
      sticks = isNear(page, drawn) || isNear(page, page)
    }
    const follow = () => {
      const page = scrollerOf(list)
      if (isNear(page, drawn)) sticks = true
      drawn = { scrollHeight: page.scrollHeight, clientHeight: page.clientHeight }
      if (sticks) page.scrollTop = page.scrollHeight
    }
    // Told between layout and drawing, for the first time before anything is seen: to follow asks for no layout of its own.
    const growth = new ResizeObserver(follow)
    growth.observe(all)
    // The box grows smaller when something comes below it; where all is one page, what comes beside it makes the page longer.
    for (const one of list.parentElement?.children ?? []) growth.observe(one)
    const stop = hearScroll(list, note)
    return () => {
      growth.disconnect()
      stop()
    }
  }, [box])
}

/** What is put in above moves nothing that is being read. */
export function useKeepPlace(box: Box, first: string | undefined): void {
  const before = useRef({ first, height: 0 })
  // Read while the old words still stand: asked after each drawing, it would make the browser lay out the page once more.
  if (box.current && before.current.first !== first) before.current.height = scrollerOf(box.current).scrollHeight
  useLayoutEffect(() => {
    const list = box.current
    const was = before.current
    if (list && was.first !== undefined && was.first !== first) {
      const page = scrollerOf(list)
      page.scrollTop += page.scrollHeight - was.height
    }
    was.first = first
  }, [box, first])
}

/** Whoever scrolls to the top reads further back. */
export function useReadBack(box: Box, load: (() => void) | undefined): void {
  const latest = useRef(load)
  latest.current = load
  useEffect(() => {
    const list = box.current
    if (!list) return
    let last = scrollerOf(list).scrollTop
    return hearScroll(list, () => {
      const now = scrollerOf(list).scrollTop
      const isGoingUp = now < last
      last = now
      if (isGoingUp && last < nearTop) latest.current?.()
    })
  }, [box])
}
