import type { StakeSeen } from './decision.ts'

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
  // An assistant that adds nothing is no reason to let anybody wait.
  return worth.resolves * worth.assistant <= 0 || outlook.price <= firstUpTo(worth, outlook.staysAfterHelp)
}

/**
 * What a minute earns here when a person goes first rather than the assistant with a person after it, in money: the price of a
 * minute at which both are worth the same, person − λh = r · assistant + (1 − r) · stays · (person − λh′).
 */
export function firstUpTo(worth: Worth, staysAfterHelp: number): number {
  const { person, assistant, resolves, minutes, minutesAfterHelp } = worth
  if (resolves * assistant <= 0) return person / minutes
  const followed = (1 - resolves) * staysAfterHelp
  return (person * (1 - followed) - resolves * assistant) / (minutes - followed * minutesAfterHelp)
}

/** What a person must bring, in money, to go first at this price: `firstUpTo` turned round. */
export function leastForPerson(worth: Worth, { price, staysAfterHelp }: Pick<Outlook, 'price' | 'staysAfterHelp'>): number {
  const { assistant, resolves, minutes, minutesAfterHelp } = worth
  const followed = (1 - resolves) * staysAfterHelp
  if (resolves * assistant <= 0 || followed >= 1) return price * minutes
  return (resolves * assistant + price * (minutes - followed * minutesAfterHelp)) / (1 - followed)
}

/** What is served next is what earns most: a request for a person counts as this multiple of the price at least. */
export function indexOf(worth: Worth, of: { asked: boolean; helped: boolean; price: number }): number {
  if (of.asked) return Math.max(worth.person / worth.minutes, askedMultiple * of.price)
  return of.helped ? worth.afterHelp : worth.uplift
}

const askedMultiple = 3

/** What one conversation will claim of people's minutes, by what a minute earns there. */
export function claimsOf(worth: Worth, asked: boolean): { perMinute: number; minutes: number }[] {
  if (asked) return [{ perMinute: Number.POSITIVE_INFINITY, minutes: worth.minutes }]
  const after = { perMinute: worth.afterHelp, minutes: (1 - worth.resolves) * worth.minutesAfterHelp }
  return worth.ahead > 0 ? [after, { perMinute: worth.ahead, minutes: worth.resolves * worth.minutes }] : [after]
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

/** The prospect of a weighed conversation. Nothing is assumed to be saved by what the assistant gathers until it is measured. */
export function prospectOf(stake: StakeSeen): Prospect {
  const { atRisk, toGain, gain, resolvedByPerson, resolvedByAssistant, handleMinutes } = stake
  const withAssistant = Math.max(0, toGain - gain)
  return {
    atRisk,
    resolvedByPerson,
    resolvedByAssistant,
    salesByPerson: toGain,
    // The owner's figure is for any conversation with the assistant; here it is for one that it has resolved.
    salesByAssistant: resolvedByAssistant > leastResolved ? withAssistant / resolvedByAssistant : 0,
    handleMinutes,
    gatheredMinutes: 0,
  }
}

/** An assistant that resolves less than one in a million sells to nobody. */
const leastResolved = 1e-6
