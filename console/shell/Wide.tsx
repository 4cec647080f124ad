import type { ReactNode } from 'react'

/** What may be wider than the screen scrolls in a place of its own, which the keyboard reaches. */
export function Wide({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className={`scroll-x ${className ?? ''}`.trim()} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
