import { useEffect, useState } from 'react'

/** What opens over a screen is made when it is first wanted, not with every screen; from then on it stays, with what was written into it. */
export function useWanted(wanted: boolean): boolean {
  const [isThere, setIsThere] = useState(false)
  useEffect(() => {
    if (wanted) setIsThere(true)
  }, [wanted])
  return wanted || isThere
}

/** Closed at the first drawing, and then opened: so it comes gently, and knows where the focus goes back to. */
export function useOpened(wanted: boolean): boolean {
  const [isDrawn, setIsDrawn] = useState(false)
  useEffect(() => setIsDrawn(true), [])
  return wanted && isDrawn
}
