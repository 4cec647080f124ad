const paths = {
  inbox: 'M3 11.5 5 4.500h10l2 7v4H3zM3 11.500h4l1 2h4l1-2h4',
  floor:
    'M6 8.400a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM14 8.400a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM2.500 15.500c0-2.800 1.500-4.500 3.500-4.500s3.500 1.700 3.500 4.500M10.500 15.500c0-2.800 1.500-4.500 3.500-4.500s3.500 1.700 3.500 4.500',
  customers: 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.500c0-3.600 2.500-5.800 6-5.800s6 2.200 6 5.800',
  knowledge: 'M10 5.500C8.500 4.200 6 3.800 3 4v11c3-.2 5.500.2 7 1.500 1.500-1.300 4-1.700 7-1.500V4c-3-.2-5.500.2-7 1.500zM10 5.500v11',
  results: 'M3.500 16.500h13M5.500 13.500v-3M10 13.500v-9M14.500 13.500v-6',
  settings: 'M3 6h6M13 6h4M3 14h3M10 14h7M11 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  search: 'M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10zM13 13l3.500 3.500',
  check: 'm4.500 10.500 3.700 3.700 7.300-8',
  clock: 'M10 16.800a6.800 6.800 0 1 0 0-13.600 6.800 6.800 0 0 0 0 13.600zM10 6.200V10l2.600 1.800',
  lock: 'M4.500 9h11v7.500h-11zM7 9V6.500a3 3 0 0 1 6 0V9',
  shield: 'M10 3 4.500 5v4.500c0 3.500 2.200 6 5.500 7.500 3.300-1.500 5.500-4 5.500-7.500V5zM7 9.800l1.900 1.900 3.300-3.700',
  send: 'M3.500 10 16.500 4l-4 12.500-3-5zM9.500 11.500l7-7.500',
  doc: 'M5.500 3h6l3.500 3.500V17h-9.500zM11.500 3v3.500H15M8 10.500h4.500M8 13.500h3',
  chat: 'M3.500 5.200c0-.7.500-1.200 1.200-1.200h10.600c.7 0 1.200.5 1.200 1.200v7.100c0 .7-.5 1.200-1.200 1.200H9l-3.500 3v-3h-.8c-.7 0-1.200-.5-1.200-1.200z',
  left: 'M12 5.500 7.500 10l4.500 4.500',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  undo: 'M7 4.500 3.500 8 7 11.500M3.500 8H12a4 4 0 0 1 0 8H8',
  warn: 'M10 3.800 17 16H3zM10 8.500v3.500M10 14v.1',
  pause: 'M7.500 5v10M12.500 5v10',
  play: 'M6.500 4.500v11l9-5.500z',
  hand: 'M3 8c0 5 3 8.500 7 8.500S17 13 17 8M10 9.600a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200z',
  sum: 'M14.500 5.500v-1.500h-9l5 6-5 6h9v-1.500',
  truck:
    'M2.500 5h9v8.500h-9zM11.500 8h3.300l2.700 2.800v2.700h-6M6 16a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3zM14.500 16a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
  globe:
    'M10 16.800a6.800 6.800 0 1 0 0-13.600 6.800 6.800 0 0 0 0 13.600zM3.200 10h13.600M10 3.200c4 4.300 4 9.300 0 13.600-4-4.300-4-9.300 0-13.600z',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside a word; alone it needs a label on its button. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d={paths[name]} />
    </svg>
  )
}

/** The mark: a welcoming bowl and the one who is welcomed. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" role="img" aria-label="Sambut" style={{ color: 'var(--person)' }}>
      <path d="M5 15.500c0 8 5.600 14 13 14s13-6 13-14" fill="none" stroke="currentColor" strokeWidth={4.2} strokeLinecap="round" />
      <circle cx="18" cy="12.500" r="5" fill="currentColor" />
    </svg>
  )
}
