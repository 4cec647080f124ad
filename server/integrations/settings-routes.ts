import { SettingsCheck, SettingsFile } from '../../contract/integrations.ts'
import { mostSettingsBytes } from '../../core/understanding/intent-limits.ts'
import type { Db } from '../platform/db.ts'
import type { Api } from '../platform/http.ts'
import { sendInvitation } from '../platform/invitation.ts'
import { countApprovers } from '../team/store.ts'
import { applySettings } from './settings-apply.ts'
import { readSettings } from './settings-file.ts'
import { labelExamples, planSettings, refuseFaults, refuseStrangers } from './settings-import.ts'

/** All settings as one file: to keep, to compare, to set up another company from. */
export function settingsRoutes(api: Api): void {
  const bodyLimit = mostSettingsBytes
  api.readers.set('PUT /v1/settings-file', (db, account) => readSettings(db, account, new Date(0)))
  api.get(
    '/v1/settings-file',
    'own',
    { says: 'Everything that is set, as one file without secrets.', answer: SettingsFile },
    async ({ account, act }) => act(({ db, now }) => readSettings(db, account, now)),
  )

  api.post(
    '/v1/settings-file/check',
    'own',
    { says: 'What a settings file would change; changes nothing.', body: SettingsFile, answer: SettingsCheck, bodyLimit },
    async ({ account, read, body, person }) => {
      refuseFaults(body)
      return read(async (db) => {
        const now = await readSettings(db, account, new Date())
        refuseStrangers(now, body)
        return check(db, account, planSettings(now, body), person || null)
      })
    },
  )

  api.put(
    '/v1/settings-file',
    'own',
    { says: 'Brings a settings file in, whole or not at all; answers what it changed.', body: SettingsFile, answer: SettingsCheck, bodyLimit },
    async ({ account, act, body, person }) => {
      refuseFaults(body)
      const examples = await labelExamples(body)
      const { checked, invited } = await act(async (work) => {
        const now = await readSettings(work.db, account, work.now)
        refuseStrangers(now, body)
        const plan = planSettings(now, body)
        // Told as it was found: the file may bring in another lead, who approves from then on.
        const checked = await check(work.db, account, plan, person || null)
        return { checked, invited: await applySettings(api.platform, work, { file: body, plan, examples, person: person || null }) }
      })
      for (const email of invited) await sendInvitation(api.platform, email)
      return checked
    },
  )
}

async function check(db: Db, account: string, changes: SettingsCheck['changes'], person: string | null): Promise<SettingsCheck> {
  const withPolicy = changes.some(({ part }) => part === 'policy')
  return { changes, policyWaits: withPolicy && (await countApprovers(db, account, person)) > 0 }
}
