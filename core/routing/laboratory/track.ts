/** What became of each customer of a day under one policy. */
export interface Track {
  state: Uint8Array
  /** Value kept. */
  value: Float64Array
  /** When they began to wait for a person, when they stopped, NaN if never. */
  joined: Float64Array
  left: Float64Array
  /** Person's minutes spent. */
  minutes: Float64Array
  ending: Uint8Array
  /** A request for a person went to people before anything else. */
  honoured: Uint8Array
  /** The assistant has kept them company; it has tried in vain. */
  kept: Uint8Array
  helped: Uint8Array
  promised: Uint8Array
  by: Int32Array
}

export const ending = { none: 0, assistant: 1, person: 2, abandoned: 3, released: 4, unserved: 5 } as const

export function emptyTrack(count: number): Track {
  return {
    state: new Uint8Array(count),
    value: new Float64Array(count),
    joined: new Float64Array(count).fill(Number.NaN),
    left: new Float64Array(count).fill(Number.NaN),
    minutes: new Float64Array(count),
    ending: new Uint8Array(count),
    honoured: new Uint8Array(count),
    kept: new Uint8Array(count),
    helped: new Uint8Array(count),
    promised: new Uint8Array(count),
    by: new Int32Array(count).fill(-1),
  }
}
