import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { pack } from '../scripts/pack.ts'

const here = import.meta.dirname
const out = join(here, '../build/widget')
const locales = join(here, '../locales')

/** One classic script with the style inside; the sentences lie beside it, one file a language. */
export default defineConfig({
  root: here,
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: ['chrome111', 'safari16.4', 'firefox115'],
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: join(here, 'main.tsx'), formats: ['iife'], name: 'sambut', fileName: () => 'widget.js' },
    rolldownOptions: { output: { extend: true } },
  },
  plugins: [{ name: 'words', closeBundle: copyBeside }],
})

function copyBeside() {
  copyFileSync(join(here, 'try.html'), join(out, 'try.html'))
  mkdirSync(join(out, 'words'), { recursive: true })
  for (const language of readdirSync(locales)) copyFileSync(join(locales, language, 'widget.json'), join(out, 'words', `${language}.json`))
  pack(out)
}
