import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const here = import.meta.dirname
const out = join(here, '../../build/shop')
const locales = join(here, '../../locales')

/** The demo shop: a page of its own that only puts the widget's script tag in. */
export default defineConfig({
  root: here,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: join(here, 'shop.ts'), formats: ['iife'], name: 'shop', fileName: () => 'shop.js' },
  },
  plugins: [{ name: 'pages', closeBundle: copyPages }],
})

function copyPages() {
  mkdirSync(join(out, 'words'), { recursive: true })
  for (const file of ['shop.html', 'shop.css']) copyFileSync(join(here, file), join(out, file))
  for (const language of readdirSync(locales)) copyFileSync(join(locales, language, 'shop.json'), join(out, 'words', `${language}.json`))
}
