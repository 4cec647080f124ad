import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

type Box = RefObject<HTMLDivElement | null>

/** So near to the top one reads on into the past, in pixels. */
const nearTop = 120

/** Stays at the newest words while things load and arrive, unless the reader has scrolled up. */
export function useStickToEnd(box: Box): void {
  useLayoutEffect(() => {
    const list = box.current
    const all = list?.firstElementChild
    if (!list || !all) return
    let sticks = true
    const note = () => {
      sticks = list.scrollHeight - list.scrollTop - list.clientHeight < 60
    }
    const follow = () => {
      if (sticks) list.scrollTop = list.scrollHeight
    }
    // Told between layout and drawing, for the first time before anything is seen: to follow asks for no layout of its own.
    const growth = new ResizeObserver(follow)
    growth.observe(all)
    // The box grows smaller when something comes below it.
    growth.observe(list)
    list.addEventListener('scroll', note, { passive: true })
    return () => {
      growth.disconnect()
      list.removeEventListener('scroll', note)
    }
  }, [box])
}

/** What is put in above moves nothing that is being read. */
export function useKeepPlace(box: Box, first: string | undefined): void {
  const before = useRef({ first, height: 0 })
  // Read while the old words still stand: asked after each drawing, it would make the browser lay out the page once more.
  if (box.current && before.current.first !== first) before.current.height = box.current.scrollHeight
  useLayoutEffect(() => {
    const list = box.current
    const was = before.current
    if (list && was.first !== undefined && was.first !== first) list.scrollTop += list.scrollHeight - was.height
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
