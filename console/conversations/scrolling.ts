import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

type Box = RefObject<HTMLDivElement | null>

/** So near to the top one reads on into the past, in pixels. */
const nearTop = 120

/** Stays at the newest words while things load and arrive, unless the reader has scrolled up. */
export function useStickToEnd(box: Box): void {
  useEffect(() => {
    const list = box.current
    if (!list) return
    let sticks = true
    const note = () => {
      sticks = list.scrollHeight - list.scrollTop - list.clientHeight < 60
    }
    const follow = () => {
      if (sticks) list.scrollTop = list.scrollHeight
    }
    const arrivals = new MutationObserver(follow)
    arrivals.observe(list, { childList: true, subtree: true, characterData: true })
    list.addEventListener('scroll', note, { passive: true })
    follow()
    return () => {
      arrivals.disconnect()
      list.removeEventListener('scroll', note)
    }
  }, [box])
}

/** What is put in above moves nothing that is being read. */
export function useKeepPlace(box: Box, first: string | undefined): void {
  const before = useRef({ first, height: 0 })
  useEffect(() => {
    const list = box.current
    if (!list) return
    // Cards above may have grown since the last drawing; whoever gets to the top has scrolled.
    const note = () => {
      before.current.height = list.scrollHeight
    }
    list.addEventListener('scroll', note, { passive: true })
    return () => list.removeEventListener('scroll', note)
  }, [box])
  // Without a list of what it depends on: after each drawing the height is another one.
  useLayoutEffect(() => {
    const list = box.current
    if (!list) return
    const was = before.current
    if (was.first !== undefined && was.first !== first) list.scrollTop += list.scrollHeight - was.height
    before.current = { first, height: list.scrollHeight }
  })
}

/** Whoever scrolls to the top reads further back. */
export function useReadBack(box: Box, load: (() => void) | undefined): void {
  const latest = useRef(load)
  latest.current = load
  useEffect(() => {
    const list = box.current
    if (!list) return
    let last = list.scrollTop
    const look = () => {
      const isGoingUp = list.scrollTop < last
      last = list.scrollTop
      if (isGoingUp && last < nearTop) latest.current?.()
    }
    list.addEventListener('scroll', look, { passive: true })
    return () => list.removeEventListener('scroll', look)
  }, [box])
}
