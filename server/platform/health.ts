import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { z } from 'zod'
import { one, sql } from './db.ts'
import type { Api } from './http.ts'
import { replayDead } from './runner.ts'

const Replayed = z.strictObject({ replayed: z.number().int() })

/** Whether the process lives, whether it can work, and its figures for Prometheus. */
export function healthRoutes(api: Api): void {
  const { platform, server } = api
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const toDo = new Gauge({ name: 'sambut_deliveries_due', help: 'Facts that wait to be acted upon', registers: [registry] })
  const dead = new Gauge({ name: 'sambut_deliveries_dead', help: 'Facts whose action was given up', registers: [registry] })

  server.get('/health/live', { schema: { summary: 'The process lives.', tags: ['health'] } }, async () => ({ live: true }))

  server.get(
    '/health/ready',
    { schema: { summary: 'It can work: the database answers and the demo company is made.', tags: ['health'] } },
    async (_request, reply) => {
      await sql`select 1`.execute(platform.database.platform)
      if (!platform.ready.is) return reply.code(503).header('retry-after', '1').send({ ready: false })
      return { ready: true }
    },
  )

  server.get('/metrics', { schema: { summary: 'Figures for Prometheus.', tags: ['health'] } }, async (_request, reply) => {
    const counts = await one(
      platform.database.platform,
      sql<{ due: number; dead: number }>`
        select count(*) filter (where dead_at is null and due_at <= now())::int as due, count(*) filter (where dead_at is not null)::int as dead from deliveries`,
    )
    toDo.set(counts.due)
    dead.set(counts.dead)
    return reply.type(registry.contentType).send(await registry.metrics())
  })

  api.post(
    '/v1/dead-letters/replay',
    'own',
    { says: 'Tries anew what was given up, after its cause was mended.', answer: Replayed },
    async ({ account }) => {
      const replayed = await replayDead(platform.database, account)
      platform.runner.kick()
      return { replayed }
    },
  )
}
