import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { languages } from '../core/language.ts'
import { checkHouse } from '../scripts/check-house.ts'

const root = join(import.meta.dirname, '..')
const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('the house is in order', () => {
  expect(refusalsIn(root)).toEqual([])
})

const faults: [fault: string, files: Record<string, string>, refusal: string][] = [
  [
    'a browser that would carry the schemas',
    { 'console/team/Team.tsx': "import { Person } from '../../contract/team.ts'\n", 'contract/team.ts': '' },
    'console/team/Team.tsx:1 imports more than types from contract; its schemas stay out of browsers',
  ],
  [
    'a criterion of accessibility that names a test which is not there',
    { 'docs/wcag.csv': 'criterion,level,title,status,test,note\n1.1.1,A,Non-text Content,met,tests/gone.test.ts,\n' },
    'docs/wcag.csv:2 1.1.1 names the test tests/gone.test.ts, which is not there',
  ],
  [
    'a slice that imports a later one',
    {
      'server/team/presence.ts': "import type { Db } from '../platform/db.ts'\nimport { join } from '../queue/actions.ts'\n",
      'server/queue/actions.ts': '',
    },
    'server/team/presence.ts:2 imports queue, which comes later on the line than team',
  ],
  [
    'a platform that knows a slice',
    { 'server/platform/log.ts': "\nexport { find } from '../team/store.ts'\n" },
    'server/platform/log.ts:2 imports team, which comes later on the line than platform',
  ],
  [
    'a type taken from a later contract',
    { 'contract/team.ts': "export type Place = import('./queue.ts').Place\n" },
    'contract/team.ts:1 imports queue, which comes later on the line than team',
  ],
  [
    'a slice that imports a window onto all of them',
    { 'server/trust/actions.ts': "import { show } from '../web/state.ts'\n" },
    'server/trust/actions.ts:1 imports web, which comes later on the line than trust',
  ],
  ['a folder that is no slice', { 'server/billing/store.ts': '' }, 'server/billing/store.ts:1 billing is no word of the line in order.ts'],
  [
    'a console that reaches into the server',
    { 'console/team/Team.tsx': "import { find } from '../../server/team/store.ts'\n" },
    'console/team/Team.tsx:1 imports ../../server/team/store.ts; console may import only console, core, contract, locales',
  ],
  ['a package in core', { 'core/team/hours.ts': "import { z } from 'zod'\n" }, 'core/team/hours.ts:1 imports zod; core imports core alone'],
  [
    'a heavy package in the widget',
    { 'widget/main.tsx': "import React from 'react'\n" },
    'widget/main.tsx:1 imports react; the widget imports preact alone',
  ],
  [
    'imports in a circle',
    { 'core/team/a.ts': "import { b } from './b.ts'\n", 'core/team/b.ts': "\n\nimport { a } from './a.ts'\n" },
    'core/team/b.ts:3 closes a circle of imports: core/team/a.ts → core/team/b.ts → core/team/a.ts',
  ],
  [
    'a file in core',
    { 'core/value/read.ts': "import { readFileSync } from 'node:fs'\n" },
    'core/value/read.ts:1 imports node:fs; core imports core alone',
  ],
  [
    'a clock in core',
    { 'core/queue/wait.ts': '\nexport const now = () => Date.now()\n' },
    'core/queue/wait.ts:2 reads the clock; core is told the time as `now`',
  ],
  [
    'a date of today in core',
    { 'core/queue/wait.ts': 'export const now = new Date()\n' },
    'core/queue/wait.ts:1 reads the clock; core is told the time as `now`',
  ],
  ['dice in core', { 'core/chance.ts': '\n\nexport const roll = Math.random()\n' }, 'core/chance.ts:3 throws dice; core is told chance as a seed'],
  [
    'waiting in core',
    { 'core/routing/decide.ts': '/** async in a comment is a word. */\nexport async function decide() {}\n' },
    'core/routing/decide.ts:2 waits for something; core never asks, it is told',
  ],
  ['a file of 401 lines', { 'server/team/store.ts': '// x\n'.repeat(401) }, 'server/team/store.ts:401 has 401 lines; 400 are the most'],
  [
    'a name that says nothing',
    { 'server/team/team-helpers.ts': '' },
    'server/team/team-helpers.ts:1 is named "team-helpers", which says nothing; a noun is missing',
  ],
  ['a folder that says nothing', { 'core/utils/round.ts': '' }, 'core/utils/round.ts:1 is named "utils", which says nothing; a noun is missing'],
  [
    'SQL in an action',
    { 'server/queue/actions.ts': "import { sql } from '../platform/db.ts'\nexport const join = () => sql<Place>`select 1`\n" },
    'server/queue/actions.ts:2 holds SQL; all SQL of a slice is in its stores, which neither act nor answer requests',
  ],
  [
    'a setting read on the side',
    { 'server/platform/log.ts': "export const level = process.env['LOG_LEVEL']\n" },
    'server/platform/log.ts:1 reads process.env; only server/platform/config.ts does',
  ],
  [
    'a second way out',
    { 'server/assist/weather.ts': "export const ask = () => fetch('https://api.example.com')\n" },
    'server/assist/weather.ts:1 calls fetch; only server/platform/outbound.ts goes out',
  ],
]

