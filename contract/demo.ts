import { z } from 'zod'

/** GET/PUT /v1/demo : the stream of simulated customers. Speed 0 pauses it. */
export const DemoState = z.strictObject({ speed: z.number().min(0).max(20), running: z.boolean(), customersSoFar: z.number().int() })
export type DemoState = z.infer<typeof DemoState>
export const DemoChange = z.strictObject({ speed: z.number().min(0).max(20) })
