/** The parts of the OpenAPI document that the tests read. */
export interface OpenApi {
  openapi: string
  info: { title: string; version: string }
  components: { securitySchemes: Record<string, unknown> }
  paths: Record<string, Record<string, Operation>>
}

export interface Operation {
  summary?: string
  security?: Record<string, string[]>[]
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[]
  requestBody?: { content: Record<string, { schema?: { required?: string[] } }> }
  responses: Record<string, unknown>
  'x-permission'?: string
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export function listOperations(document: OpenApi): { method: Method; path: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    // The document writes methods in lower case; which there are, a test compares with the server's own list.
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase() as Method, path, operation })),
  )
}

/** The server's own list, from its tree: `GET /v1/customers/{id}`, without those that only answer HEAD and OPTIONS. */
export function listRoutes(tree: string): string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    // A part that only branches has no methods of its own.
    const [, indent = '', part = '', , methods = ''] = /^([│ ]*[├└]── )(\S+)( \(([A-Z, ]+)\))?/.exec(line) ?? []
    if (part === '') return []
    const depth = indent.length / 4 - 1
    above[depth] = part
    if (methods === '') return []
    const path = `/${above.slice(0, depth + 1).join('/')}`.replace(/\/+/g, '/').replace(/:(\w+)/g, '{$1}')
    return methods
      .split(', ')
      .filter((method) => !['HEAD', 'OPTIONS'].includes(method))
      .map((method) => `${method} ${path}`)
  })
}
