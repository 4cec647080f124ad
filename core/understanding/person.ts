import { decisivePlaces } from './judge/because.ts'
import type { Wording } from './judge/evidence.ts'
import { askedIn, hitsIn } from './person/asked.ts'
import type { PersonModel } from './person/model.ts'
import { scoreOf } from './person/score.ts'
import { type Window, windowsOf } from './person/windows.ts'
import type { Hit } from './phrases/lexicon.ts'
import { type Token, tokenise } from './phrases/tokens.ts'
import type { Finding, Span } from './reading.ts'

/**
 * Row 4, promise 1: a request for a person is heard in every language at once, also in mixed ones. Rules hear what is said plainly, with
 * nothing else at hand; the model weighs everything else that was said.
 */
export function wantsPerson(text: string, model: PersonModel | null, wording?: Wording): Finding<boolean> {
  const readings = readWindows(windowsOf(text, wording), model)
  const best = readings.reduce((most, reading) => (reading.confidence > most.confidence ? reading : most))
  const heard = readings.filter(({ is }) => is).slice(0, mostShown)
  if (heard.length === 0) return { is: false, confidence: 1 - best.confidence, because: [] }
  return { is: true, confidence: best.confidence, because: heard.flatMap(({ because }) => because()) }
}

/** Further windows that ask say nothing new. */
const mostShown = 3
/** Of a pasted document the model reads so many windows at either end; between them rules look at so many that name a person at all. */
const mostWeighed = 8
const mostHeard = 40

/** What a document says between its ends is mostly another's words: there a request must be plain enough for the rules. */
function readWindows(windows: readonly Window[], model: PersonModel | null): WindowReading[] {
  const atEnds = windows.filter((_, index) => index < mostWeighed || index >= windows.length - mostWeighed)
  const between = windows
    .slice(mostWeighed, -mostWeighed)
    .filter(({ text }) => namesPerson.test(text))
    .slice(0, mostHeard)
  const pointedTo = between.filter((window) => readWindow(window, null).is).slice(0, mostWeighed)
  return [...atEnds, ...pointedTo].map((window) => readWindow(window, model))
}

/** The words without which nobody asks for a person plainly, in the six languages. */
const namesPerson =
  /human|person|people|agent|some(?:one|body)|operator|represent|staff|support|manager|supervisor|speak|talk|call|orang|manusia|ejen|agen|petugas|admin|cs|คน|เจ้าหน้าที่|พนักงาน|แอดมิน|ผู้จัดการ|人|客服|经理|經理|主管|inimes|teenindaja|klienditu|keegi|operaator|juhataja/i

/** A window with the probability that it asks for a person. */
interface WindowReading {
  is: boolean
  confidence: number
  because: () => Span[]
}

function readWindow(window: Window, model: PersonModel | null): WindowReading {
  return model ? weigh(window, model) : hear(window)
}

/** By the rules alone. */
function hear({ text, at, wording }: Window): WindowReading {
  const tokens = wording?.tokens ?? tokenise(text)
  const { asked } = askedIn(tokens, hitsIn(tokens))
  return { is: asked.length > 0, confidence: asked.length > 0 ? 0.97 : 0.1, because: () => placed(spansOf(text, tokens, asked), at) }
}

function weigh(whole: Window, model: PersonModel): WindowReading {
  const { score, window, judged } = scoreOf(model.judge, whole)
  const probability = probabilityOf(model, score)
  const lead = score - limitOf(model)
  const because = () => placed(decisivePlaces(model.judge, judged, { text: window.text, column: 0, lead }), window.at)
  return { is: probability >= model.threshold, confidence: probability, because }
}

function placed(spans: readonly Span[], at: number): Span[] {
  return spans.map((span) => ({ ...span, from: span.from + at, to: span.to + at }))
}

function probabilityOf({ slope, offset }: PersonModel, score: number): number {
  return 1 / (1 + Math.exp(-(slope * score + offset)))
}

/** The score at which the probability is the threshold. */
function limitOf({ slope, offset, threshold }: PersonModel): number {
  return (Math.log(threshold / (1 - threshold)) - offset) / slope
}

function spansOf(text: string, tokens: readonly Token[], asked: readonly Hit[]): Span[] {
  const spans = new Map<number, Span>()
  for (const { first, last } of asked) {
    const from = tokens[first]?.from ?? 0
    const to = tokens[last]?.to ?? from
    if (to > (spans.get(from)?.to ?? -1)) spans.set(from, { text: text.slice(from, to), from, to, weight: 1 })
  }
  return [...spans.values()].sort((a, b) => a.from - b.from)
}
