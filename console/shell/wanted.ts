import { useEffect, useState } from 'react'

/**
 * What opens over a screen is made when it is first wanted, not with every screen. It is made closed and then opened, so that it
 * comes gently and knows where the focus goes back to; from then on it stays, with what was written into it.
 */
export function useWanted(wanted: boolean): { isThere: boolean; opened: boolean } {
  const [isThere, setIsThere] = useState(false)
  useEffect(() => {
    if (wanted) setIsThere(true)
  }, [wanted])
  return { isThere: wanted || isThere, opened: wanted && isThere }
}
