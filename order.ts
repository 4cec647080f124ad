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

/** Which rooms a room may import, by top-level folder. `tests` and `scripts` may import everything. */
export const rooms: Record<string, readonly string[]> = {
  core: ['core'],
  contract: ['contract', 'core'],
  server: ['server', 'core', 'contract'],
  console: ['console', 'core', 'contract', 'locales'],
  widget: ['widget', 'contract', 'locales'],
  lab: ['lab', 'core', 'contract', 'server'],
}
