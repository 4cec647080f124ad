import { useTranslation } from 'react-i18next'
import type { SetCheck, SetFault } from '../../contract/understanding.ts'
import { languages } from '../../core/language.ts'
import { plain } from '../shell/numbers.ts'
import { useIntentName } from './intent-name.ts'
import type { FormFault } from './parse-set.ts'

export interface Fault {
  line: number
  code: FormFault['code'] | SetFault['code']
  other: number | null
}

interface Props {
  file: string
  check: SetCheck
  faults: Fault[]
  renamed: [string, string][]
}

/** What a file would bring, what it would take away, and which of its lines are left out and why. */
export function Preview({ file, check, faults, renamed }: Props) {
  const { t } = useTranslation('understanding')
  const intentName = useIntentName()
  const list = (some: string[]) => `${some.slice(0, mostNamed).join(', ')}${some.length > mostNamed ? ' …' : ''}`
  const byLanguage = [...languages, 'unknown'].filter((language) => check.byLanguage[language])
  return (
    <section className="preview" aria-label={t('import.preview')}>
      <h3>{file}</h3>
      <p>
        {t('count', { count: check.examples })} · {t('import.matters', { count: check.intents.length })}
      </p>
      <ul className="preview-languages">
        {byLanguage.map((language) => (
          <li key={language} className="tag">
            {language === 'unknown' ? t('import.other-language') : t(`console:languages.${language}`)}{' '}
            <b className="num">{plain(check.byLanguage[language] ?? 0, 0)}</b>
          </li>
        ))}
      </ul>
      <p className="quiet">{list(check.intents.map(({ intent, examples }) => `${intentName(intent)} (${plain(examples, 0)})`))}</p>
      {check.oneLabel && (
        <p className="lost" role="alert">
          {t('import.one-label')}
        </p>
      )}
      {renamed.length > 0 && (
        <p className="quiet">{t('import.renamed', { count: renamed.length, names: list(renamed.map(([from, to]) => `${from} → ${to}`)) })}</p>
      )}
      {check.gone.length > 0 && (
        <p className="preview-gone">{t('import.gone', { count: check.gone.length, names: list(check.gone.map(intentName)) })}</p>
      )}
      {faults.length > 0 && <Faults faults={faults} />}
    </section>
  )
}

const mostNamed = 12
const mostFaults = 100

function Faults({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation('understanding')
  return (
    <>
      <h4>{t('import.faults', { count: faults.length })}</h4>
      <ul className="preview-faults">
        {faults.slice(0, mostFaults).map(({ line, code, other }) => (
          <li key={`${line} ${code}`}>
            <span className="num faint">{t('import.line', { line })}</span> {t(`import.fault.${code}`, { other })}
          </li>
        ))}
      </ul>
      {faults.length > mostFaults && <p className="faint">{t('import.faults-more', { count: faults.length - mostFaults })}</p>}
    </>
  )
}
