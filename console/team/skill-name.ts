import { useTranslation } from 'react-i18next'

/** The name of a skill in the reader's language; an owner's own skill is called as they wrote it. */
export function useSkillName(): (skill: string) => string {
  const { t } = useTranslation('queue')
  return (skill) => t(`skills.${skill}`, { defaultValue: skill })
}
