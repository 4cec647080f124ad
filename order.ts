/** The line along which the product is laid out. A slice may import what stands before it, never what comes after. */
export const line = [
  'channels',
  'customers',
  'conversations',
  'understanding',
  'value',
  'team',
  'queue',
  'routing',
  'knowledge',
  'assistant',
  'assist',
  'feedback',
  'metrics',
  'learning',
  'outreach',
  'coaching',
  'trust',
  'integrations',
] as const

/**
 * Windows onto the whole line: they read over all slices and call their actions, own no table, and nobody imports them.
 * `inbox` is what the team sees, `web` what the customer's page sees, `demo` the company that is made for a first look.
 */
export const windows = ['inbox', 'web', 'demo'] as const

/** Which rooms a room may import, by top-level folder. `tests` and `scripts` may import everything. */
export const rooms: Record<string, readonly string[]> = {
  core: ['core'],
  contract: ['contract', 'core'],
  server: ['server', 'core', 'contract'],
  console: ['console', 'core', 'contract', 'locales'],
  widget: ['widget', 'contract', 'locales'],
  lab: ['lab', 'core', 'contract', 'server'],
}
