import { useTranslation } from 'react-i18next'

/** A country in the reader's language; what is no ISO code stays as it was told. */
export function useCountryName(): (country: string | null) => string {
  const { i18n } = useTranslation()
  return (country) => {
    if (!country) return ''
    if (!/^[A-Za-z]{2}$/.test(country)) return country
    return new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' }).of(country.toUpperCase()) ?? country
  }
}
