/** Hands a file to the browser, as if it had been downloaded. */
export function saveFile(name: string, content: string | Blob, type = 'text/plain'): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has read it by then; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
