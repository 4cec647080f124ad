export const words: Record<string, Record<string, unknown>> = import.meta.glob('../../locales/id/*.json', { eager: true, import: 'default' })
