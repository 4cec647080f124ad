import { z } from 'zod'
import { Id, Time, Words } from './shapes.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** GET /v1/audit : who changed what when, newest first. */
export const AuditQuery = z.strictObject({
  about: Words(64).optional(),
  person: Id.optional(),
  from: Time.optional(),
  to: Time.optional(),
  cursor: Words(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export const AuditPage = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: Id,
      at: Time,
      /** A person, or an API key by its name; a person who is gone has no name any more. */
      person: z.strictObject({ id: Id, name: z.string().nullable() }).nullable(),
      key: z.string().nullable(),
      about: z.string(),
      /** Method and path without ids, such as `PUT policy/pause`; or `sign-in`. */
      action: z.string(),
      subject: z.string().nullable(),
      changes: z.array(z.strictObject({ path: z.string(), before: Scalar, after: Scalar })),
    }),
  ),
  /** What there is in the trail to filter by. */
  abouts: z.array(z.string()),
  cursor: z.string().nullable(),
})
export type AuditPage = z.infer<typeof AuditPage>
