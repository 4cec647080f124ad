import { defineConfig } from 'vitest/config'

/** Rules need nothing but themselves; the rest shares one PostgreSQL, in which each test file has a database of its own. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'rules', include: ['{core,contract,console,widget}/**/*.test.{ts,tsx}'], testTimeout: 10_000 } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['{server,lab,tests}/**/*.test.ts'],
          globalSetup: 'tests/world/postgres.ts',
          testTimeout: 90_000,
          hookTimeout: 150_000,
          // What a browser shows may come late on a busy machine; what never comes fails all the same.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
