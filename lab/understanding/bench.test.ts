import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

function bench(...options: string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, 'bench.ts'), ...options], { encoding: 'utf8' })
}

test('who asks for help is told how it is called', () => {
  const { status, stdout } = bench('--help')
  expect(status).toBe(0)
  expect(stdout).toContain('npm run lab:understanding -- --task T')
})

test('an option that is none is refused with how it is called instead', () => {
  const { status, stderr } = bench('--tasks', 'intent')
  expect(status).toBe(2)
  expect(stderr).toContain("'--tasks'")
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^npm run lab:understanding -- --task T/)
})
