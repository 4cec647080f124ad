export interface Settings {
  /** Where the widget came from; all its requests go there. */
  host: string
  site: string
  language: string
  user: SignedIn | null
  /** null: as the owner has set it. */
  position: 'left' | 'right' | null
  theme: 'light' | 'dark' | null
  open: boolean
}

export interface SignedIn {
  id: string
  signature: string
  name?: string
  email?: string
}

/** Reads what the page wrote on its script tag; undefined when there is no site key, so that nothing starts by halves. */
export function readSettings(source: string, marks: Record<string, string | undefined>, browserLanguage: string): Settings | undefined {
  const site = marks['site']
  if (!site) return undefined
  return {
    host: new URL(source).origin,
    site,
    language: marks['language'] || browserLanguage,
    user: readUser(marks),
    position: marks['position'] === 'left' || marks['position'] === 'right' ? marks['position'] : null,
    theme: marks['theme'] === 'light' || marks['theme'] === 'dark' ? marks['theme'] : null,
    open: marks['open'] !== undefined && marks['open'] !== 'false',
  }
}

function readUser(marks: Record<string, string | undefined>): SignedIn | null {
  const { userId, userSignature, userName, userEmail } = marks
  if (!userId || !userSignature) return null
  return { id: userId, signature: userSignature, ...(userName ? { name: userName } : {}), ...(userEmail ? { email: userEmail } : {}) }
}
