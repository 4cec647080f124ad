import type { Problem } from '../../contract/shapes.ts'
import { takeEarly } from './underway.ts'

/** A refusal of the server; screens show the sentence for its code. */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: string
  readonly status: number
  /** Where the request is wrong, for screens that can point at it. */
  readonly details: { path: string; message: string }[]
  constructor(code: string, status: number, details: Refused['details'] = []) {
    super(code)
    this.code = code
    this.status = status
    this.details = details
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Asks the server. The answer's shape is the contract's; throws Refused with its code, or `offline` when nobody answers. */
export async function ask<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  let response: Response
  try {
    const early = method === 'GET' ? await takeEarly(path) : undefined
    response =
      early ??
      (await fetch(path, {
        method,
        credentials: 'same-origin',
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }))
  } catch {
    throw new Refused('offline', 0)
  }
  const text = await response.text()
  const answer: unknown = text === '' ? null : parse(text)
  if (!response.ok) throw new Refused(codeOf(answer), response.status, (answer as Partial<Problem> | null)?.error?.details)
  // The server checks every answer against the contract before it sends it.
  return answer as Answer
}

export const get = <Answer>(path: string) => ask<Answer>('GET', path)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function codeOf(answer: unknown): string {
  const problem = answer as Partial<Problem> | null
  return problem?.error?.code ?? (answer as { code?: string } | null)?.code ?? 'internal'
}
