import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { clock, day, plain } from '../shell/numbers.ts'
import { currentLanguage } from '../shell/words.ts'

/** A figure with half of its 95 % interval. */
export interface Ratio {
  value: number | null
  half: number | null
}

/** The name of a number of the policy; one that has none yet is called as the policy calls it. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('trust')
  return (field) => {
    const key = `trust:fields.${field.replaceAll('.', '-')}`
    return i18next.exists(key) ? t(`fields.${field.replaceAll('.', '-')}`) : field
  }
}

/** The name of a group of customers that is audited. */
export function useGroupName(): (dimension: string, group: string) => string {
  const { t } = useTranslation('trust')
  return (dimension, group) => {
    if (dimension === 'value') return t('groups.value', { group })
    if (dimension === 'history') return t(group === 'new' ? 'groups.new' : 'groups.returning')
    return i18next.exists(`console:languages.${group}`) ? t(`console:languages.${group}`) : t('groups.unknown')
  }
}

/** 2024-01-01 was a Monday. */
export function weekdayName(weekday: number, style: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(currentLanguage(), { weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday))
}

export const within = ({ value, half }: Ratio, say: (value: number) => string): string =>
  value === null ? '–' : half === null ? whole(value, say) : `${whole(value, say)} ± ${say(half)}`

/** With its sign; what rounds to nothing has none. */
export const signed = (value: number, say: (value: number) => string): string =>
  value > 0 && say(value) !== say(0) ? `+${say(value)}` : whole(value, say)

/** A difference: as `within`, with its sign. */
export const changed = ({ value, half }: Ratio, say: (value: number) => string): string =>
  value === null ? '–' : half === null ? signed(value, say) : `${signed(value, say)} ± ${say(half)}`

const whole = (value: number, say: (value: number) => string) => (say(Math.abs(value)) === say(0) ? say(0) : say(value))

export const minutes = (value: number) => plain(value, 1)
export const moment = (at: string) => `${day(at)}, ${clock(at)}`
/** Whether the interval leaves a doubt on which side of nothing it lies. */
export const isChance = ({ value, half }: Ratio) => value === null || half === null || Math.abs(value) <= half
