import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import type { NoticeKind, Preferences } from '../../contract/team.ts'
import { minutesNow, tellTimeAs } from '../shell/numbers.ts'

/** The screens as this person likes them, on whatever machine they sign in. */
export function usePreferences(preferences: Preferences): void {
  const { setColorScheme } = useMantineColorScheme()
  // Before anything below tells a time.
  tellTimeAs(preferences)
  const { look } = preferences
  // biome-ignore lint/correctness/useExhaustiveDependencies: the library makes its setter anew each time; what counts is the wish
  useEffect(() => setColorScheme(look), [look])
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Whether this minute of the day is one in which nothing may pop up or sound; quiet may run past midnight. */
export function isQuiet(quiet: Preferences['quiet'], minutes: number): boolean {
  if (!quiet) return false
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)]
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}

/** In which ways this may be told now. */
export function waysNow(preferences: Preferences, kind: NoticeKind, now: number): { browser: boolean; sound: boolean } {
  return isQuiet(preferences.quiet, minutesNow(now)) ? { browser: false, sound: false } : preferences.notify[kind]
}
