import { Policy } from '../routing/Policy.tsx'
import { Versions } from './Versions.tsx'

/** The numbers in force, what is proposed, and every version before. */
export function PolicyPage() {
  return (
    <>
      <Policy />
      <Versions />
    </>
  )
}
