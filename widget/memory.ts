/** What this browser remembers between pages. Blocked storage is a normal case: then it lasts as long as the page. */
export interface Memory {
  read: (name: string) => string | null
  keep: (name: string, value: string | null) => void
  /** Names that begin with `prefix`, without order. */
  names: (prefix: string) => string[]
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export function makeMemory(site: string, open: () => Store): Memory {
  const root = memoryRoot(site)
  const page = new Map<string, string>()
  const store = openable(open)
  return {
    read: (name) => attempt(() => store?.getItem(root + name)) ?? page.get(name) ?? null,
    keep: (name, value) => {
      if (value === null) {
        page.delete(name)
        attempt(() => store?.removeItem(root + name))
        return
      }
      page.set(name, value)
      attempt(() => store?.setItem(root + name, value))
    },
    names: (prefix) => {
      const found = new Set([...page.keys()].filter((name) => name.startsWith(prefix)))
      attempt(() => {
        for (let at = 0; at < (store?.length ?? 0); at++) {
          const key = store?.key(at)
          if (key?.startsWith(root + prefix)) found.add(key.slice(root.length))
        }
      })
      return [...found]
    },
  }
}

/** Sites on one origin keep apart. */
export const memoryRoot = (site: string) => `sambut:${site}:`

function openable(open: () => Store): Store | undefined {
  // Merely naming localStorage throws in Firefox and Safari when cookies are blocked.
  return attempt(open)
}

function attempt<T>(what: () => T): T | undefined {
  try {
    return what()
  } catch {
    return undefined
  }
}
