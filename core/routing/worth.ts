/** What is believed of one conversation. Money in the account's currency, minutes of a person of usual skill. */
export interface Prospect {
  /** p_loss · V. */
  atRisk: number
  resolvedByPerson: number
  resolvedByAssistant: number
  /** P(purchase) · margin: with a person, and with the assistant once it has resolved the matter. */
  salesByPerson: number
  salesByAssistant: number
  handleMinutes: number
  /** Minutes that are saved when the assistant has gathered order, goal and what was tried. */
  gatheredMinutes: number
}

export interface Worth {
  /** What comes of it when a person serves, whether or not the assistant has tried before. */
  person: number
  /** What comes of it when the assistant resolves it. */
  assistant: number
  /** P(the assistant resolves it). */
  resolves: number
  minutes: number
  minutesAfterHelp: number
  /** Money per minute of a person: instead of the assistant, and once the assistant has tried in vain. */
  uplift: number
  afterHelp: number
  /** Money per minute for keeping the assistant out of it although a person would follow if it fails. */
  ahead: number
}

/**
 * Row 7: the index of a conversation (value.md §2), before and after the assistant has tried. In a fluid of customers each
 * one splits into two jobs for people: (1 − r) · h minutes that earn `afterHelp` when the assistant goes first and fails, and
 * r · h more that earn `ahead` when a person goes first. Filling people's minutes with the dearest jobs first is the optimum
 * of that fluid (Atar, Giat & Shimkin 2010: with exponential patience cμ/θ is value per minute, whatever one has waited).
 */
export function worthOf(prospect: Prospect): Worth {
  const { atRisk, resolvedByPerson, resolvedByAssistant, salesByPerson, salesByAssistant, handleMinutes: minutes } = prospect
  const person = resolvedByPerson * atRisk + salesByPerson
  const assistant = atRisk + salesByAssistant
  const minutesAfterHelp = afterGathering(minutes, prospect.gatheredMinutes)
  return {
    person,
    assistant,
    resolves: resolvedByAssistant,
    minutes,
    minutesAfterHelp,
    uplift: (person - resolvedByAssistant * assistant) / minutes,
    afterHelp: person / minutesAfterHelp,
    ahead: (person - assistant) / minutes,
  }
}

/** Whatever was gathered before, a person still reads it, greets and answers: a quarter of the time stays. */
export function afterGathering(minutes: number, gathered: number): number {
  return Math.max(minutes / 4, minutes - gathered)
}

export interface Outlook {
  /** Shadow price of a person's minute. */
  price: number
  /** P(still there when a person comes): going to a person now, and when the assistant has tried in vain. */
  stays: number
  staysAfterHelp: number
}

/**
 * Row 10: a person who is free, or the assistant first with the place kept? The assistant may resolve what a person would have
 * sold better, and customers lose patience meanwhile; a person's minutes cost what they would earn elsewhere.
 */
export function personFirst(worth: Worth, outlook: Outlook): boolean {
  const now = Math.max(0, worth.person - outlook.price * worth.minutes)
  const followed = outlook.staysAfterHelp * Math.max(0, worth.person - outlook.price * worth.minutesAfterHelp)
  // An assistant that adds nothing is no reason to let anybody wait.
  return now >= worth.resolves * worth.assistant + (1 - worth.resolves) * followed
}

/** Row 10: who waits is helped beside the queue, unless what the assistant resolves would be worth less than the wait for a person. */
export function helpGivesAway(worth: Worth, outlook: Outlook): boolean {
  return outlook.stays * (worth.person - outlook.price * worth.minutes) > worth.assistant
}

/**
 * Mean of the true value given an estimate of it that carries lognormal noise, among customers whose values are lognormal:
 * an unsure estimate says little, the segment the rest (normal–normal posterior on the logarithm). Noise of mean 1.
 */
export function believedValue(estimate: number, noise: number, segment: { median: number; spread: number }): number {
  if (noise === 0 || estimate <= 0 || segment.median <= 0) return estimate
  const own = segment.spread ** 2 / (segment.spread ** 2 + noise ** 2)
  const log = own * (Math.log(estimate) + noise ** 2 / 2) + (1 - own) * Math.log(segment.median)
  return Math.exp(log + (own * noise ** 2) / 2)
}
