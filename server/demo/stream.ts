import type { DemoState } from '../../contract/demo.ts'
import type { Platform } from '../platform/platform.ts'

/** The stream of simulated customers and colleagues that keeps the demo company alive. */
export interface Demo {
  /** 1 is the pace of a quiet afternoon; 0 pauses everything. */
  setSpeed: (speed: number) => void
  state: () => DemoState
  stop: () => Promise<void>
}

export async function startDemo(_platform: Platform, _address: string): Promise<Demo> {
  return { setSpeed: () => {}, state: () => ({ speed: 0, running: false, customersSoFar: 0 }), stop: async () => {} }
}
