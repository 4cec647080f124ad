import { useEffect, useState } from 'react'

/** The time, anew every so many milliseconds; stands still while nobody looks at the page. */
export function useNow(everyMilliseconds: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setNow(Date.now())
    }, everyMilliseconds)
    return () => clearInterval(timer)
  }, [everyMilliseconds])
  return now
}
