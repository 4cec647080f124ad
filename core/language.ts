/** The six languages that Sambut speaks on its first day (BCP 47 primary subtags). */
export const languages = ['en', 'ms', 'id', 'th', 'zh', 'et'] as const
export type Language = (typeof languages)[number]

/** Narrows a tag such as `zh-Hans-SG` or `in` to one of the six; undefined when it is none of them. */
export function toLanguage(tag: string | null | undefined): Language | undefined {
  const primary = (tag ?? '').toLowerCase().split(/[-_]/)[0]
  const known = primary === 'in' ? 'id' : primary
  return languages.find((language) => language === known)
}
