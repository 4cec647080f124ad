import { z } from 'zod'
import { Company, FirstRun, FirstStep, firstSteps, StepSettled } from '../../contract/integrations.ts'
import { changeAccount, findAccount } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { findStepFacts, saveStep } from './first-run-store.ts'

/** The way of a new company from nothing to the first conversation. Progress is read from the facts wherever facts show it. */
export function firstRunRoutes(api: Api): void {
  api.get('/v1/first-run', 'read', { says: 'How far a new company has come.', answer: FirstRun }, ({ account, read }) =>
    read((db) => view(db, account)),
  )

  api.put(
    '/v1/first-run/:step',
    'own',
    { says: 'Settles a step, or leaves it for later.', params: z.strictObject({ step: FirstStep }), body: StepSettled, answer: FirstRun },
    ({ account, act, params, body, person }) =>
      act(async ({ db }) => {
        await saveStep(db, account, { step: params.step, state: body.state, person: person || null })
        return view(db, account)
      }),
  )

  api.get('/v1/company', 'read', { says: 'What the company calls itself.', answer: Company }, ({ account, read }) =>
    read((db) => viewCompany(db, account)),
  )

  api.put(
    '/v1/company',
    'own',
    { says: 'Changes what the company calls itself, its language and its currency.', body: Company, answer: Company },
    ({ account, act, body, person }) =>
      act(async ({ db }) => {
        if (!isCurrency(body.currency)) refuse('bad-input', [{ path: 'currency', message: 'is no currency of ISO 4217' }])
        await changeAccount(db, account, { ...body, name: body.name.trim(), assistant: body.assistant.trim() })
        await saveStep(db, account, { step: 'company', state: 'done', person: person || null })
        return viewCompany(db, account)
      }),
  )
}

async function view(db: Db, account: string): Promise<z.input<typeof FirstRun>> {
  const facts = await findStepFacts(db, account)
  const steps = firstSteps.map((step) => ({
    step,
    state: facts.seen.includes(step) ? ('done' as const) : (facts.settled[step] ?? ('open' as const)),
  }))
  return { steps, finished: steps.every(({ state }) => state !== 'open') }
}

async function viewCompany(db: Db, account: string): Promise<z.input<typeof Company>> {
  const { name, assistant, language, currency } = await findAccount(db, account)
  return { name, assistant, language, currency }
}

const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)
