/** A colour as `#rrggbb`. */
export type Hex = `#${string}`

/** The company's colour in the widget's five uses, each for light and for dark pages. */
export interface Palette {
  /** The colour itself: buttons, links, the bubbles of people. */
  accent: Both
  hover: Both
  /** Words upon it. */
  on: Both
  tint: Both
  edge: Both
}
type Both = readonly [light: Hex, dark: Hex]

/** Text must stand out by this (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5

const paper: Both = ['#fffefd', '#1f1b1d']
const black: Hex = '#000000'
const white: Hex = '#ffffff'
const ink: Hex = '#1a1517'

export const isHex = (text: string): text is Hex => /^#[0-9a-f]{6}$/.test(text)

/** Contrast of two colours, 1–21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Hex, b: Hex): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** The owner's colour, moved towards black or white only as far as it takes to be read by everybody. */
export function paletteOf(colour: Hex): Palette {
  const light = readable(colour, paper[0], black)
  const dark = readable(colour, paper[1], white)
  return {
    accent: [light, dark],
    hover: [mix(light, black, 0.18), mix(dark, white, 0.22)],
    on: [wordsOn(light), wordsOn(dark)],
    tint: [mix(light, paper[0], 0.9), mix(dark, paper[1], 0.84)],
    edge: [mix(light, paper[0], 0.78), mix(dark, paper[1], 0.68)],
  }
}

/** White or ink, whichever is read better on this colour. On what can itself be read on paper or on dark, one of the two always can. */
export const wordsOn = (colour: Hex): Hex => (contrast(white, colour) >= contrast(ink, colour) ? white : ink)

function readable(colour: Hex, ground: Hex, towards: Hex): Hex {
  for (let step = 0; step <= 20; step += 1) {
    const moved = mix(colour, towards, step / 20)
    // Also as a word on its own tint, which lies between it and the ground.
    if (contrast(moved, ground) >= leastContrast && contrast(moved, mix(moved, ground, towards === black ? 0.9 : 0.84)) >= leastContrast) return moved
  }
  return towards
}

function mix(a: Hex, b: Hex, share: number): Hex {
  const [from, to] = [channels(a), channels(b)]
  return `#${from
    .map((value, n) =>
      Math.round(value + ((to[n] ?? 0) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Relative luminance, 0–1 (WCAG 2.2). */
function luminance(colour: Hex): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const channels = (colour: Hex): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