test.each(faults)('%s is refused, by file and line', (_, files, refusal) => {
  expect(refusalsIn(plant(files))).toContain(refusal)
})

test('a sentence that one language lacks is refused, by file and line', () => {
  const tree = plant(sentences({ waiting: 'Hello', greeting: 'Hello {{name}}' }))
  write(tree, { 'locales/th/queue.json': '{\n  "greeting": "สวัสดี {{name}}"\n}\n' })
  expect(refusalsIn(tree)).toEqual(['locales/th/queue.json:1 lacks "waiting", which stands in locales/en/queue.json:2'])
})

test('a sentence with other gaps to fill in is refused, by file and line', () => {
  const tree = plant(sentences({ waiting: 'Hello', greeting: 'Hello {{name}}' }))
  write(tree, { 'locales/et/queue.json': '{\n  "waiting": "Tere",\n  "greeting": "Tere {{nimi}}"\n}\n' })
  expect(refusalsIn(tree)).toEqual(['locales/et/queue.json:3 "greeting" fills in {{nimi}}, in English {{name}}'])
})

test('each language counts in its own forms, and only in those', () => {
  const tree = plant(sentences({ ahead_other: '{{count}} ahead' }))
  expect(refusalsIn(tree)).toEqual(['locales/en/queue.json:2 lacks "ahead_one"', 'locales/et/queue.json:2 lacks "ahead_one"'])
  const both = '{\n  "ahead_one": "one ahead",\n  "ahead_other": "{{count}} ahead"\n}\n'
  write(tree, { 'locales/en/queue.json': both, 'locales/et/queue.json': both })
  expect(refusalsIn(tree)).toEqual([])
})

test('a file of sentences that is no JSON is refused, by file and line', () => {
  const tree = plant(sentences({ waiting: 'Hello' }))
  write(tree, { 'locales/zh/queue.json': '{\n  "waiting": "您好",\n}\n' })
  expect(refusalsIn(tree)).toEqual([expect.stringContaining('locales/zh/queue.json:3 is no JSON')])
})

test('in core, the compiler itself refuses everything that reaches outside', () => {
  const tree = plant({
    'core/reach.ts': "fetch('https://example.com')\nprocess.exit()\nsetTimeout(() => {}, 1)\nconsole.log(1)\nwindow.close()\ncrypto.randomUUID()\n",
  })
  cpSync(join(root, 'tsconfig.base.json'), join(tree, 'tsconfig.base.json'))
  cpSync(join(root, 'core/tsconfig.json'), join(tree, 'core/tsconfig.json'))
  const compiler = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'core'], { cwd: tree, encoding: 'utf8' })
  expect(compiler.status).not.toBe(0)
  const refused = [...compiler.stdout.matchAll(/^core\/reach\.ts\((\d),\d+\)[^']*'(\w+)'/gm)].map(([, line, name]) => `${line} ${name}`)
  expect(refused).toEqual(['1 fetch', '2 process', '3 setTimeout', '4 console', '5 window', '6 crypto'])
})

function refusalsIn(tree: string): string[] {
  return checkHouse(tree).map(({ file, line, says }) => `${file}:${line} ${says}`)
}

function plant(files: Record<string, string>): string {
  const tree = mkdtempSync(join(tmpdir(), 'sambut-house-'))
  made.push(tree)
  write(tree, files)
  return tree
}

function write(tree: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
}

function sentences(words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [`locales/${language}/queue.json`, `${JSON.stringify(words, null, 2)}\n`]))
}
