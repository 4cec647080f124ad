/** A number as somebody typed it, with a comma or a point; null when it is none or leaves the bounds. What is on the screen is what counts. */
export function typedNumber(text: string, { min, max }: { min: number; max: number }): number | null {
  if (!/^\s*\d+([.,]\d+)?\s*$/.test(text)) return null
  const value = Number(text.trim().replace(',', '.'))
  return value >= min && value <= max ? value : null
}
