/** A payment card's digits in one piece, or in the groups that stand on the card. */
const looks = /(?<![\p{N}+])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5})(?![\p{N}-])/gu

/** The text with spaces where a payment card's number stands, so that every place stays. */
export function withoutCards(text: string): string {
  return text.replace(looks, (written) => (isCard(written.replace(/\D/g, '')) ? ' '.repeat(written.length) : written))
}

/** Below 16 digits only the schemes that issue such short ones (3 and 4 in front): others may be numbers to call. */
function isCard(digits: string): boolean {
  return (digits.length >= 16 || /^[34]/.test(digits)) && hasLuhnDigit(digits)
}

/** Whether the last digit checks the others. Source: ISO/IEC 7812-1, annex B (Luhn). */
function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((before, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return before + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}
