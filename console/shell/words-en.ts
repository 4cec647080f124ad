export const words: Record<string, Record<string, unknown>> = import.meta.glob('../../locales/en/*.json', { eager: true, import: 'default' })
