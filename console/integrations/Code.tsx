import { Button, CopyButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Something to copy into another place, exactly as it stands. */
export function Code({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation()
  return (
    <div className="code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section tabIndex={0} aria-label={label}>
        <pre>{text}</pre>
      </section>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
