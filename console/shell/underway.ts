const underway = new Map<string, Promise<Response>>()

/** Asks the server before anybody wants the answer. */
export function hasten(path: string): Promise<Response> {
  const answer = fetch(path, { credentials: 'same-origin' })
  underway.set(path, answer)
  return answer
}

/** The answer that is on its way already, once. Undefined when there is none; what was refused is for the asker to ask anew. */
export async function takeEarly(path: string): Promise<Response | undefined> {
  const answer = underway.get(path)
  underway.delete(path)
  try {
    const response = await answer
    return response?.ok ? response : undefined
  } catch {
    return undefined
  }
}
