import { load } from './load.ts'

/** A library that names the language of a text. */
export interface ComparedDetector {
  name: string
  /** Two-letter codes; '' when it does not know. */
  open(): Promise<(text: string) => string>
}

export const detectors: readonly ComparedDetector[] = [
  {
    name: 'franc',
    async open() {
      const { franc } = await load<{ franc(text: string, options: object): string }>('franc')
      return (text) => twoLetters[franc(text, { minLength: 3 })] ?? ''
    },
  },
  {
    name: 'tinyld',
    async open() {
      const { detect } = await load<{ detect(text: string): string }>('tinyld')
      return detect
    },
  },
  {
    name: 'eld',
    async open() {
      const { eld } = await load<{ eld: { load(size: string): Promise<unknown>; detect(text: string): { language: string } } }>('eld')
      await eld.load('large')
      return (text) => eld.detect(text).language
    },
  },
  {
    name: 'cld3-asm',
    async open() {
      const { loadModule } = (await load<{ default: Cld }>('cld3-asm')).default
      const identifier = (await loadModule()).create(3, 1000)
      return (text) => identifier.findLanguage(text).language.replace(/-.*/, '')
    },
  },
]

interface Cld {
  loadModule(): Promise<{ create(least: number, most: number): { findLanguage(text: string): { language: string } } }>
}

const twoLetters: Readonly<Record<string, string>> = { eng: 'en', zlm: 'ms', ind: 'id', tha: 'th', cmn: 'zh', ekk: 'et', est: 'et' }
