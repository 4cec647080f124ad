import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { pack } from '../scripts/pack.ts'

const here = import.meta.dirname
const out = join(here, '../build/console')
/** Runs before the rest has arrived, so it is a file of its own. */
const isEarly = (id: string) => /\/(early|underway|page-address)\.ts$/.test(id)

/**
 * One file for all that the first screen needs, instead of fifty small ones that each cost a request; what only other screens need
 * stays with them.
 */
export default defineConfig({
  root: here,
  base: '/console/',
  plugins: [react(), places(), readAhead(), { name: 'pack', closeBundle: () => pack(out) }],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'early', test: isEarly, priority: 1 },
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
  },
})

/**
 * Says in the page where the words of each language lie, so that the early script can fetch those that will be read; lets that
 * script run as soon as it is there, because in their order scripts wait for the style sheet; and fetches the letters at once, or
 * the page would be laid out a second time when they come.
 */
function places(): Plugin {
  return {
    name: 'places',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const files = Object.keys(bundle ?? {})
        const words = files.filter((file) => /\/words-\w\w-[^/]+\.js$/.test(file))
        const letters = files.filter((file) => /\/inter-latin-wght-[^/]+\.woff2$/.test(file))
        return {
          html: html.replace(/<script (?=[^>]*\/early-)/, '<script async '),
          tags: [
            { tag: 'meta', attrs: { name: 'words', content: words.map((file) => `/console/${file}`).join(' ') }, injectTo: 'head-prepend' },
            ...letters.map((file) => ({
              tag: 'link',
              attrs: { rel: 'preload', href: `/console/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
              injectTo: 'head' as const,
            })),
          ],
        }
      },
    },
  }
}

/**
 * The first screen calls most of what its file holds: the browser reads all of it while it arrives, beside the page, instead of
 * function by function when they are called. Browsers that do not know the sign pass over it.
 */
function readAhead(): Plugin {
  return {
    name: 'read-ahead',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && file.name === 'first') file.code = `//# allFunctionsCalledOnLoad\n${file.code}`
      },
    },
  }
}
