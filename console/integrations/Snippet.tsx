import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/me.ts'
import { Code } from './Code.tsx'
import { type KindOfSite, kindsOfSites, snippetFor } from './site-snippets.ts'
import './integrations.css'

const attributes = [
  ['data-language', 'language'],
  ['data-position', 'position'],
  ['data-theme', 'theme'],
  ['data-open', 'open'],
] as const

const server = `import { createHmac } from 'node:crypto'

const signature = createHmac('sha256', process.env.SAMBUT_IDENTITY_SECRET)
  .update(customer.id)
  .digest('hex')`

/** The one line for the owner's page, and how it learns who is signed in there. */
export function Snippet() {
  const { t } = useTranslation('integrations')
  const { site, demo } = useMe().account
  const [kind, setKind] = useState<KindOfSite>('html')
  const script = `<script src="${location.origin}/widget.js" data-site="${site}"`
  const page = `${script}
        data-user-id="customer-4711" data-user-signature="9f86d081…"
        data-user-name="Siti Rahayu" async></script>`
  return (
    <div className="snippet">
      <header className="page-head">
        <h1>{t('snippet.title')}</h1>
        {demo && (
          <a className="push" href="/shop/" target="_blank" rel="noreferrer">
            {t('snippet.see')}
          </a>
        )}
      </header>
      <p className="settings-intro">{t('snippet.intro')}</p>
      <section className="panel">
        <h2>{t('snippet.step-1')}</h2>
        <Select
          label={t('snippet.kind')}
          allowDeselect={false}
          value={kind}
          onChange={(next) => setKind(kindsOfSites.find((one) => one === next) ?? kind)}
          data={kindsOfSites.map((value) => ({ value, label: t(`snippet.kinds.${value}`) }))}
        />
        <p className="quiet">{t(`snippet.where.${kind}`)}</p>
        <Code text={snippetFor(kind, location.origin, site)} label={t('snippet.step-1')} />
        <h3>{t('snippet.attributes')}</h3>
        <dl className="snippet-attributes">
          {attributes.map(([name, key]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{t(`snippet.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="panel">
        <h2>{t('snippet.step-2')}</h2>
        <p className="quiet">{t('snippet.step-2-hint')}</p>
        <h3>{t('snippet.step-2-server')}</h3>
        <Code text={server} label={t('snippet.step-2-server')} />
        <h3>{t('snippet.step-2-page')}</h3>
        <Code text={page} label={t('snippet.step-2-page')} />
      </section>
    </div>
  )
}
