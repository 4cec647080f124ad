import { plain } from '../shell/numbers.ts'

/** A difference of shares, in percentage points with its sign. */
export const points = (difference: number) => `${difference < 0 ? '−' : '+'}${plain(Math.abs(difference) * 100)}`
