import { type CSSProperties, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Appearance } from '../../contract/channels.ts'
import { isHex, paletteOf } from '../../core/channels/palette.ts'
import type { Language } from '../../core/language.ts'
import { Bot } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'

type Words = Record<string, string>

/** The widget as it will look, light and dark side by side, while its settings are typed. */
export function Preview({ look, language }: { look: Appearance; language: Language }) {
  const { t } = useTranslation('channels')
  const words = useWidgetWords(language)
  return (
    <section className="look-preview" aria-label={t('look.preview')}>
      {([0, 1] as const).map((shade) => (
        <Shade key={shade} look={look} language={language} words={words} shade={shade} />
      ))}
    </section>
  )
}

function Shade({ look, language, words, shade }: { look: Appearance; language: Language; words: Words; shade: 0 | 1 }) {
  const { t } = useTranslation('channels')
  const { name } = useMe().account
  const { accent, on, tint, edge } = paletteOf(look.colour && isHex(look.colour) ? look.colour : '#71234f')
  const colours: CSSProperties & Record<`--${string}`, string> = {
    '--mine': accent[shade],
    '--on-mine': on[shade],
    '--mine-tint': tint[shade],
    '--mine-edge': edge[shade],
  }
  const launcher = look.launcher[language]?.trim()
  return (
    <figure className={`look-page is-${shade === 0 ? 'light' : 'dark'}`} style={colours} lang={language}>
      <div className={`look-panel is-${look.position}`}>
        <header>
          <Bot />
          <b>{name}</b>
        </header>
        <span className="look-person">{words['talkToPerson']}</span>
        {look.photo ? (
          <img className="look-face" src={look.photo} alt="" />
        ) : (
          look.initials.trim() && <span className="look-face">{look.initials}</span>
        )}
        <p className="look-greeting">{look.greeting[language]?.trim() || words['welcome']}</p>
        <p className="look-bubble">{t('look.sample')}</p>
        <p className="look-write">{words['write']}</p>
      </div>
      <div className={`look-launcher is-${look.position}`}>
        <span className={launcher ? 'is-worded' : undefined}>
          <Icon name="chat" size={27} />
          {launcher && <span className="one-line">{launcher}</span>}
        </span>
      </div>
      <figcaption className="sr-only">{t(shade === 0 ? 'console:look.light' : 'console:look.dark')}</figcaption>
    </figure>
  )
}

/** The widget's own sentences, from where the widget itself takes them. */
function useWidgetWords(language: Language): Words {
  const [words, setWords] = useState<Words>({})
  useEffect(() => {
    const chosen = new AbortController()
    fetch(`/widget/words/${language}.json`, { signal: chosen.signal })
      .then((answer) => (answer.ok ? answer.json() : {}))
      .then((read: Words) => setWords(read))
      // Without its sentences the preview shows colours and form alone.
      .catch(() => setWords({}))
    return () => chosen.abort()
  }, [language])
  return words
}
