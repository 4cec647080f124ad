import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import { clock } from '../shell/numbers.ts'

const word = (score: number, before: number | null) => {
  if (before !== null && score - before > 0.25) return score >= 0 ? 'calmer' : 'calming'
  if (before !== null && before - score > 0.25) return 'falling'
  if (score <= -0.35) return 'upset'
  return score >= 0.35 ? 'glad' : 'even'
}

/** Mood is a curve, never a face; the word beside it says the same. */
export function MoodCurve({ score, before }: { score: number; before: number | null }) {
  const { t } = useTranslation('conversations')
  const name = word(score, before)
  const path = name === 'even' ? 'M2 5 H12' : name === 'upset' || name === 'falling' ? 'M2 8 Q7 1 12 8' : 'M2 2 Q7 9 12 2'
  const tone = name === 'upset' || name === 'falling' ? ' is-bad' : name === 'even' ? '' : ' is-good'
  return (
    <span className={`mood${tone}`}>
      <svg viewBox="0 0 14 10" width="14" height="10" aria-hidden="true">
        <path d={path} />
      </svg>
      {t(`mood.${name}`)}
    </span>
  )
}

/** The trajectory over the conversation. */
export function MoodTrajectory({ moods }: { moods: Conversation['moods'] }) {
  const { t } = useTranslation('conversations')
  const last = moods.at(-1)
  if (!last) return <p className="faint">{t('mood.none')}</p>
  const x = (index: number) => (moods.length === 1 ? 150 : 8 + (index * 284) / (moods.length - 1))
  const y = (score: number) => 26 - score * 20
  const points = moods.map((mood, index) => `${x(index)},${y(mood.score)}`).join(' ')
  return (
    <svg
      viewBox="0 0 300 66"
      width="100%"
      role="img"
      aria-label={t('mood.trajectory', { n: moods.length, word: t(`mood.${word(last.score, moods.at(-2)?.score ?? null)}`) })}
    >
      <line x1="0" x2="300" y1="26" y2="26" stroke="var(--line)" />
      <polyline points={points} fill="none" stroke="var(--ink-3)" strokeWidth="1.75" strokeLinejoin="round" />
      {moods.map((mood, index) => (
        <circle
          key={mood.seq}
          cx={x(index)}
          cy={y(mood.score)}
          r="3.500"
          fill={mood.score < -0.2 ? 'var(--lost-fill)' : mood.score > 0.2 ? 'var(--won-fill)' : 'var(--ink-3)'}
        />
      ))}
      <text x="2" y="62" fontSize="11" fill="var(--ink-3)">
        {clock(moods[0]?.at ?? last.at)}
      </text>
      <text x="298" y="62" fontSize="11" fill="var(--ink-3)" textAnchor="end">
        {clock(last.at)}
      </text>
    </svg>
  )
}
