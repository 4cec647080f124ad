import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useEffect } from 'react'
import type { Me } from '../../contract/team.ts'
import { ask, get, Refused } from './api.ts'

const beatSeconds = 20

/** Who is signed in; null when nobody is. */
export const meQuery = {
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async () => {
    try {
      return await get<Me>('/v1/me')
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return null
      throw error
    }
  },
}
export const useMaybeMe = () => useQuery(meQuery)

/** Who is signed in, on screens that nobody sees signed out. */
export function useMe(): Me {
  const me = useContext(SignedInMe)
  if (!me) throw new Error('this screen needs somebody who is signed in')
  return me
}

/** Asked for once and handed down: a screen asks who it is in a hundred places. */
export const SignedInMe = createContext<Me | null>(null)

export const useMay = (permission: string) => useMe().may.includes(permission)

/** While the console is open, what one holds stays one's own. */
export function useHeartbeat(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const beat = () => void ask('PUT', '/v1/me/heartbeat').catch(() => undefined)
    beat()
    const timer = setInterval(beat, beatSeconds * 1000)
    return () => clearInterval(timer)
  }, [active])
}
