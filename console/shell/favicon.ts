import { useEffect } from 'react'

const pixels = 64

/** The count stands in the title and on the icon of the tab, so that it is seen from another one. */
export function useCountInTab(count: number): void {
  useEffect(() => {
    document.title = count > 0 ? `(${count}) Sambut` : 'Sambut'
    const link = document.querySelector<HTMLLinkElement>('link[rel~="icon"]')
    if (!link) return
    link.dataset['plain'] ??= link.href
    const plain = link.dataset['plain']
    if (count === 0) link.href = plain
    else void drawWith(plain, count > 99 ? '99' : String(count)).then((drawn) => drawn && Object.assign(link, { href: drawn }))
  }, [count])
}

async function drawWith(icon: string, words: string): Promise<string | null> {
  const canvas = Object.assign(document.createElement('canvas'), { width: pixels, height: pixels })
  const pen = canvas.getContext('2d')
  const image = await load(icon)
  if (!pen || !image) return null
  pen.drawImage(image, 0, 0, pixels, pixels)
  pen.fillStyle = '#71234f'
  pen.beginPath()
  pen.arc(pixels * 0.68, pixels * 0.68, pixels * 0.32, 0, 2 * Math.PI)
  pen.fill()
  pen.fillStyle = '#ffffff'
  pen.font = `600 ${words.length > 1 ? 28 : 34}px sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(words, pixels * 0.68, pixels * 0.7)
  return canvas.toDataURL('image/png')
}

function load(source: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image)
    // Without its icon a tab still has its title.
    image.onerror = () => resolve(null)
    image.src = source
  })
}
