import type { QueryClient } from '@tanstack/react-query'
import { beginsWithList } from '../conversations/page-address.ts'
import { firstView, labelsQuery, pageQuery } from '../conversations/queries.ts'
import { deskQuery } from '../queue/Desk.tsx'
import { habitsQuery } from './habits.ts'
import { meQuery } from './me.ts'

/** So long the first drawing waits for answers that were asked for early; then it shows what is coming. */
const patienceMilliseconds = 1000

/** Takes up what the early script has asked for, so that the first drawing is the whole screen and not three halves one after the other. */
export async function takeUpEarly(queries: QueryClient): Promise<void> {
  await Promise.race([takeUp(queries), new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))])
}

/** Nothing is thrown: whatever fails is asked for again, and said, by the screen that needs it. */
async function takeUp(queries: QueryClient): Promise<void> {
  await queries.prefetchQuery(meQuery)
  const me = queries.getQueryData<Awaited<ReturnType<typeof meQuery.queryFn>>>(meQuery.queryKey)
  if (!me) return
  const serving = me.may.includes('serve') ? [queries.prefetchQuery(habitsQuery), queries.prefetchQuery(deskQuery)] : []
  const list = beginsWithList(location.pathname) ? [queries.prefetchQuery(pageQuery(firstView(), '', 0)), queries.prefetchQuery(labelsQuery)] : []
  await Promise.all([...serving, ...list])
}
